/**
 * Epanechnikov sums over sorted stakes, `f(x) = Σ max(0, 1 - ((x - stake) / bandwidth)²)`: the density of crashes along a road up to
 * the factor {@link toPerKm}. Between two places where a crash comes within reach or leaves it, `f` is one parabola, known by the
 * count, sum and sum of squares of the stakes in reach: everything here is exact, without a grid.
 */

/** Sums are taken from an origin that follows the window, or their squares would eat up the digits. */
const FARTHEST_ORIGIN = 64;

/**
 * The greatest value of the sum.
 *
 * Each parabola's crest is tried whether or not it lies on its own piece: off it, the parabola is at most `f`, so that it cannot
 * deceive, and the greatest value is the crest of one.
 *
 * @param stakes - ascending, in units of the bandwidth; only the first `count` are read.
 * @returns 0 for no stakes, at least 1 otherwise.
 */
export function kernelPeak(stakes: Float64Array, count: number): number {
  let best = 0;
  let [first, reached, sum, squares, origin] = [0, 0, 0, 0, 0];
  for (let next = 0; next < count; next++) {
    const stake = stakes[next]!;
    while (first < next && stakes[first]! <= stake - 2) {
      const left = stakes[first++]! - origin;
      sum -= left;
      squares -= left * left;
      reached--;
      if (reached > best) best = Math.max(best, reached - squares + (sum * sum) / reached);
    }
    if (reached === 0) [sum, squares, origin] = [0, 0, stake];
    else if (stake - origin > FARTHEST_ORIGIN) {
      const shift = stake - origin;
      squares += shift * (reached * shift - 2 * sum);
      sum -= reached * shift;
      origin = stake;
    }
    const along = stake - origin;
    sum += along;
    squares += along * along;
    reached++;
    if (reached > best) best = Math.max(best, reached - squares + (sum * sum) / reached);
  }
  // Those that leave after the last one came.
  while (first < count && reached > best) {
    const left = stakes[first++]! - origin;
    sum -= left;
    squares -= left * left;
    reached--;
    if (reached > best) best = Math.max(best, reached - squares + (sum * sum) / reached);
  }
  return best;
}

/** A piece of road on which the crashes in reach are the same. */
interface Parabola {
  readonly from: number;
  readonly to: number;
  readonly reached: number;
  /** Of the crashes in reach. */
  readonly mean: number;
  /** Value at the crest, which need not lie on the piece. */
  readonly crest: number;
}

/** @param stakes - ascending, in units of the bandwidth. */
function* parabolasOf(stakes: ArrayLike<number>): Generator<Parabola> {
  let [first, end] = [0, 0];
  let from = Number.NEGATIVE_INFINITY;
  while (first < stakes.length) {
    const enters = end < stakes.length ? stakes[end]! - 1 : Number.POSITIVE_INFINITY;
    const leaves = stakes[first]! + 1;
    const to = Math.min(enters, leaves);
    if (end > first && to > from) {
      const mean = meanOf(stakes, first, end);
      let spread = 0;
      for (let i = first; i < end; i++) spread += (stakes[i]! - mean) ** 2;
      yield { from, to, reached: end - first, mean, crest: end - first - spread };
    }
    if (enters <= leaves) end++;
    else first++;
    from = to;
  }
}

function meanOf(stakes: ArrayLike<number>, first: number, end: number): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += stakes[i]! - stakes[first]!;
  return stakes[first]! + sum / (end - first);
}

/** A stretch on which the sum is above a threshold. */
export interface Rise {
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  /** 0 to 1: of the area under the sum, the share that lies above the threshold. */
  readonly strength: number;
}

/**
 * The stretches on which the sum is above a threshold, in the order of the road.
 *
 * @param stakes - ascending, in units of the bandwidth; so are the stretches.
 * @param threshold - above 0.
 */
export function risesAbove(stakes: ArrayLike<number>, threshold: number): Rise[] {
  const rises: { from: number; to: number; peak: number; area: number }[] = [];
  for (const { from, to, reached, mean, crest } of parabolasOf(stakes)) {
    if (crest <= threshold) continue;
    const half = Math.sqrt((crest - threshold) / reached);
    const [low, high] = [Math.max(from, mean - half), Math.min(to, mean + half)];
    if (!(high > low)) continue;
    const top = Math.min(high, Math.max(low, mean));
    const peak = crest - reached * (top - mean) ** 2;
    const area = crest * (high - low) - (reached * ((high - mean) ** 3 - (low - mean) ** 3)) / 3;
    const last = rises.at(-1);
    if (last && last.to === low) {
      last.to = high;
      last.peak = Math.max(last.peak, peak);
      last.area += area;
    } else rises.push({ from: low, to: high, peak, area });
  }
  return rises.map(({ from, to, peak, area }) => ({ from, to, peak, strength: 1 - (threshold * (to - from)) / area }));
}

/** Crashes per kilometre for one unit of the sum. */
export const toPerKm = (bandwidthM: number): number => 750 / bandwidthM;
