import { useSpacing } from "../../../state/spacing.ts";
import { useSpacingAsOf } from "../../../state/spacing-as-of.ts";
import { useView } from "../../../state/view-store.ts";

/** The answer that the page shows: of now, or of the day that was asked for. */
export function useChecked() {
  const isNow = useView((view) => view.planning.asOf === null);
  const now = useSpacing();
  const then = useSpacingAsOf();
  return isNow ? { ...now, problem: null } : then;
}
