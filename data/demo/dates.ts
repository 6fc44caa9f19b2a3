const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The calendar day `YYYY-MM-DD` of a day number. */
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** @returns the day this many days earlier (later, when negative). */
export const daysBefore = (date: string, days: number): string => dateOf(dayNumber(date) - days);

/** The last three years of whole months before `today`: the period that the accidents cover, both days included. */
export function accidentPeriod(today: string): { from: string; to: string } {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const firstOf = (years: number): number => Date.UTC(year - years, month - 1, 1) / DAY_MS;
  return { from: dateOf(firstOf(3)), to: dateOf(firstOf(0) - 1) };
}
