import { DAY_MS } from "../../snapshot/local-time.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { crashesOf } from "../crashes.ts";

/** Hours of a week. */
export const WEEK_HOURS = 168;

/** When the accidents of a snapshot happened, in parts of the calendar; row `i` is row `i` of the snapshot. */
export interface ClockColumns {
  /** `(weekday - 1) * 24 + hour` with Monday = 1; {@link WEEK_HOURS} = not known. */
  readonly weekHour: Uint8Array;
  /** 0 to 1439; 1440 = not known. */
  readonly minuteOfDay: Uint16Array;
  /** `year * 12 + month` with January = 0; -1 = not known. */
  readonly month: Int32Array;
  /** {@link dayOfYearKey}; -1 = not known. */
  readonly dayOfYear: Int16Array;
}

/** Rises with the days of a year and is the same for the same day of every year. @param month - January = 0. */
export const dayOfYearKey = (month: number, dayOfMonth: number): number => month * 32 + dayOfMonth;

const known = new WeakMap<Snapshot, ClockColumns>();

/** Reads the times of a snapshot of `accidents` once. */
export function clockColumnsOf(snapshot: Snapshot): ClockColumns {
  const read = known.get(snapshot) ?? readClock(snapshot);
  known.set(snapshot, read);
  return read;
}

/** 1970-01-01 was a Thursday. */
const EPOCH_WEEKDAY = 3;

/** Monday = 0. */
export const weekdayOf = (timeMs: number): number => (((Math.floor(timeMs / DAY_MS) + EPOCH_WEEKDAY) % 7) + 7) % 7;

function readClock(snapshot: Snapshot): ClockColumns {
  const { timeMs } = crashesOf(snapshot);
  const weekHour = new Uint8Array(snapshot.count).fill(WEEK_HOURS);
  const minuteOfDay = new Uint16Array(snapshot.count).fill(1440);
  const month = new Int32Array(snapshot.count).fill(-1);
  const dayOfYear = new Int16Array(snapshot.count).fill(-1);
  for (let row = 0; row < snapshot.count; row++) {
    const time = timeMs[row]!;
    if (Number.isNaN(time)) continue;
    const minutes = Math.floor((time - Math.floor(time / DAY_MS) * DAY_MS) / 60_000);
    const date = new Date(time);
    weekHour[row] = weekdayOf(time) * 24 + Math.floor(minutes / 60);
    minuteOfDay[row] = minutes;
    month[row] = date.getUTCFullYear() * 12 + date.getUTCMonth();
    dayOfYear[row] = dayOfYearKey(date.getUTCMonth(), date.getUTCDate());
  }
  return { weekHour, minuteOfDay, month, dayOfYear };
}
