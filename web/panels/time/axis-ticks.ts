import { addMonths, type Day, type DaySpan, dayText, startOf } from "./days.ts";

export interface Tick {
  readonly day: Day;
  readonly label: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** At most `most` labels: days within two months, else months (`2025-04`) or years (`2025`). */
export function axisTicks({ from, to }: DaySpan, most: number): readonly Tick[] {
  if (to - from <= 62) {
    const step = Math.ceil((to - from) / most);
    return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step).map((day) => ({
      day,
      label: dayText(day).slice(5),
    }));
  }
  const months = (to - from) / 30.44;
  const step = MONTH_STEPS.find((each) => months / each <= most) ?? MONTH_STEPS.at(-1)!;
  const start = startOf("year", from);
  const ticks: Tick[] = [];
  for (let i = 0; ; i++) {
    const day = addMonths(start, i * step);
    if (day >= to) return ticks;
    if (day >= from) ticks.push({ day, label: step < 12 ? dayText(day).slice(0, 7) : dayText(day).slice(0, 4) });
  }
}
