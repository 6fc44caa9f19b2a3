import { localDayOf } from "#data/snapshot/freshness.ts";

/** @param days - `YYYY-MM-DD`. @returns `14:03` of today, `05-31 14:03` of another day, or a whole day. */
export function lastGoodText(instants: readonly number[], days: readonly string[], today: string): string | null {
  const [earliest] = instants.toSorted((a, b) => a - b);
  const [day] = days.toSorted();
  if (earliest === undefined) return day ?? null;
  const at = new Date(earliest);
  const on = localDayOf(at);
  if (day !== undefined && day < on) return day;
  const time = at.toTimeString().slice(0, 5);
  return on === today ? time : `${on.slice(5)} ${time}`;
}
