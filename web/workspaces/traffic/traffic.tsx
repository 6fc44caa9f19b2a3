import { Suspense, useEffect } from "react";
import { TRAFFIC_WORDS } from "../../messages/traffic.ts";
import { useWords } from "../../messages/words.ts";
import { clearJudgedPicture } from "../../state/judged-picture.ts";
import { useSurface } from "../../state/surface.ts";
import { startTraffic } from "../../state/traffic.ts";
import { TRAFFIC_PARTS } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import styles from "../map/map-frame.module.css";
import { PartRail } from "../map/part-rail.tsx";
import { PARTS } from "./parts.tsx";

startTraffic();

/** Which stretches of road are accident-prone, why, and whether a treatment worked: the map, and beside it one part of that work. */
export function Traffic() {
  const words = useWords(TRAFFIC_WORDS);
  const part = useView((view) => view.traffic.part);
  const { panel: Part, isWide = false } = PARTS[part] ?? PARTS.screening;
  useEffect(
    () => () => {
      useSurface.setState({ clicks: null });
      clearJudgedPicture();
    },
    [],
  );
  return (
    <>
      <aside className={styles.work} data-wide={isWide} aria-label={words.parts[part]}>
        <Suspense>
          <Part />
        </Suspense>
      </aside>
      <PartRail
        label={words.rail}
        ids={TRAFFIC_PARTS}
        parts={PARTS}
        names={words.parts}
        shown={part}
        onShow={(shown) => changeView(({ traffic }) => ({ traffic: { ...traffic, part: shown } }))}
      />
    </>
  );
}
