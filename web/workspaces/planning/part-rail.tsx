import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { PAGE_WORDS } from "../../messages/page.ts";
import { PLANNING_WORDS } from "../../messages/planning.ts";
import { useWords } from "../../messages/words.ts";
import { PLANNING_PARTS } from "../../state/view.ts";
import { changeView, useViewFields } from "../../state/view-store.ts";
import styles from "../map/map-frame.module.css";
import { PARTS } from "./parts.tsx";

/** The parts of the planner's work, one key press apart. */
export function PartRail() {
  const words = useWords(PLANNING_WORDS);
  const page = useWords(PAGE_WORDS);
  const { planning, layerPanel } = useViewFields("planning", "layerPanel");
  return (
    <nav className={styles.rail} aria-label={words.rail}>
      <button
        type="button"
        className={styles.tool}
        aria-pressed={layerPanel}
        title={layerPanel ? page.hideLayers : page.showLayers}
        onClick={() => changeView({ layerPanel: !layerPanel })}
      >
        {layerPanel ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        {page.layers}
      </button>
      {PLANNING_PARTS.map((part) => {
        const shown = PARTS[part];
        return (
          shown && (
            <button
              key={part}
              type="button"
              className={styles.tool}
              aria-pressed={planning.part === part}
              onClick={() => changeView({ planning: { ...planning, part } })}
            >
              {shown.icon}
              {words.parts[part]}
            </button>
          )
        );
      })}
    </nav>
  );
}
