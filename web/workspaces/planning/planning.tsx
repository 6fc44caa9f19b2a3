import { PLANNING_WORDS } from "../../messages/planning.ts";
import { useWords } from "../../messages/words.ts";
import { startRules } from "../../state/rules.ts";
import { startSpacing } from "../../state/spacing.ts";
import { startSpacingAsOf } from "../../state/spacing-as-of.ts";
import { PLANNING_PARTS } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { WorkFrame } from "../map/work-frame.tsx";
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
  return (
    <WorkFrame
      label={words.rail}
      ids={PLANNING_PARTS}
      parts={PARTS}
      otherwise={PARTS.check}
      names={words.parts}
      shown={part}
      onShow={(shown) => changeView(({ planning }) => ({ planning: { ...planning, part: shown } }))}
    />
  );
}
