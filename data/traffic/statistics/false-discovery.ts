/**
 * The q-values of p-values: where all with `q <= level` are reported, at most that share of them is expected to be chance.
 *
 * @param pValues - in any order; the answer has the same order.
 * @param tests - how many tests there were, when some of their p-values are not given because they are 1.
 * @see Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, J. R. Statist. Soc. B 57 (1995), 289-300
 */
export function falseDiscoveryRates(pValues: ArrayLike<number>, tests = pValues.length): Float64Array {
  const order = Array.from(pValues, (_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
  const rates = new Float64Array(pValues.length);
  let lowest = 1;
  order.forEach((index, fromLargest) => {
    const rank = pValues.length - fromLargest;
    lowest = Math.min(lowest, (pValues[index]! * tests) / rank);
    rates[index] = lowest;
  });
  return rates;
}
