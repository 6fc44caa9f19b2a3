/** Milliseconds of a day: local wall time has no zone and so no change of clocks. */
export const DAY_MS = 86_400_000;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * Local wall time as milliseconds since 1970-01-01T00:00 of the same clock.
 *
 * @param text - `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`.
 * @returns NaN when the text is neither, or names a day or minute that does not exist.
 */
export function parseLocalTime(text: string): number {
  if (text.length !== 10 && text.length !== 16) return Number.NaN;
  if (text[4] !== "-" || text[7] !== "-") return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  if (!(month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return Number.NaN;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const midnight =
    Date.UTC(2000 + (year % 400), month - 1, dayOfMonth) + (Math.floor(year / 400) - 5) * 146_097 * DAY_MS;
  if (text.length === 10) return midnight;
  if (text[10] !== "T" || text[13] !== ":") return Number.NaN;
  const hours = digits(text, 11, 13);
  const minutes = digits(text, 14, 16);
  return hours <= 23 && minutes <= 59 ? midnight + (hours * 60 + minutes) * 60_000 : Number.NaN;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** @param milliseconds - from `parseLocalTime`, years 0 to 9999. @returns `YYYY-MM-DD`. */
export const formatLocalDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** @param milliseconds - from `parseLocalTime`, years 0 to 9999. @returns `YYYY-MM-DDTHH:mm`. */
export const formatLocalMinute = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 16);
