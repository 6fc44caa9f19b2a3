import { falseDiscoveryRates } from "../statistics/false-discovery.ts";
import { createUniform } from "../statistics/random.ts";
import { chancePeaks, type Support } from "./chance-peaks.ts";
import { kernelPeak, type Rise, risesAbove } from "./kernel-sum.ts";

/** A stretch of road that is tested as one, with the crashes on it. */
export interface TestSection {
  /** Names its stream of random numbers: the same whatever other sections there are. */
  readonly name: string;
  readonly support: Support;
  /** Ascending, metres, on the support. */
  readonly stakesM: Float64Array;
  /** Metres once round, where the section closes upon itself; `null`: it has ends. */
  readonly turnM: number | null;
}

export interface ClusterTest {
  readonly bandwidthM: number;
  readonly simulations: number;
  /** Expected share of chance among what is found. */
  readonly level: number;
  readonly seed: number;
}

/** A dense stretch of a section. */
export interface FoundCluster {
  /** Index of the section. */
  readonly section: number;
  readonly fromM: number;
  readonly toM: number;
  readonly strength: number;
  readonly pValue: number;
  readonly qValue: number;
}

export interface FoundClusters {
  /** Strongest first. */
  readonly clusters: readonly FoundCluster[];
  /** The most simulations that a section needed. */
  readonly mostSimulations: number;
}

/** With so many times the resolution that the false discovery rate asks for, a chance hit or two does not decide. */
const RESOLUTION = 4;
const MOST_SIMULATIONS = 100_000;

/**
 * KDE+: where crashes lie closer together than so many thrown at random on the same section do anywhere on it.
 *
 * A section's p-value is the share of simulations whose greatest density reaches its own. A section that no simulation reaches is
 * simulated on until its p-value can pass the false discovery rate over all sections; that p-value is still exact, because below
 * 1 / (simulations + 1) only the full count decides, and above it only the first. Within the sections that pass, a stretch counts
 * when its own peak is as rare as the rate asked of the section (Benjamini, Bogomolov 2014).
 *
 * @see M. Bíl, R. Andrášik, Z. Janoška, Accident Analysis and Prevention 55 (2013), 265-273
 */
export function findClusters(sections: readonly TestSection[], test: ClusterTest): FoundClusters {
  const { bandwidthM, simulations, level, seed } = test;
  const observed = sections.map(({ stakesM }) => kernelPeak(inBandwidths(stakesM, bandwidthM), stakesM.length));
  const streams = sections.map(({ name }) => createUniform(seed, name));
  const simulate = (index: number, count: number) => chancePeaks(sections[index]!, bandwidthM, count, streams[index]!);
  const peaks = sections.map((_, index) => simulate(index, simulations));
  const unreached = sections.flatMap((_, index) => (reachedBy(peaks[index]!, observed[index]!) === 0 ? index : []));
  const wanted = Math.ceil((RESOLUTION * sections.length) / (level * Math.max(1, unreached.length)));
  const more = Math.min(MOST_SIMULATIONS, wanted) - simulations;
  if (more > 0) for (const index of unreached) peaks[index] = joined(peaks[index]!, simulate(index, more));

  const pValues = sections.map((_, index) => pValueOf(peaks[index]!, observed[index]!));
  const qValues = falseDiscoveryRates(pValues);
  const passing = sections.flatMap((_, index) => (qValues[index]! <= level ? index : []));
  const asked = (level * passing.length) / Math.max(1, sections.length);
  const clusters = passing.flatMap((index) =>
    stretchesOf(sections[index]!, bandwidthM, criticalSum(peaks[index]!, asked)).map((rise) => ({
      section: index,
      fromM: rise.from,
      toM: rise.to,
      strength: rise.strength,
      pValue: pValueOf(peaks[index]!, rise.peak),
      // Of the rate that lets this peak pass too, not only the section's.
      qValue: Math.min(1, Math.max(qValues[index]!, (pValueOf(peaks[index]!, rise.peak) * level) / asked)),
    })),
  );
  clusters.sort((a, b) => b.strength - a.strength || a.section - b.section || a.fromM - b.fromM);
  return { clusters, mostSimulations: peaks.reduce((most, { length }) => Math.max(most, length), 0) };
}

const inBandwidths = (stakesM: Float64Array, bandwidthM: number): Float64Array =>
  stakesM.map((stakeM) => (stakeM - stakesM[0]!) / bandwidthM);

const joined = (peaks: Float64Array, others: Float64Array): Float64Array => {
  const all = new Float64Array(peaks.length + others.length);
  all.set(peaks);
  all.set(others, peaks.length);
  return all;
};

/** Rounding may put a peak a hair above its equal. */
const SAME_SUM = 1e-9;

/** How many are at least as high. */
function reachedBy(peaks: Float64Array, peak: number): number {
  let count = 0;
  for (let i = 0; i < peaks.length; i++) if (peaks[i]! >= peak - SAME_SUM) count++;
  return count;
}

const pValueOf = (peaks: Float64Array, peak: number): number => (reachedBy(peaks, peak) + 1) / (peaks.length + 1);

/** The sum that a peak must exceed so that its p-value is at most `asked`. */
function criticalSum(peaks: Float64Array, asked: number): number {
  const allowed = Math.floor(asked * (peaks.length + 1) + 1e-9) - 1;
  return peaks.toSorted()[Math.max(0, peaks.length - 1 - allowed)]! + SAME_SUM;
}

/**
 * The stretches above the critical sum, each widened to the outermost crashes within half a bandwidth: they weigh three quarters and
 * more in it, and a density hardly above the critical one would else leave its own crashes out. Stretches that then overlap are one.
 */
function stretchesOf({ stakesM, support }: TestSection, bandwidthM: number, critical: number): Rise[] {
  const originM = stakesM[0]!;
  const stretches: Rise[] = [];
  for (const rise of risesAbove(inBandwidths(stakesM, bandwidthM), critical)) {
    let fromM = Math.max(support[0]![0], originM + rise.from * bandwidthM);
    let toM = Math.min(support.at(-1)![1], originM + rise.to * bandwidthM);
    const [nearFromM, nearToM] = [fromM - bandwidthM / 2, toM + bandwidthM / 2];
    for (const stakeM of stakesM) {
      if (stakeM >= nearFromM && stakeM < fromM) fromM = stakeM;
      if (stakeM > toM && stakeM <= nearToM) toM = stakeM;
    }
    const last = stretches.at(-1);
    if (last && fromM <= last.to) {
      const strength = Math.max(last.strength, rise.strength);
      stretches[stretches.length - 1] = { from: last.from, to: toM, peak: Math.max(last.peak, rise.peak), strength };
    } else stretches.push({ from: fromM, to: toM, peak: rise.peak, strength: rise.strength });
  }
  return stretches;
}
