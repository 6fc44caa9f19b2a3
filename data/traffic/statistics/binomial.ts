import { logGamma } from "./gamma.ts";

/** Logarithm of the number of ways to pick `k` of `n`; -Infinity where there is none. */
export const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? Number.NEGATIVE_INFINITY : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Probability of exactly `k` successes in `n` trials. */
export function binomialAt(k: number, n: number, probability: number): number {
  if (k < 0 || k > n) return 0;
  if (probability <= 0) return k === 0 ? 1 : 0;
  if (probability >= 1) return k === n ? 1 : 0;
  return Math.exp(logChoose(n, k) + k * Math.log(probability) + (n - k) * Math.log1p(-probability));
}

/** Probability of at least `k` successes in `n` trials, summed exactly. */
export function binomialAtLeast(k: number, n: number, probability: number): number {
  if (k <= 0) return 1;
  let sum = 0;
  for (let i = n; i >= k; i--) sum += binomialAt(i, n, probability);
  return Math.min(1, sum);
}

/** Probability of at most `k` successes in `n` trials. */
export const binomialAtMost = (k: number, n: number, probability: number): number =>
  binomialAtLeast(n - k, n, 1 - probability);
