/** A stream of numbers that is the same on every machine. Each theme of the zone has its own, so that a change in one leaves the others. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform integer, both ends included. */
  integer(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** One of the pairs' values, with a probability proportional to its weight. */
  weighted<T>(pairs: readonly (readonly [value: T, weight: number])[]): T;
  /** The same for many picks from the same pairs: the sums are made once. */
  picker<T>(pairs: readonly (readonly [value: T, weight: number])[]): () => T;
  /** Near normal (sum of twelve uniforms): no logarithm, whose last bit may differ between machines. */
  normal(mean: number, deviation: number): number;
  /** A new array in random order. */
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * sfc32 by Chris Doty-Humphrey (PractRand), seeded from the zone's seed and the theme's name.
 *
 * @param seed - any safe integer; its low 32 bits count.
 */
export function createRandom(seed: number, theme: string): Random {
  let [a, b, c, counter] = [0x9e3779b9, seed | 0, hash(theme), 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) word();
  const next = () => word() / 4294967296;
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[integer(0, items.length - 1)]!;
    },
    weighted: (pairs) => {
      let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of pairs) {
        left -= weight;
        if (left < 0) return value;
      }
      return pairs[pairs.length - 1]![0];
    },
    picker: (pairs) => {
      let sum = 0;
      const sums = pairs.map(([, weight]) => (sum += weight));
      return () => {
        const wanted = next() * sum;
        let [low, high] = [0, pairs.length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (wanted < sums[middle]!) high = middle;
          else low = middle + 1;
        }
        return pairs[low]![0];
      };
    },
    normal: (mean, deviation) => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return mean + sum * deviation;
    },
    shuffled: (items) => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
