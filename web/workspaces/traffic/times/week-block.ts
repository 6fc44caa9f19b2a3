import type { HourBlock } from "#data/analyses/crash-times-results.ts";
import type { TimesWords } from "../../../messages/traffic-times.ts";
import type { WeekBlock } from "../../../state/times-view.ts";

/** A place in the matrix: day 0 is the head of an hour's column, hour -1 that of a day's row; both together the whole week. */
export interface WeekCell {
  readonly day: number;
  readonly hour: number;
}

const FIRST: WeekCell = { day: 0, hour: -1 };
const LAST: WeekCell = { day: 7, hour: 23 };

/** The hours between two places of the matrix; a head stands for all of its row or column. */
export function blockBetween(a: WeekCell, b: WeekCell): WeekBlock {
  const [days, hours] = [
    [a.day, b.day],
    [a.hour, b.hour],
  ];
  const isAllDays = days.includes(FIRST.day);
  const isAllHours = hours.includes(FIRST.hour);
  return {
    fromDay: isAllDays ? 1 : Math.min(...days),
    toDay: isAllDays ? LAST.day : Math.max(...days),
    fromHour: isAllHours ? 0 : Math.min(...hours),
    toHour: isAllHours ? LAST.hour : Math.max(...hours),
  };
}

export const isInBlock = ({ fromDay, toDay, fromHour, toHour }: WeekBlock, { day, hour }: WeekCell): boolean =>
  day >= fromDay && day <= toDay && hour >= fromHour && hour <= toHour;

export const isSameBlock = (a: WeekBlock | null, b: WeekBlock | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.fromDay === b.fromDay &&
    a.toDay === b.toDay &&
    a.fromHour === b.fromHour &&
    a.toHour === b.toHour);

/** Where a key leads from a place of the matrix; `null`: it is no key of movement. */
export function moveBy(key: string, { day, hour }: WeekCell): WeekCell | null {
  switch (key) {
    case "ArrowUp":
      return { day: Math.max(FIRST.day, day - 1), hour };
    case "ArrowDown":
      return { day: Math.min(LAST.day, day + 1), hour };
    case "ArrowLeft":
      return { day, hour: Math.max(FIRST.hour, hour - 1) };
    case "ArrowRight":
      return { day, hour: Math.min(LAST.hour, hour + 1) };
    case "Home":
      return { day, hour: FIRST.hour };
    case "End":
      return { day, hour: LAST.hour };
    case "PageUp":
      return { day: FIRST.day, hour };
    case "PageDown":
      return { day: LAST.day, hour };
    default:
      return null;
  }
}

const DAYS_OF_CLASS: Readonly<Record<string, readonly [number, number]>> = { workday: [1, 5], weekend: [6, 7] };

/** Hours of a class of days as a part of the week; `null` where they are none: past midnight, or on days of the calendar. */
export function weekBlockOf({ days, fromHour, toHour }: HourBlock): WeekBlock | null {
  const [fromDay, toDay] = DAYS_OF_CLASS[days] ?? [Number(days), Number(days)];
  const lastHour = toHour === 0 ? 23 : toHour - 1;
  return Number.isNaN(fromDay) || lastHour < fromHour ? null : { fromDay, toDay, fromHour, toHour: lastHour };
}

/** `周一至周五 7–9 时`: the end is the hour that no longer belongs to it. */
export function blockText({ fromDay, toDay, fromHour, toHour }: WeekBlock, words: TimesWords): string {
  const day = (index: number) => words.weekdayShort[index - 1]!;
  const isWholeWeek = fromDay === 1 && toDay === 7;
  const isWholeDay = fromHour === 0 && toHour === 23;
  if (isWholeWeek && isWholeDay) return words.whole;
  const days = isWholeWeek ? words.allDays : fromDay === toDay ? day(fromDay) : words.span(day(fromDay), day(toDay));
  return words.block(days, isWholeDay ? words.allHours : words.hourSpan(fromHour, toHour + 1));
}
