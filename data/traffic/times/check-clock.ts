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
  const { commonest, counts } = countMinutes(minuteOfDay, rows);
  return {
    answer: answerOf(counts[commonest]!, rows.length),
    atMidnight: counts[0]!,
    commonest: rows.length === 0 ? null : minuteText(commonest),
    atCommonest: counts[commonest]!,
    suspiciousShare: SUSPICIOUS_SHARE,
    fewest: FEWEST_TO_TELL,
  };
}

/** The minute of the day that stands for "time not known"; `null` where times can be believed or are too few to tell. */
export function placeholderMinute({ minuteOfDay }: ClockColumns, rows: ArrayLike<number>): number | null {
  const { commonest, counts } = countMinutes(minuteOfDay, rows);
  return answerOf(counts[commonest]!, rows.length) === "not-credible" ? commonest : null;
}

function countMinutes(minuteOfDay: Uint16Array, rows: ArrayLike<number>): { counts: Uint32Array; commonest: number } {
  const counts = new Uint32Array(MINUTES);
  for (let i = 0; i < rows.length; i++) {
    const minute = minuteOfDay[rows[i]!]!;
    if (minute < MINUTES) counts[minute]!++;
  }
  return { counts, commonest: counts.reduce((best, count, minute) => (count > counts[best]! ? minute : best), 0) };
}

function answerOf(atCommonest: number, all: number): ClockCheck["answer"] {
  if (all < FEWEST_TO_TELL) return "too-few";
  return atCommonest > SUSPICIOUS_SHARE * all ? "not-credible" : "credible";
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const minuteText = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
