import { Suspense, useEffect } from "react";
import { PLANNING_WORDS } from "../../messages/planning.ts";
import { useWords } from "../../messages/words.ts";
import { clearJudgedPicture } from "../../state/judged-picture.ts";
import { startRules } from "../../state/rules.ts";
import { startSpacing } from "../../state/spacing.ts";
import { startSpacingAsOf } from "../../state/spacing-as-of.ts";
import { useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import styles from "../map/map-frame.module.css";
import { startVariants } from "./check/variants.ts";
import { PartRail } from "./part-rail.tsx";
import { PARTS } from "./parts.tsx";

startRules();
startVariants();
startSpacing();
startSpacingAsOf();

/** Where something may stand: the map, and beside it one part of the planner's work. */
export function Planning() {
  const words = useWords(PLANNING_WORDS);
  const part = useView((view) => view.planning.part);
  const { panel: Part, isWide = false } = PARTS[part] ?? PARTS.check;
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
      <PartRail />
    </>
  );
}
