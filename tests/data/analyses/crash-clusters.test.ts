import { describe, expect, test } from "vitest";
import { crashClusters } from "#data/analyses/crash-clusters.ts";
import { DEMO_TODAY } from "#data/demo/index.ts";
import { binomialAtLeast } from "#data/traffic/statistics/binomial.ts";
import { createUniform } from "#data/traffic/statistics/random.ts";
import { makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { zone } from "../demo/zone.ts";
import { runAnalysis, schemaRefusals } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-10_000, 0], lengthM: 20_000, class: "national" };
const S985: SceneRoad = { code: "S985", start: [0, -6_000], lengthM: 12_000, north: true, class: "provincial" };

const PERIOD = { from: "2023-01-01", to: "2026-01-01" };

function run(parameters: object, roads: readonly SceneRoad[], accidents: readonly Row[]) {
  const snapshots = [makeSnapshot("roads", roads.flatMap(roadRows)), makeSnapshot("accidents", accidents)];
  return runAnalysis(crashClusters, { ...PERIOD, ...parameters }, snapshots);
}

/** Scattered evenly over a road, and so many within 60 m around a stake. */
function scene(road: SceneRoad, scattered: number, dense: number, aroundM: number): Row[] {
  const uniform = createUniform(21, road.code);
  return [
    ...Array.from({ length: scattered }, () => accidentOn(road, uniform() * road.lengthM)),
    ...Array.from({ length: dense }, () => accidentOn(road, aroundM - 30 + 60 * uniform())),
  ];
}

describe("the demonstration zone", () => {
  const roads = makeSnapshot("roads", zone.layers.roads!, zone.center);
  const accidents = makeSnapshot("accidents", zone.layers.accidents!, zone.center);
  const alongRoads = zone.plantedBlackSpots.filter(({ roadCode, fromStakeM }) =>
    // Six were planted away from junctions.
    ["G111 812090", "G111 802160", "S984 4690", "X902 3800", "X908 5920", "G9990 230150"].includes(
      `${roadCode} ${fromStakeM}`,
    ),
  );

  test("has all its black spots away from junctions among the clusters, and elsewhere no more than false alarms", () => {
    expect(alongRoads).toHaveLength(6);
    for (const seed of [1, 2, 3]) {
      const { findings, summary } = runAnalysis(crashClusters, { today: DEMO_TODAY, seed }, [roads, accidents]);
      const overlaps = (spot: (typeof alongRoads)[number]) =>
        findings.filter(
          ({ place }) =>
            (place.route?.code ?? place.route?.name) === (spot.roadCode ?? spot.roadName) &&
            place.fromM! < spot.toStakeM &&
            place.toM! > spot.fromStakeM,
        );
      for (const spot of alongRoads) {
        const found = overlaps(spot);
        expect(found.length, `${spot.roadName} ${spot.fromStakeM}`).toBeGreaterThanOrEqual(1);
        const planted = new Set(spot.accidentCodes);
        const ids = new Set(found.flatMap(({ accidentIds }) => accidentIds));
        const codes = Array.from({ length: accidents.count }, (_, row) => row)
          .filter((row) => ids.has(accidents.ids.get(row)!))
          .map((row) => accidents.codes.get(row)!);
        expect(codes.filter((code) => planted.has(code)).length / codes.length).toBeGreaterThan(0.8);
      }
      const known = new Set(zone.plantedBlackSpots.flatMap(overlaps));
      const others = findings.length - known.size;
      expect(binomialAtLeast(others, findings.length, summary.level), `${others} elsewhere`).toBeGreaterThan(0.001);
      expect(summary.answer).toBe("clusters");
    }
  });
});

describe("a dense stretch", () => {
  test("is found with its crashes, each once, in the order of time", () => {
    const accidents = scene(G111, 100, 14, 13_000).map((row, i) => ({
      ...row,
      attributes: { ...row.attributes, happenedAt: `2025-0${9 - (i % 9)}-11T10:00` },
    }));
    const { findings, summary } = run({}, [G111], accidents);
    expect(summary).toMatchObject({ answer: "clusters", found: findings.length, sectionsTested: 1, atJunctions: 0 });
    const [cluster] = findings;
    expect(cluster!.place.route?.code).toBe("G111");
    expect(cluster!.place.fromM).toBeLessThanOrEqual(13_000);
    expect(cluster!.place.toM).toBeGreaterThanOrEqual(13_000);
    expect(cluster!.counts.crashes).toBeGreaterThanOrEqual(14);
    expect(new Set(cluster!.accidentIds).size).toBe(cluster!.counts.crashes);
    expect(cluster!.pValue).toBeLessThanOrEqual(cluster!.qValue);
    expect(cluster!.qValue).toBeLessThanOrEqual(0.05);
  });

  test("at a junction is left out, counted as such, and not found", () => {
    const accidents = [...scene(G111, 100, 0, 0), ...scene(S985, 60, 0, 0), ...scene(G111, 0, 20, 10_000)];
    const apart = run({}, [G111, S985], accidents);
    expect(apart.summary.atJunctions).toBeGreaterThanOrEqual(20);
    expect(apart.findings.filter(({ place }) => Math.abs(place.fromM! - 10_000) < 300)).toEqual([]);
    const kept = run({ junctionRadiusM: 0 }, [G111, S985], accidents);
    expect(kept.summary.atJunctions).toBe(0);
    expect(kept.findings.some(({ place }) => place.fromM! < 10_000 && place.toM! > 10_000)).toBe(true);
  });

  test("is the same answer for the same seed", () => {
    const accidents = scene(G111, 100, 12, 4_000);
    expect(run({ seed: 7 }, [G111], accidents)).toEqual(run({ seed: 7 }, [G111], accidents));
  });
});

describe("too few crashes", () => {
  test("are said to be too few below 30 a year, however dense, and tested from 30 on", () => {
    // 2023 to 2025 are 1096 days: 30 a year of 365.25 days are 90.02 crashes.
    expect(run({}, [G111], scene(G111, 60, 30, 5_000))).toMatchObject({
      findings: [],
      summary: { answer: "too-few", found: 0, tally: { used: 90 }, fewestPerYear: 30 },
    });
    expect(run({}, [G111], scene(G111, 61, 30, 5_000)).summary.answer).toBe("clusters");
  });

  test("on a section are counted with their section, not dropped", () => {
    const { summary } = run({}, [G111, S985], [...scene(G111, 100, 0, 0), ...scene(S985, 0, 4, 2_000)]);
    expect(summary).toMatchObject({ sectionsTested: 1, sectionsTooFew: 1, crashesTooFew: 4, fewest: 5 });
    expect(summary.tally.used).toBe(104);
  });

  test("are none at all in empty ledgers", () => {
    expect(run({}, [], []).summary).toMatchObject({ answer: "too-few", sectionsTested: 0, tally: { all: 0 } });
  });
});

test("bounds that a caller can break are refused by name", () => {
  expect(schemaRefusals(crashClusters, { bandwidthM: 40 })).toEqual(["bandwidthM too_small > 50"]);
  expect(schemaRefusals(crashClusters, { bandwidthM: 501 })).toEqual(["bandwidthM too_big ≤ 500"]);
  expect(schemaRefusals(crashClusters, { simulations: 10 })).toEqual(["simulations too_small > 99"]);
  expect(schemaRefusals(crashClusters, { level: 0 })).toEqual(["level too_small > 0.001"]);
  expect(schemaRefusals(crashClusters, { speed: 1 })[0]).toContain("unrecognized_keys");
});
