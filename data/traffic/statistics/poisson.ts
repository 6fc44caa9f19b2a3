import { gammaQuantile, gammaShares, logGamma } from "./gamma.ts";

/** Probability of exactly `count` events where `mean` are expected. */
export const poissonAt = (count: number, mean: number): number =>
  mean === 0 ? (count === 0 ? 1 : 0) : Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));

/** Probability of at most `count` events; 0 for a negative count. */
export const poissonAtMost = (count: number, mean: number): number =>
  count < 0 ? 0 : gammaShares(Math.floor(count) + 1, mean).above;

/** Probability of at least `count` events. */
export const poissonAtLeast = (count: number, mean: number): number =>
  count <= 0 ? 1 : gammaShares(Math.ceil(count), mean).below;

/**
 * The exact interval for the mean of which `count` events are a sample.
 *
 * @param level - 0.95: each side misses with at most 2.5 %.
 * @see F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936)
 */
export function poissonInterval(count: number, level = 0.95): readonly [low: number, high: number] {
  const tail = (1 - level) / 2;
  return [count === 0 ? 0 : gammaQuantile(tail, count), gammaQuantile(1 - tail, count + 1)];
}
