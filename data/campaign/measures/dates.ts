import { parseLocalTime } from "../../snapshot/local-time.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { Asked } from "./measure.ts";

/** Local milliseconds of a row's day; NaN where the ledger has a gap or the layer no such attribute. */
export function timeIn({ columns }: Snapshot, row: number, attribute: string): number {
  const column = columns[attribute];
  return column?.type === "time" ? column.milliseconds[row]! : Number.NaN;
}

/**
 * Whether something was done in the current period, by the day on which it was last done.
 *
 * @returns the answer for a day; `null` for no day, and for one after `today`: it hides when it was done before.
 */
export function withinPeriod({ today, period }: Asked): (lastMs: number) => boolean | null {
  if (!period) throw new RangeError("no period to be within");
  const [fromMs, todayMs] = [parseLocalTime(period.from), parseLocalTime(today)];
  return (lastMs) => (Number.isNaN(lastMs) || lastMs > todayMs ? null : lastMs >= fromMs);
}
