import { Suspense, useEffect } from "react";
import { clearJudgedPicture } from "../../state/judged-picture.ts";
import { useSurface } from "../../state/surface.ts";
import styles from "./map-frame.module.css";
import { type Part, PartRail } from "./part-rail.tsx";

/** One part of somebody's work beside the map, and the rail that leads to the others. What it put on the map leaves with it. */
export function WorkFrame<Id extends string>(props: {
  label: string;
  ids: readonly Id[];
  parts: Readonly<Partial<Record<Id, Part>>>;
  /** Where the part asked for does not exist. */
  otherwise: Part;
  names: Readonly<Record<Id, string>>;
  shown: Id;
  onShow: (id: Id) => void;
}) {
  const { otherwise, ...rail } = props;
  const { panel: Panel, isWide = false } = rail.parts[rail.shown] ?? otherwise;
  useEffect(
    () => () => {
      useSurface.setState({ clicks: null });
      clearJudgedPicture();
    },
    [],
  );
  return (
    <>
      <aside className={styles.work} data-wide={isWide} aria-label={rail.names[rail.shown]}>
        <Suspense>
          <Panel />
        </Suspense>
      </aside>
      <PartRail {...rail} />
    </>
  );
}
