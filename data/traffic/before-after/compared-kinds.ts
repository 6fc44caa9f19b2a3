import type { CompareBy } from "../../analyses/before-after-results.ts";
import type { Crashes } from "../crashes.ts";

/** The kinds of crashes that are compared, all first. */
export const COMPARED_KINDS: readonly CompareBy[] = ["all", "casualty", "fatal", "damage"];

/** Whether a crash is of a kind; one whose severity is not known is only in `all`. */
export function isOfKind({ severity }: Crashes, row: number, by: CompareBy): boolean {
  const own = severity[row]!;
  switch (by) {
    case "all":
      return true;
    case "casualty":
      return own <= 1;
    case "fatal":
      return own === 0;
    case "damage":
      return own === 2;
  }
}

export function countOfKind(crashes: Crashes, rows: ArrayLike<number>, by: CompareBy): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (isOfKind(crashes, rows[i]!, by)) count++;
  return count;
}
