import { Suspense, useEffect } from "react";
import { PLANNING_WORDS } from "../../messages/planning.ts";
import { useWords } from "../../messages/words.ts";
import { clearJudgedPicture } from "../../state/judged-picture.ts";
import { startRules } from "../../state/rules.ts";
import { startSpacing } from "../../state/spacing.ts";
import { startSpacingAsOf } from "../../state/spacing-as-of.ts";
import { useSurface } from "../../state/surface.ts";
import { PLANNING_PARTS } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import styles from "../map/map-frame.module.css";
import { PartRail } from "../map/part-rail.tsx";
import { startVariants } from "./check/variants.ts";
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
      <PartRail
        label={words.rail}
        ids={PLANNING_PARTS}
        parts={PARTS}
        names={words.parts}
        shown={part}
        onShow={(shown) => changeView(({ planning }) => ({ planning: { ...planning, part: shown } }))}
      />
    </>
  );
}
