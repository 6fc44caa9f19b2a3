import { type ComponentType, lazy, Suspense } from "react";
import type { Tool } from "../../state/view.ts";
import { useViewFields } from "../../state/view-store.ts";
import styles from "../map/map-frame.module.css";
import { ToolRail } from "./tool-rail.tsx";

/** What the first map does not need comes when it is opened. */
const later = <Name extends string>(read: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await read())[name] }));

const PANELS: Readonly<Record<Tool, ComponentType>> = {
  detail: later(() => import("../../panels/detail/detail-panel.tsx"), "DetailPanel"),
  selection: later(() => import("../../panels/selection/selection-panel.tsx"), "SelectionPanel"),
  rings: later(() => import("../../panels/rings/ring-panel.tsx"), "RingPanel"),
  heat: later(() => import("../../panels/heat/heat-panel.tsx"), "HeatPanel"),
  measure: later(() => import("../../panels/measure/measure-panel.tsx"), "MeasurePanel"),
};
const TimeBar = later(() => import("../../panels/time/time-bar.tsx"), "TimeBar");

/** The first page: every ledger on one map, with what can be asked of it. */
export function Overview() {
  const { tool, timeBar } = useViewFields("tool", "timeBar");
  const ToolPanel = tool && PANELS[tool];
  return (
    <>
      {ToolPanel && (
        <aside className={styles.right}>
          <Suspense>
            <ToolPanel />
          </Suspense>
        </aside>
      )}
      <ToolRail />
      {timeBar && (
        <div className={styles.time}>
          <Suspense>
            <TimeBar />
          </Suspense>
        </div>
      )}
    </>
  );
}
