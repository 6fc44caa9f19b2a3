import { Switch } from "antd";
import { useId } from "react";
import { findLayer } from "#data/layers/index.ts";
import type { Scene } from "#data/wall/scene.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import heatStyles from "../../../panels/heat/heat-panel.module.css";
import { HeatQuestion } from "../../../panels/heat/heat-settings.tsx";
import { HEAT_LAYERS } from "../../../panels/heat/weights.ts";
import styles from "./editor.module.css";
import { changeDraft } from "./scene-editing.ts";

/** What a scene without heat begins with: where things happen, as often as they do. */
const firstHeat = (): NonNullable<Scene["heat"]> => {
  const layer = HEAT_LAYERS.find(({ time }) => time) ?? HEAT_LAYERS[0]!;
  return { layer: layer.id, weight: "count", bandwidthM: 300 };
};

/** Whether the scene has heat, and of what. */
export function HeatFields({ draft: { heat } }: { draft: Scene }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const toggle = useId();
  return (
    <>
      <label className={styles.line} htmlFor={toggle}>
        <Switch
          id={toggle}
          size="small"
          checked={heat !== null}
          onChange={(on) => changeDraft({ heat: on ? firstHeat() : null })}
        />
        {words.heatOn}
      </label>
      {heat && !findLayer(heat.layer) && (
        <p className={styles.value}>
          {heat.layer} <em className={styles.missing}>{words.missing}</em>
        </p>
      )}
      {heat && findLayer(heat.layer) && (
        <div className={heatStyles.settings}>
          <HeatQuestion heat={heat} change={(patch) => changeDraft({ heat: { ...heat, ...patch } })} />
        </div>
      )}
    </>
  );
}
