import { logChoose } from "./binomial.ts";

/** A table of two by two counts: with and without the factor, here and elsewhere. */
export interface FourfoldTable {
  readonly hereWith: number;
  readonly hereWithout: number;
  readonly elsewhereWith: number;
  readonly elsewhereWithout: number;
}

export interface FisherTest {
  /** Probability of at least as many `hereWith` under the same margins: the test for over-representation. */
  readonly atLeast: number;
  readonly atMost: number;
  /** Of all tables with the same margins that are no more likely than this one. */
  readonly twoSided: number;
}

/** Tables whose probabilities differ by less than rounding count as equally likely, as in R. */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test of independence. An empty table, or one without one of its margins, gives 1 everywhere.
 *
 * @see R. A. Fisher, The Design of Experiments (1935), chapter II
 */
export function fisherTest(table: FourfoldTable): FisherTest {
  const { hereWith, hereWithout, elsewhereWith, elsewhereWithout } = table;
  const here = hereWith + hereWithout;
  const withIt = hereWith + elsewhereWith;
  const all = here + elsewhereWith + elsewhereWithout;
  const at = (k: number) => hypergeometricAt(k, here, withIt, all);
  const seen = at(hereWith);
  let [atLeast, atMost, twoSided] = [0, 0, 0];
  for (let k = Math.max(0, here + withIt - all); k <= Math.min(here, withIt); k++) {
    const probability = at(k);
    if (k >= hereWith) atLeast += probability;
    if (k <= hereWith) atMost += probability;
    if (probability <= seen * SAME) twoSided += probability;
  }
  return { atLeast: Math.min(1, atLeast), atMost: Math.min(1, atMost), twoSided: Math.min(1, twoSided) };
}

/** Probability of `k` marked ones among `drawn` of `all`, of which `marked` are marked. */
export const hypergeometricAt = (k: number, drawn: number, marked: number, all: number): number =>
  Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn));
