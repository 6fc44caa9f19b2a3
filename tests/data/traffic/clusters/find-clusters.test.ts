import { describe, expect, test } from "vitest";
import type { Support } from "#data/traffic/clusters/chance-peaks.ts";
import { chancePeaks } from "#data/traffic/clusters/chance-peaks.ts";
import { findClusters, type TestSection } from "#data/traffic/clusters/find-clusters.ts";
import { kernelPeak } from "#data/traffic/clusters/kernel-sum.ts";
import { binomialAtLeast, binomialAtMost } from "#data/traffic/statistics/binomial.ts";
import { createUniform, type Uniform } from "#data/traffic/statistics/random.ts";

const LEVEL = 0.05;
const settings = { bandwidthM: 100, simulations: 199, level: LEVEL, seed: 1 };

const sectionOf = (name: string, support: Support, stakesM: readonly number[]): TestSection => ({
  name,
  support,
  stakesM: Float64Array.from(stakesM).sort(),
  turnM: null,
});

const scattered = (uniform: Uniform, name: string, count: number, lengthM: number): TestSection =>
  sectionOf(
    name,
    [[0, lengthM]],
    Array.from({ length: count }, () => uniform() * lengthM),
  );

/** Whether a count of alarms is what chance gives at this rate, but for one time in a thousand. */
const isNoMoreThan = (alarms: number, runs: number, rate: number) => binomialAtLeast(alarms, runs, rate) > 0.001;
const isNoLessThan = (alarms: number, runs: number, rate: number) => binomialAtMost(alarms, runs, rate) > 0.001;

describe("shuffled crashes", () => {
  test("give an alarm on one road in twenty: neither more nor fewer", () => {
    const uniform = createUniform(11, "one road");
    const runs = 400;
    let alarms = 0;
    for (let seed = 0; seed < runs; seed++) {
      const road = scattered(uniform, "road", 5 + (seed % 60), 8_000);
      if (findClusters([road], { ...settings, seed }).clusters.length > 0) alarms++;
    }
    expect(isNoMoreThan(alarms, runs, LEVEL), `${alarms} alarms`).toBe(true);
    expect(isNoLessThan(alarms, runs, LEVEL), `${alarms} alarms`).toBe(true);
  });

  test("give an alarm on a whole network no more often than one time in twenty", () => {
    const uniform = createUniform(12, "networks");
    const runs = 120;
    let alarms = 0;
    for (let seed = 0; seed < runs; seed++) {
      const roads = Array.from({ length: 20 }, (_, i) => scattered(uniform, `road ${i}`, 5 + i, 4_000 + 500 * i));
      if (findClusters(roads, { ...settings, seed }).clusters.length > 0) alarms++;
    }
    expect(isNoMoreThan(alarms, runs, LEVEL), `${alarms} alarms`).toBe(true);
  });
});

describe("planted clusters", () => {
  test("are found where they are, on 300 roads with one road in a hundred planted, within the false alarms allowed", () => {
    const uniform = createUniform(13, "planted");
    const roads = Array.from({ length: 300 }, (_, i) => {
      const road = scattered(uniform, `road ${i}`, 20, 10_000);
      if (i % 100 !== 7) return road;
      return sectionOf(road.name, road.support, [
        ...road.stakesM,
        ...Array.from({ length: 9 }, () => 6_000 + 40 * uniform()),
      ]);
    });
    const { clusters, mostSimulations } = findClusters(roads, { ...settings, simulations: 999 });
    const planted = clusters.filter(({ section }) => section % 100 === 7);
    expect(planted.map(({ section }) => section).sort((a, b) => a - b)).toEqual([7, 107, 207]);
    for (const { fromM, toM, qValue, strength } of planted) {
      expect(fromM).toBeLessThanOrEqual(6_000 + 20);
      expect(toM).toBeGreaterThanOrEqual(6_000 + 20);
      expect(toM - fromM).toBeLessThan(300);
      expect(qValue).toBeLessThanOrEqual(LEVEL);
      expect(strength).toBeGreaterThan(0);
    }
    expect(isNoMoreThan(clusters.length - planted.length, clusters.length, LEVEL)).toBe(true);
    // 999 alone cannot tell one road in a hundred: 0.001 is above 0.05 · 3 / 300.
    expect(mostSimulations).toBeGreaterThan(999);
  });

  test("come strongest first, and the same for the same seed whatever other roads there are", () => {
    const uniform = createUniform(14, "strength");
    const at = (stakeM: number, count: number) => Array.from({ length: count }, () => stakeM + 30 * uniform());
    const base = scattered(uniform, "base", 30, 20_000);
    const roads = [
      sectionOf("weak", base.support, [...base.stakesM, ...at(3_000, 8)]),
      sectionOf("strong", base.support, [...base.stakesM, ...at(9_000, 25), ...at(15_000, 12)]),
    ];
    const { clusters } = findClusters(roads, settings);
    expect(clusters.map(({ section, fromM }) => [section, Math.round(fromM / 1_000)])).toEqual([
      [1, 9],
      [1, 15],
      [0, 3],
    ]);
    expect(findClusters(roads, settings)).toEqual(findClusters(roads, settings));
    const alone = findClusters([roads[1]!], settings).clusters;
    expect(alone.map(({ pValue }) => pValue)).toEqual([1 / 200, 1 / 200]);
  });
});

describe("what is no road", () => {
  test("takes no random crashes, so that a road in two short parts far apart is no cluster", () => {
    const stakes = Array.from({ length: 40 }, (_, i) => (i < 20 ? i * 25 : 50_000 + (i - 20) * 25));
    const twoParts: Support = [
      [0, 500],
      [50_000, 50_500],
    ];
    expect(findClusters([sectionOf("parts", twoParts, stakes)], settings).clusters).toEqual([]);
    const whole = findClusters([sectionOf("whole", [[0, 50_500]], stakes)], settings).clusters;
    expect(whole.map(({ fromM }) => Math.round(fromM / 10_000)).sort()).toEqual([0, 5]);
  });

  test("keeps the distances across it: peaks are those of crashes thrown and sorted the slow way", () => {
    const support: Support = [
      [1_000, 1_300],
      [1_500, 1_900],
      [5_000, 5_200],
    ];
    const fast = chancePeaks({ support, stakesM: { length: 12 }, turnM: null }, 100, 4_000, createUniform(3, "fast"));
    const uniform = createUniform(4, "slow");
    const slow = Array.from({ length: 4_000 }, () => {
      const stakes = Float64Array.from({ length: 12 }, () => {
        let along = uniform() * 900;
        for (const [fromM, toM] of support) {
          if (along <= toM - fromM) return (fromM + along) / 100;
          along -= toM - fromM;
        }
        return 52;
      }).sort();
      return kernelPeak(stakes, 12);
    });
    // Two samples of one distribution: Kolmogorov-Smirnov at 0.1 %.
    expect(distributionGap(Array.from(fast), slow)).toBeLessThan(1.95 * Math.sqrt(2 / 4_000));
  });
});

function distributionGap(one: readonly number[], other: readonly number[]): number {
  const shareBelow = (values: readonly number[], x: number) =>
    values.filter((value) => value <= x).length / values.length;
  const places = one.filter((_, i) => i % 20 === 0);
  return Math.max(...places.map((x) => Math.abs(shareBelow(one, x) - shareBelow(other, x))));
}
