import type { EffectEstimate, EffectVerdict } from "../../analyses/before-after-results.ts";
import { logGamma } from "../statistics/gamma.ts";
import { poissonAt } from "../statistics/poisson.ts";

/** Each side of the 95 % interval misses with at most this probability. */
const TAIL = 0.025;

/**
 * The index of effectiveness: crashes that happened over crashes that would have happened, freed of the bias of a ratio.
 *
 * The interval does not lean on a normal curve: the crashes that would have happened are taken as a gamma variable with this mean and
 * variance, so that those that happen are a negative binomial one, and θ reaches as far as both its tails allow. With few crashes it is
 * wide and lopsided; with none after, its lower end is 0.
 *
 * @param observed - crashes after the works.
 * @param expected - without the works, above 0; @param variance - of that estimate, at least 0.
 * @see E. Hauer, Observational Before-After Studies in Road Safety (1997), equations 6.3 and 6.4
 */
export function effectOf(observed: number, expected: number, variance: number): EffectEstimate {
  if (!(expected > 0)) throw new RangeError(`nothing is expected: ${expected}`);
  const spread = variance / expected ** 2;
  const theta = observed / expected / (1 + spread);
  // Var(λ)/λ² is 1/λ; written so that it also holds for 0 crashes.
  const standardError = Math.sqrt(observed / expected ** 2 + (observed / expected) ** 2 * spread) / (1 + spread);
  const { low, high } = intervalOf(observed, expected, variance);
  return { expected, variance, theta, standardError, low, high, verdict: verdictOf(low, high) };
}

const verdictOf = (low: number, high: number | null): EffectVerdict =>
  high !== null && high < 1 ? "reduced" : low > 1 ? "increased" : "cannot-tell";

function intervalOf(observed: number, expected: number, variance: number): { low: number; high: number | null } {
  const above = (theta: number) => 1 - countAtMost(observed - 1, theta * expected, theta ** 2 * variance);
  const below = (theta: number) => countAtMost(observed, theta * expected, theta ** 2 * variance);
  const low = observed === 0 ? 0 : crossing((theta) => above(theta) > TAIL);
  // The mean may be so uncertain that no θ rules out so few crashes.
  const isOpen = below(FARTHEST) > TAIL;
  return { low, high: isOpen ? null : crossing((theta) => below(theta) <= TAIL) };
}

const FARTHEST = 1e4;

/** The θ from which on it holds, to six digits. */
function crossing(holds: (theta: number) => boolean): number {
  let [low, high] = [0, 1];
  while (high < FARTHEST && !holds(high)) [low, high] = [high, high * 2];
  for (let i = 0; i < 60 && high - low > 1e-7 * high; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Probability of at most `count` crashes when their mean is a gamma variable of this mean and variance. */
export function countAtMost(count: number, mean: number, variance: number): number {
  if (count < 0) return 0;
  // Below, a gamma of this shape cannot be told from its mean.
  const isCertain = variance < mean ** 2 * 1e-9;
  const shape = mean ** 2 / variance;
  let sum = 0;
  let term = isCertain ? poissonAt(count, mean) : negativeBinomialAt(count, shape, mean);
  for (let k = count; k >= 0; k--) {
    sum += term;
    if (term < sum * 1e-16 && k < mean) break;
    term *= isCertain ? k / mean : (k / (k - 1 + shape)) * ((shape + mean) / mean);
  }
  return Math.min(1, sum);
}

function negativeBinomialAt(count: number, shape: number, mean: number): number {
  const ways = logGamma(count + shape) - logGamma(shape) - logGamma(count + 1);
  return Math.exp(ways - shape * Math.log1p(mean / shape) + count * Math.log(mean / (shape + mean)));
}
