import {
  AimOutlined,
  ClockCircleOutlined,
  ColumnWidthOutlined,
  FileSearchOutlined,
  FireOutlined,
  GatewayOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { TOOLS, type Tool } from "../../state/view.ts";
import { changeView, useViewFields } from "../../state/view-store.ts";
import styles from "../map/map-frame.module.css";

const ICONS: Readonly<Record<Tool, ReactNode>> = {
  detail: <FileSearchOutlined />,
  selection: <GatewayOutlined />,
  rings: <AimOutlined />,
  heat: <FireOutlined />,
  measure: <ColumnWidthOutlined />,
};

/** The tools, one key press apart; an open one closes by the same button. */
export function ToolRail() {
  const words = useWords(PAGE_WORDS);
  const { tool, timeBar, layerPanel } = useViewFields("tool", "timeBar", "layerPanel");
  const hint = layerPanel ? words.hideLayers : words.showLayers;
  return (
    <nav className={styles.rail} aria-label={words.tools}>
      <button
        type="button"
        className={styles.tool}
        aria-pressed={layerPanel}
        title={hint}
        onClick={() => changeView({ layerPanel: !layerPanel })}
      >
        {layerPanel ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        {words.layers}
      </button>
      {TOOLS.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.tool}
          aria-pressed={tool === each}
          onClick={() => changeView({ tool: tool === each ? null : each })}
        >
          {ICONS[each]}
          {words.tool[each]}
        </button>
      ))}
      <button
        type="button"
        className={styles.tool}
        aria-pressed={timeBar}
        onClick={() => changeView({ timeBar: !timeBar })}
      >
        <ClockCircleOutlined />
        {words.tool.time}
      </button>
    </nav>
  );
}
