/** Farther than this nobody's rule looks back, so nothing said of it would hold. */
const MOST_YEARS = 3;

/** The last day until which the watch looks: three years from today. */
export function lastWatchDay(today: string): string {
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(4)];
  return `${year + MOST_YEARS}${rest === "-02-29" ? "-02-28" : rest}`;
}
