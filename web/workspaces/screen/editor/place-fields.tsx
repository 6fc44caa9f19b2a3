import { Button } from "antd";
import { newScreenState } from "#data/wall/command.ts";
import type { Extent, Scene } from "#data/wall/scene.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import { useSurface } from "../../../state/surface.ts";
import { EDGE_PX, moveToScene } from "../apply-scene.ts";
import styles from "./editor.module.css";
import { changeDraft } from "./scene-editing.ts";
import { takenExtent } from "./taken-extent.ts";
import { useFieldWords } from "./use-field-words.ts";

/** Where the scene looks. The map moves freely; only what is taken becomes the scene's. */
export function PlaceFields({ draft }: { draft: Scene }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const { place } = useFieldWords();
  const map = useSurface((surface) => surface.map);
  const look = (scene: Scene) => moveToScene(scene, newScreenState([scene], 0), null);
  return (
    <>
      <p className={styles.value}>{place(draft.extent)}</p>
      <div className={styles.buttons}>
        <Button
          disabled={!map}
          onClick={() => map && changeDraft({ extent: takenExtent(map.bounds as Extent, map.camera.zoom, EDGE_PX) })}
        >
          {words.takeView}
        </Button>
        <Button
          onClick={() => {
            changeDraft({ extent: null });
            look({ ...draft, extent: null });
          }}
        >
          {words.takeZone}
        </Button>
        <Button onClick={() => look(draft)}>{words.goBack}</Button>
      </div>
      <p className={styles.hint}>{words.placeHint}</p>
    </>
  );
}
