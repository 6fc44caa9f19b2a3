import { DAY_MS, parseLocalTime } from "#data/snapshot/local-time.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";

/** Less than this share of a period without a record at its beginning may be chance. */
const SHARE = 0.1;

const earliest = new WeakMap<Snapshot, number>();

/** The first accident of the ledger that has a time, milliseconds of the local clock; Infinity when none has. */
function firstAccidentMs(accidents: Snapshot): number {
  const known = earliest.get(accidents);
  if (known !== undefined) return known;
  const column = accidents.columns.happenedAt;
  let first = Number.POSITIVE_INFINITY;
  // NaN is less than nothing.
  if (column?.type === "time") for (const ms of column.milliseconds) if (ms < first) first = ms;
  earliest.set(accidents, first);
  return first;
}

/**
 * How many days of a period lie before the ledger's first accident: rates per year that stand on them are too low.
 *
 * @param from - whole days, `to` exclusive.
 * @returns 0 where the ledger reaches back far enough, or so nearly that it may be chance.
 */
export function unrecordedDays(accidents: Snapshot, from: string, to: string): number {
  const [fromMs, toMs] = [parseLocalTime(from), parseLocalTime(to)];
  const lackingMs = Math.min(firstAccidentMs(accidents), toMs) - fromMs;
  return lackingMs > SHARE * (toMs - fromMs) ? Math.floor(lackingMs / DAY_MS) : 0;
}
