/**
 * How likely so many wins of `wins + losses` fair tosses are, or more: the one-sided sign test of paired measurements.
 *
 * @returns 1 when there was no toss.
 */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses;
  // log of C(n, k) / 2^n, from k = n down to the number of wins.
  let term = -n * Math.LN2;
  let sum = 0;
  for (let k = n; k >= wins; k--) {
    sum += Math.exp(term);
    term += Math.log(k) - Math.log(n - k + 1);
  }
  return Math.min(1, sum);
}
