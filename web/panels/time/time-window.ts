import type { View } from "../../state/view.ts";
import { addMonths, addUnits, type CalendarUnit, type Day, type DaySpan, dayText, toDay, wholeMonths } from "./days.ts";

/** The view's window on a bar that shows `domain`; an open end reaches to the bar's. */
export const windowOf = (time: View["time"], domain: DaySpan): DaySpan | null =>
  time && { from: time.from ? toDay(time.from) : domain.from, to: time.to ? toDay(time.to) : domain.to };

/** As the view keeps it; a window over everything is none, so that events without a time are shown again. */
export const periodOf = (window: DaySpan, domain: DaySpan): View["time"] =>
  window.from <= domain.from && window.to >= domain.to ? null : { from: dayText(window.from), to: dayText(window.to) };

/** By its own length, on or back: months by months, anything else by days. */
export function shifted(window: DaySpan, direction: 1 | -1): DaySpan {
  const months = wholeMonths(window);
  if (months === null) {
    const days = (window.to - window.from) * direction;
    return { from: window.from + days, to: window.to + days };
  }
  return { from: addMonths(window.from, months * direction), to: addMonths(window.to, months * direction) };
}

/** The `step`-th picture of a window that plays from `start` on. Counted from the start: month ends do not wear off. */
export const played = (start: DaySpan, unit: CalendarUnit, step: number): DaySpan => ({
  from: addUnits(start.from, unit, step),
  to: addUnits(start.to, unit, step),
});

/** The same length at the beginning of the bar. */
export function rewound(window: DaySpan, domain: DaySpan): DaySpan {
  const months = wholeMonths(window);
  const to = months === null ? domain.from + (window.to - window.from) : addMonths(domain.from, months);
  return { from: domain.from, to };
}

/** Moves a window as a whole without leaving the bar. */
export function movedTo(window: DaySpan, from: Day, domain: DaySpan): DaySpan {
  const length = window.to - window.from;
  const start = Math.max(domain.from, Math.min(domain.to - length, from));
  return { from: start, to: start + length };
}

/** Moves one end, at least a day from the other and not off the bar. */
export const resized = (window: DaySpan, end: "from" | "to", day: Day, domain: DaySpan): DaySpan =>
  end === "from"
    ? { from: Math.max(domain.from, Math.min(window.to - 1, day)), to: window.to }
    : { from: window.from, to: Math.min(domain.to, Math.max(window.from + 1, day)) };

/** The bin edge within reach, else the day itself: months are what people mean when they come near one. */
export function snapped(day: Day, edges: readonly Day[], reachDays: number): Day {
  let nearest = day;
  let best = reachDays;
  for (const edge of edges) {
    const away = Math.abs(edge - day);
    if (away <= best) [nearest, best] = [edge, away];
  }
  return nearest;
}

export const meets = (a: DaySpan, b: DaySpan): boolean => a.from < b.to && b.from < a.to;

export const sameSpan = (a: DaySpan | null, b: DaySpan | null): boolean => a?.from === b?.from && a?.to === b?.to;
