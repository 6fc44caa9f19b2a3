import type { CrashPattern } from "../../analyses/black-spot-results.ts";
import { type Snapshot, UNKNOWN_CODE } from "../../snapshot/snapshot.ts";
import type { Crashes } from "../crashes.ts";
import { placeholderMinute } from "../times/check-clock.ts";
import { clockColumnsOf } from "../times/clock-columns.ts";

/** Finds what crashes have in common: 规律性. */
export interface Patterns {
  /**
   * The form, band of hours or cause that most of some crashes share; of equals, the one named first here, and of those the first met.
   *
   * @param rows - the crashes, of which those take part that have the bit in `marks`.
   * @param range - index of the first one and of the last.
   * @param isEnough - whether so many of so many make a pattern; by default one does.
   * @returns `null` where too few share anything.
   */
  find(
    rows: ArrayLike<number>,
    range: readonly [first: number, last: number],
    marks: Uint16Array,
    bit: number,
    isEnough?: (crashes: number, of: number) => boolean,
  ): CrashPattern | null;
  /** Whether a crash follows the pattern. */
  follows(row: number, pattern: CrashPattern): boolean;
}

/** What the crashes of a snapshot may share, as small numbers; -1 = not known, or the form that says nothing. */
interface Traits {
  readonly form: Int16Array;
  readonly forms: readonly string[];
  readonly hour: Int8Array;
  readonly cause: Int32Array;
  readonly causes: readonly string[];
}

const HOURS = 24;

/** @param bandHours - length of a band of hours. Bands begin at every full hour and run past midnight. */
export function patternsOf(crashes: Crashes, bandHours: number): Patterns {
  const { form, forms, hour, cause, causes } = traitsOf(crashes);
  const formCounts = new Int32Array(forms.length);
  const hourCounts = new Int32Array(HOURS);
  const causeCounts = new Int32Array(causes.length);
  const bands = Array.from({ length: HOURS }, (_, from) => nameBand(from, bandHours));

  const isInBand = (at: number, from: number) => at >= 0 && (at - from + HOURS) % HOURS < bandHours;

  return {
    find(rows, [first, last], marks, bit, isEnough = () => true) {
      formCounts.fill(0);
      hourCounts.fill(0);
      let of = 0;
      const [bestForm, bestCause] = [
        { value: -1, crashes: 0 },
        { value: -1, crashes: 0 },
      ];
      for (let i = first; i <= last; i++) {
        const row = rows[i]!;
        if (((marks[row]! >> bit) & 1) === 0) continue;
        of++;
        if (hour[row]! >= 0) hourCounts[hour[row]!]!++;
        count(formCounts, form[row]!, bestForm);
        count(causeCounts, cause[row]!, bestCause);
      }
      for (let i = first; i <= last; i++) if (cause[rows[i]!]! >= 0) causeCounts[cause[rows[i]!]!] = 0;
      const bestBand = fullestBand(hourCounts, bandHours);
      const most = Math.max(bestForm.crashes, bestBand.crashes, bestCause.crashes);
      if (most === 0 || !isEnough(most, of)) return null;
      const shared = { crashes: most, of };
      if (bestForm.crashes === most) return { by: "form", value: forms[bestForm.value]!, ...shared };
      if (bestBand.crashes === most) return { by: "hours", value: bands[bestBand.from]!, ...shared };
      return { by: "cause", value: causes[bestCause.value]!, ...shared };
    },
    follows(row, { by, value }) {
      if (by === "form") return form[row]! >= 0 && forms[form[row]!] === value;
      if (by === "cause") return cause[row]! >= 0 && causes[cause[row]!] === value;
      return isInBand(hour[row]!, Number(value.slice(0, 2)));
    },
  };
}

function count(counts: Int32Array, value: number, best: { value: number; crashes: number }): void {
  if (value < 0) return;
  const now = ++counts[value]!;
  if (now <= best.crashes) return;
  best.value = value;
  best.crashes = now;
}

/** Slid round the clock by an hour at a time. */
function fullestBand(counts: Int32Array, bandHours: number): { from: number; crashes: number } {
  let crashes = 0;
  for (let hour = 0; hour < bandHours; hour++) crashes += counts[hour]!;
  const best = { from: 0, crashes };
  for (let from = 1; from < HOURS; from++) {
    crashes += counts[(from - 1 + bandHours) % HOURS]! - counts[from - 1]!;
    if (crashes <= best.crashes) continue;
    best.from = from;
    best.crashes = crashes;
  }
  return best;
}

/** `20-23`: from 20:00 to 23:59. */
const nameBand = (from: number, bandHours: number): string =>
  [from, (from + bandHours - 1) % HOURS].map((each) => String(each).padStart(2, "0")).join("-");

const known = new WeakMap<Snapshot, Traits>();

function traitsOf(crashes: Crashes): Traits {
  const { snapshot } = crashes;
  const read = known.get(snapshot) ?? readTraits(crashes);
  known.set(snapshot, read);
  return read;
}

function readTraits({ snapshot, timeMs }: Crashes): Traits {
  const { count, columns } = snapshot;
  const form = new Int16Array(count).fill(-1);
  const forms = columns.form?.type === "code" ? columns.form.values : [];
  if (columns.form?.type === "code") {
    for (let row = 0; row < count; row++) {
      const index = columns.form.indices[row]!;
      if (index !== UNKNOWN_CODE && forms[index] !== "other") form[row] = index;
    }
  }
  const hour = hoursOf(snapshot, timeMs);
  const cause = new Int32Array(count).fill(-1);
  const numbers = new Map<string, number>();
  if (columns.cause?.type === "text") {
    for (let row = 0; row < count; row++) {
      const text = columns.cause.get(row)?.trim();
      if (!text) continue;
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      cause[row] = number;
    }
  }
  return { form, forms, hour, cause, causes: [...numbers.keys()] };
}

/** A ledger that knows only days puts all of a day on one minute, and that is no hour. */
function hoursOf(snapshot: Snapshot, timeMs: Float64Array): Int8Array {
  const clock = clockColumnsOf(snapshot);
  const timed = Uint32Array.from(timeMs.keys()).filter((row) => !Number.isNaN(timeMs[row]!));
  const placeholder = placeholderMinute(clock, timed);
  const hour = new Int8Array(snapshot.count).fill(-1);
  for (const row of timed) {
    const minute = clock.minuteOfDay[row]!;
    if (minute !== placeholder) hour[row] = Math.floor(minute / 60);
  }
  return hour;
}
