import type { ClockCheck } from "../../analyses/crash-times-results.ts";
import type { ClockColumns } from "./clock-columns.ts";

/** Real crashes spread: the commonest minutes of police ledgers, rounded to the hour, hold a few in a hundred. */
export const SUSPICIOUS_SHARE = 0.2;
/** With fewer, one minute holds a fifth by chance. */
export const FEWEST_TO_TELL = 20;

const MINUTES = 1440;

/**
 * Whether times of day can be believed: ledgers that know only the day put all of a day's crashes on one minute, 00:00, or what became
 * of it in another time zone.
 *
 * @param rows - of crashes with a time.
 */
export function checkClock({ minuteOfDay }: ClockColumns, rows: ArrayLike<number>): ClockCheck {
  const counts = new Uint32Array(MINUTES);
  for (let i = 0; i < rows.length; i++) {
    const minute = minuteOfDay[rows[i]!]!;
    if (minute < MINUTES) counts[minute]!++;
  }
  const commonest = counts.reduce((best, count, minute) => (count > counts[best]! ? minute : best), 0);
  const isSuspicious = counts[commonest]! > SUSPICIOUS_SHARE * rows.length;
  return {
    answer: rows.length < FEWEST_TO_TELL ? "too-few" : isSuspicious ? "not-credible" : "credible",
    atMidnight: counts[0]!,
    commonest: rows.length === 0 ? null : minuteText(commonest),
    atCommonest: counts[commonest]!,
    suspiciousShare: SUSPICIOUS_SHARE,
    fewest: FEWEST_TO_TELL,
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const minuteText = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
