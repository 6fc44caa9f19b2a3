import type { Uniform } from "../statistics/random.ts";
import { lengthOf, type Stretch } from "../stretches.ts";
import { kernelPeak } from "./kernel-sum.ts";

/** Where crashes of a section can lie. */
export type Support = readonly Stretch[];

/** A section whose crashes are thrown at random. */
interface ThrownOn {
  readonly support: Support;
  /** Only how many they are counts. */
  readonly stakesM: { readonly length: number };
  readonly turnM: number | null;
}

/**
 * The greatest kernel sums of as many crashes as a section has, thrown at random on it, each place as likely as another.
 *
 * Sorted uniform places come as running sums of exponential gaps (L. Devroye, Non-Uniform Random Variate Generation, 1986, V.2.1), so
 * that nothing is sorted.
 *
 * @returns one peak per simulation, in the order simulated.
 */
export function chancePeaks(
  { support, stakesM: { length: crashes }, turnM }: ThrownOn,
  bandwidthM: number,
  simulations: number,
  uniform: Uniform,
): Float64Array {
  const peaks = new Float64Array(simulations);
  const stakes = new Float64Array(turnM === null ? crashes : crashes * 2);
  const length = lengthOf(support) / bandwidthM;
  // Where each stretch ends when all are pushed together, and how far a place on it is moved to lie on the road again.
  let pushed = 0;
  const stretches = support.map(([fromM, toM]) => {
    const shift = fromM / bandwidthM - pushed;
    pushed += (toM - fromM) / bandwidthM;
    return { end: pushed, shift: shift - support[0]![0] / bandwidthM };
  });
  for (let simulation = 0; simulation < simulations; simulation++) {
    let total = 0;
    for (let i = 0; i < crashes; i++) {
      total -= Math.log(uniform());
      stakes[i] = total;
    }
    total -= Math.log(uniform());
    const scale = length / total;
    let stretch = 0;
    let { end, shift } = stretches[0]!;
    for (let i = 0; i < crashes; i++) {
      const along = stakes[i]! * scale;
      while (along > end && stretch < stretches.length - 1) ({ end, shift } = stretches[++stretch]!);
      stakes[i] = along + shift;
    }
    peaks[simulation] = kernelPeak(stakes, turnM === null ? crashes : goOn(stakes, crashes, turnM / bandwidthM));
  }
  return peaks;
}

/** Behind the last crash of a ring come the first ones again, as far as a kernel reaches. */
function goOn(stakes: Float64Array, crashes: number, turn: number): number {
  let count = crashes;
  for (let i = 0; i < crashes && stakes[i]! + turn < stakes[crashes - 1]! + 2; i++) stakes[count++] = stakes[i]! + turn;
  return count;
}
