/** Lanczos' coefficients for g = 7, n = 9: 15 digits over the whole line (P. Godfrey, 2001). */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Logarithm of the gamma function; `x` above 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const MOST_TERMS = 10_000;
const TINY = 1e-300;

/**
 * The regularised incomplete gamma functions P (below `x`) and Q (above it): distribution of a gamma variable of this shape and
 * scale 1. The smaller of both keeps its relative accuracy.
 *
 * @param shape - above 0.
 * @param x - at least 0.
 * @see NIST DLMF 8.7.1 (series) and 8.9.2 (continued fraction, after Lentz)
 */
export function gammaShares(shape: number, x: number): { readonly below: number; readonly above: number } {
  if (!(shape > 0)) throw new RangeError(`shape must be above 0, not ${shape}`);
  if (!(x > 0)) return { below: 0, above: 1 };
  if (x === Number.POSITIVE_INFINITY) return { below: 1, above: 0 };
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    const below = Math.min(1, scale * seriesOf(shape, x));
    return { below, above: 1 - below };
  }
  const above = Math.min(1, scale * fractionOf(shape, x));
  return { below: 1 - above, above };
}

function seriesOf(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function fractionOf(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (a * d + b || TINY);
    c = b + a / c || TINY;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The value that a gamma variable stays below with this probability.
 *
 * @param probability - 0 to 1.
 * @param shape - above 0; `scale` likewise: the mean is their product.
 */
export function gammaQuantile(probability: number, shape: number, scale = 1): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`no probability: ${probability}`);
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  // In the upper half Q is compared, so that 1 - 1e-12 is told from 1.
  const isUpper = probability > 0.5;
  const isBelow = (x: number) => {
    const { below, above } = gammaShares(shape, x);
    return isUpper ? above > 1 - probability : below < probability;
  };
  let high = Math.max(1, shape);
  while (isBelow(high)) high *= 2;
  let low = high / 2;
  while (low > TINY && !isBelow(low)) [low, high] = [low / 2, low];
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return ((low + high) / 2) * scale;
}

/** Probability that a chi-square variable with so many degrees of freedom is at least `x`. */
export const chiSquareAbove = (x: number, degrees: number): number => gammaShares(degrees / 2, x / 2).above;
