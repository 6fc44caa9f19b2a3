import { Alert, Button, Empty } from "antd";
import { type ComponentType, lazy, Suspense } from "react";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { HoverCard } from "../../panels/hover/hover-card.tsx";
import { LayerPanel } from "../../panels/layers/layer-panel.tsx";
import { SearchBox } from "../../panels/search/search-box.tsx";
import { StatusLine } from "../../panels/status/status-line.tsx";
import { useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import type { Tool } from "../../state/view.ts";
import { useViewFields } from "../../state/view-store.ts";
import { MapSurface } from "./map-surface.tsx";
import styles from "./overview.module.css";
import { ToolRail } from "./tool-rail.tsx";
import { TopBar } from "./top-bar.tsx";

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
  const { tool, timeBar, layerPanel } = useViewFields("tool", "timeBar", "layerPanel");
  const ToolPanel = tool && PANELS[tool];
  return (
    <div className={styles.page}>
      <TopBar />
      {layerPanel && (
        <aside className={styles.left}>
          <LayerPanel />
        </aside>
      )}
      <main className={styles.center}>
        <MapSurface />
        <div className={styles.overTop}>
          <SearchBox />
        </div>
        <Notices />
        <HoverCard />
        <StatusLine />
      </main>
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
    </div>
  );
}

/** What keeps the map from being complete and true, said on the map. */
function Notices() {
  const words = useWords(PAGE_WORDS);
  const { state, problem, connected } = useLedgers();
  const isEmpty = useLedgers(
    ({ state: now, layers }) => now === "ready" && layers.every(({ snapshot }) => snapshot.count === 0),
  );
  const lost = useSurface((surface) => surface.lost);
  if (state === "failed")
    return (
      <div className={styles.notice} role="alert">
        {words.failed}: {problem}{" "}
        <Button size="small" onClick={() => location.reload()}>
          {words.again}
        </Button>
      </div>
    );
  if (state === "loading") return <output className={styles.notice}>{words.loading}</output>;
  if (lost) return <output className={styles.notice}>{words.lost}</output>;
  if (!connected)
    return (
      <div className={styles.notice}>
        <Alert type="warning" showIcon title={words.disconnected} />
      </div>
    );
  if (!isEmpty) return null;
  return (
    <div className={styles.notice}>
      <Empty description={words.empty}>{words.emptyHint}</Empty>
    </div>
  );
}
