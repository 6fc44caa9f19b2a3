import { Outlet, useMatchRoute } from "@tanstack/react-router";
import { Alert, Button, Empty } from "antd";
import { Suspense } from "react";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { HoverCard } from "../../panels/hover/hover-card.tsx";
import { LayerPanel } from "../../panels/layers/layer-panel.tsx";
import { SearchBox } from "../../panels/search/search-box.tsx";
import { StatusLine } from "../../panels/status/status-line.tsx";
import { useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import { MapBar } from "./map-bar.tsx";
import styles from "./map-frame.module.css";
import { MapSurface } from "./map-surface.tsx";

/** What the pages with the map have in common. The one map stays while people go from one of them to another. */
export function MapFrame() {
  const layerPanel = useView((view) => view.layerPanel);
  const matches = useMatchRoute();
  const here = (["planning", "traffic"] as const).find((page) => matches({ to: `/${page}` }) !== false) ?? "map";
  return (
    <div className={styles.page}>
      <MapBar here={here} />
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
      <Suspense>
        <Outlet />
      </Suspense>
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
