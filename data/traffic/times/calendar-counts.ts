import type { MonthCounts, TimeWeight, YearComparison, YearTimes } from "../../analyses/crash-times-results.ts";
import { DAY_MS, formatLocalDay } from "../../snapshot/local-time.ts";
import type { Crashes } from "../crashes.ts";
import { binomialAt } from "../statistics/binomial.ts";
import { clockColumnsOf, dayOfYearKey } from "./clock-columns.ts";
import { boxAt, boxesBy, countBoxes, sumOf } from "./time-counts.ts";

/** Midnights: `fromMs` inclusive, `toMs` exclusive. */
export interface DayPeriod {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Every month that the period touches. @param rows - of the period. */
export function monthCounts(crashes: Crashes, rows: Uint32Array, { fromMs, toMs }: DayPeriod): MonthCounts[] {
  const { month } = clockColumnsOf(crashes.snapshot);
  const [first, last] = [monthOf(fromMs), monthOf(toMs - DAY_MS)];
  const counts = countBoxes(crashes, rows, last - first + 1, boxesBy(rows, month, first));
  return Array.from({ length: last - first + 1 }, (_, i): MonthCounts => {
    const [year, monthOfYear] = [Math.floor((first + i) / 12), (first + i) % 12];
    const isPart = fromMs > Date.UTC(year, monthOfYear, 1) || toMs < Date.UTC(year, monthOfYear + 1, 1);
    return { year, month: monthOfYear + 1, isPart, ...boxAt(counts, i) };
  });
}

const monthOf = (timeMs: number): number => new Date(timeMs).getUTCFullYear() * 12 + new Date(timeMs).getUTCMonth();
const yearOf = (timeMs: number): number => new Date(timeMs).getUTCFullYear();

/**
 * Every year that the period touches, and each on the days that the last one has.
 *
 * @param rows - of the period.
 * @param months - of the same rows and period; whole years are their sums.
 */
export function yearCounts(
  crashes: Crashes,
  rows: Uint32Array,
  { fromMs, toMs }: DayPeriod,
  months: readonly MonthCounts[],
): YearTimes[] {
  const { month, dayOfYear } = clockColumnsOf(crashes.snapshot);
  const [first, last] = [yearOf(fromMs), yearOf(toMs - DAY_MS)];
  const span = sameDays({ fromMs, toMs });
  const yearInSpan = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const day = dayOfYear[rows[i]!]!;
    const isInSpan = day >= span.fromKey && day <= span.toKey;
    yearInSpan[i] = isInSpan ? Math.floor(month[rows[i]!]! / 12) - first : -1;
  }
  const inSpan = countBoxes(crashes, rows, last - first + 1, yearInSpan);
  return Array.from({ length: last - first + 1 }, (_, i): YearTimes => {
    const own = first + i;
    const isPart = fromMs > Date.UTC(own, 0, 1) || toMs < Date.UTC(own + 1, 0, 1);
    const holdsSpan = span.startOf(own) >= fromMs && span.endOf(own) <= toMs;
    return {
      year: own,
      isPart,
      ...sumOf(months.filter(({ year }) => year === own)),
      toDate: holdsSpan ? boxAt(inSpan, i) : null,
    };
  });
}

/** The days of the last year of a period, in any year. 29 February is the last of February where there is none. */
function sameDays({ fromMs, toMs }: DayPeriod) {
  const lastDayMs = toMs - DAY_MS;
  const lastYear = yearOf(lastDayMs);
  const firstDayMs = Math.max(fromMs, Date.UTC(lastYear, 0, 1));
  const [first, last] = [new Date(firstDayMs), new Date(lastDayMs)];
  const startOf = (year: number) => Date.UTC(year, first.getUTCMonth(), first.getUTCDate());
  // The end of February is the end of February in every year.
  const isEndOfMonth = last.getUTCMonth() !== new Date(toMs).getUTCMonth();
  const endOf = (year: number) =>
    isEndOfMonth
      ? Date.UTC(year, last.getUTCMonth() + 1, 1)
      : Date.UTC(year, last.getUTCMonth(), last.getUTCDate() + 1);
  return {
    fromDay: formatLocalDay(firstDayMs).slice(5),
    toDay: formatLocalDay(lastDayMs).slice(5),
    fromKey: dayOfYearKey(first.getUTCMonth(), first.getUTCDate()),
    toKey: dayOfYearKey(last.getUTCMonth(), isEndOfMonth ? 31 : last.getUTCDate()),
    startOf,
    endOf,
    daysOf: (year: number) => (endOf(year) - startOf(year)) / DAY_MS,
  };
}

/** Below this the difference between two years is more than chance makes. */
const LEVEL = 0.05;
/** Persons of one crash belong together, so only crashes can be tested as if each came by itself. */
const TESTED: ReadonlySet<TimeWeight> = new Set(["crashes", "casualty", "fatal"]);

/** The last year against the one before on the same days; `null` where the period does not hold these. */
export function compareYears(
  years: readonly YearTimes[],
  period: DayPeriod,
  weight: TimeWeight,
): YearComparison | null {
  const [before, now] = years.slice(-2);
  if (!now?.toDate || !before?.toDate) return null;
  const span = sameDays(period);
  const [daysNow, daysBefore] = [span.daysOf(now.year), span.daysOf(before.year)];
  const [countNow, countBefore] = [now.toDate[weight], before.toDate[weight]];
  const ratio = countBefore === 0 ? null : countNow / daysNow / (countBefore / daysBefore);
  const pValue = TESTED.has(weight)
    ? twoSidedBinomial(countNow, countNow + countBefore, daysNow / (daysNow + daysBefore))
    : null;
  const isSure = pValue !== null && pValue < LEVEL;
  return {
    year: now.year,
    withYear: before.year,
    fromDay: span.fromDay,
    toDay: span.toDay,
    now: now.toDate,
    before: before.toDate,
    ratio,
    pValue,
    answer: !isSure ? "cannot-tell" : countNow / daysNow > countBefore / daysBefore ? "more" : "fewer",
  };
}

/** Twice the smaller tail, at most 1. Summed outwards from the count until nothing is added. */
function twoSidedBinomial(count: number, of: number, probability: number): number {
  const step = count >= of * probability ? 1 : -1;
  let sum = 0;
  for (let k = count; k >= 0 && k <= of; k += step) {
    const term = binomialAt(k, of, probability);
    sum += term;
    if (term < sum * 1e-16) break;
  }
  return Math.min(1, 2 * sum);
}
