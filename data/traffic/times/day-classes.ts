import type { DayClass } from "../../analyses/crash-times-results.ts";
import { DAY_MS } from "../../snapshot/local-time.ts";
import type { DayPeriod } from "./calendar-counts.ts";
import { weekdayOf } from "./clock-columns.ts";

/** How days are told apart, and how many of each class a period has. */
export interface DayClasses {
  /** Those that the period has, in their usual order. */
  readonly classes: readonly DayClass[];
  /** Days of each class in the period. */
  readonly counts: readonly number[];
  /** Index in `classes` of the day of a time within the period. */
  readonly classOf: (timeMs: number) => number;
}

/** Days of the calendar that the week does not know, as midnights. */
export interface CalendarDays {
  readonly holidays: ReadonlySet<number>;
  /** Weekends that are worked (调休). */
  readonly workingDays: ReadonlySet<number>;
}

const ORDER: readonly DayClass[] = ["workday", "weekend", "holiday-eve", "holiday", "1", "2", "3", "4", "5", "6", "7"];

/**
 * The classes of days of a period: workday and weekend, holidays and the days before them where they are known; or single weekdays.
 *
 * A day before a holiday that is itself no holiday is an eve, whatever day of the week it is.
 */
export function dayClasses(period: DayPeriod, by: "class" | "weekday", days: CalendarDays): DayClasses {
  const classOfDay = (dayMs: number): DayClass => {
    const weekday = weekdayOf(dayMs);
    if (by === "weekday") return String(weekday + 1) as DayClass;
    if (days.holidays.has(dayMs)) return "holiday";
    if (days.holidays.has(dayMs + DAY_MS)) return "holiday-eve";
    return weekday >= 5 && !days.workingDays.has(dayMs) ? "weekend" : "workday";
  };
  const perClass = new Map<DayClass, number>();
  const length = Math.round((period.toMs - period.fromMs) / DAY_MS);
  const ofDay = Array.from({ length }, (_, i) => classOfDay(period.fromMs + i * DAY_MS));
  for (const own of ofDay) perClass.set(own, (perClass.get(own) ?? 0) + 1);
  const classes = ORDER.filter((each) => perClass.has(each));
  const indices = Uint8Array.from(ofDay, (own) => classes.indexOf(own));
  return {
    classes,
    counts: classes.map((each) => perClass.get(each)!),
    classOf: (timeMs) => indices[Math.floor((timeMs - period.fromMs) / DAY_MS)]!,
  };
}
