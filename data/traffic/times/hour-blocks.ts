import { createUniform, type Uniform } from "../statistics/random.ts";

/** Crashes per class of days and hour: `class * 24 + hour`. */
export type HourCounts = Uint32Array;

/** So many hours in a row from `fromHour`, past midnight too, on days of one class. */
export interface FoundBlock {
  readonly dayClass: number;
  readonly fromHour: number;
  readonly crashes: number;
}

/** The fullest block of each class; of equals the earliest. @param hours - in a row, 1 to 24. */
export function fullestBlocks(counts: HourCounts, classes: number, hours: number): FoundBlock[] {
  return Array.from({ length: classes }, (_, dayClass) => {
    let best: FoundBlock = { dayClass, fromHour: 0, crashes: -1 };
    for (let fromHour = 0; fromHour < 24; fromHour++) {
      const crashes = blockCount(counts, dayClass, fromHour, hours);
      if (crashes > best.crashes) best = { dayClass, fromHour, crashes };
    }
    return best;
  });
}

export function blockCount(counts: HourCounts, dayClass: number, fromHour: number, hours: number): number {
  let sum = 0;
  for (let i = 0; i < hours; i++) sum += counts[dayClass * 24 + ((fromHour + i) % 24)]!;
  return sum;
}

/** What the fullest of all blocks holds. A sum that moves by an hour, as a thousand draws ask it for every segment. */
function mostInBlock(counts: HourCounts, classes: number, hours: number): number {
  let most = 0;
  for (let dayClass = 0; dayClass < classes; dayClass++) {
    let held = blockCount(counts, dayClass, 0, hours);
    for (let fromHour = 0; fromHour < 24; fromHour++) {
      if (held > most) most = held;
      held += counts[dayClass * 24 + ((fromHour + hours) % 24)]! - counts[dayClass * 24 + fromHour]!;
    }
  }
  return most;
}

/** What the fullest block holds when crashes come at any time alike. */
export interface ChanceBlocks {
  /** Of so many crashes: the share in the fullest block, on average. */
  readonly meanShare: number;
  /** How often it holds at least so many; at least 1 / (simulations + 1). */
  readonly asManyOrMore: (crashes: number) => number;
}

/** Random times are drawn so often for every number of crashes. */
export const SIMULATIONS = 999;

/**
 * Draws times at random and looks for the fullest block as is done with the real ones: the best of many blocks is always full.
 *
 * @param dayCounts - days of each class, which share the crashes in proportion.
 */
export function chanceBlocks(crashes: number, dayCounts: readonly number[], hours: number, seed: number): ChanceBlocks {
  const uniform = createUniform(seed, `hour-blocks ${crashes}`);
  const maxima = Array.from({ length: SIMULATIONS }, () => {
    return mostInBlock(randomHours(uniform, crashes, dayCounts), dayCounts.length, hours);
  });
  const sum = maxima.reduce((total, each) => total + each, 0);
  return {
    meanShare: sum / SIMULATIONS / crashes,
    asManyOrMore: (seen) => (maxima.filter((each) => each >= seen).length + 1) / (SIMULATIONS + 1),
  };
}

function randomHours(uniform: Uniform, crashes: number, dayCounts: readonly number[]): HourCounts {
  const counts = new Uint32Array(dayCounts.length * 24);
  const days = dayCounts.reduce((total, each) => total + each, 0);
  for (let i = 0; i < crashes; i++) {
    let day = uniform() * days;
    let dayClass = 0;
    while (dayClass < dayCounts.length - 1 && day >= dayCounts[dayClass]!) {
      day -= dayCounts[dayClass]!;
      dayClass++;
    }
    counts[dayClass * 24 + Math.floor(uniform() * 24)]!++;
  }
  return counts;
}
