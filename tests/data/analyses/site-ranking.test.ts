import { describe, expect, test } from "vitest";
import { siteRanking } from "#data/analyses/site-ranking.ts";
import { createUniform } from "#data/traffic/statistics/random.ts";
import { makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-10_000, 0], lengthM: 20_000, class: "national", aadt: 8_000 };
const S985: SceneRoad = { code: "S985", start: [0, -5_000], lengthM: 10_000, north: true, class: "provincial" };

const PERIOD = { from: "2023-01-01", to: "2026-01-01" };

function run(parameters: object, roads: readonly SceneRoad[], accidents: readonly Row[]) {
  const snapshots = [makeSnapshot("roads", roads.flatMap(roadRows)), makeSnapshot("accidents", accidents)];
  return runAnalysis(siteRanking, { ...PERIOD, ...parameters }, snapshots);
}

const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const fatal = { severity: "fatal", deaths: 1, injuries: 0 };
const damage = { severity: "damage", deaths: 0, injuries: 0 };

/** 160 crashes on 40 pieces, spread evenly enough for a fit. */
function background(road: SceneRoad): Row[] {
  const uniform = createUniform(31, road.code);
  return Array.from({ length: 160 }, () => accidentOn(road, uniform() * road.lengthM, damage));
}

describe("the ranking", () => {
  test("orders pieces by the score of the weights that it names", () => {
    const accidents = [accidentOn(G111, 250, fatal), ...times(8, accidentOn(G111, 1_250, damage))];
    const capped = run({}, [G111], accidents);
    expect(capped.findings.map(({ scores }) => scores.capped)).toEqual([10, 8]);
    const byCrashes = run({ rankBy: "crashes" }, [G111], accidents);
    expect(byCrashes.findings.map(({ counts }) => counts.crashes)).toEqual([8, 1]);
    expect(capped.summary).toMatchObject({ weights: "capped", rankBy: "score", sites: 40, found: 2 });
    expect(capped.findings[0]!.perKmYear).toBeCloseTo(1 / 0.5 / capped.summary.years, 9);
  });

  test("puts every accident on one site: what is near a junction on it, the rest on equal pieces", () => {
    const accidents = [
      ...times(3, accidentOn(G111, 10_060)),
      ...times(2, accidentOn(S985, 4_930)),
      accidentOn(G111, 10_140),
      ...background(G111),
    ];
    const { findings, summary } = run({ limit: 1_000 }, [G111, S985], accidents);
    const junctions = findings.filter(({ group }) => group === "junction");
    expect(junctions).toHaveLength(1);
    expect(junctions[0]!.counts.crashes).toBeGreaterThanOrEqual(5);
    expect(junctions[0]!.place.site.kind).toBe("junction");
    const all = findings.flatMap(({ accidentIds }) => accidentIds);
    expect(all).toHaveLength(accidents.length);
    expect(new Set(all).size).toBe(accidents.length);
    for (const { place, group } of findings) {
      if (group === "junction") continue;
      expect(place.toM! - place.fromM!).toBeGreaterThan(400);
      expect(place.toM! - place.fromM!).toBeLessThan(600);
    }
    expect(summary.tally.used).toBe(accidents.length);
  });
});

describe("with traffic volumes", () => {
  test("rates are per million vehicle-kilometres, and expectations come from the fitted model", () => {
    const accidents = [...background(G111), ...times(25, accidentOn(G111, 7_250, damage))];
    const { findings, summary } = run({ rankBy: "excess" }, [G111], accidents);
    const [worst] = findings;
    expect(worst!.place.fromM!).toBeLessThan(7_250);
    expect(worst!.place.toM!).toBeGreaterThan(7_250);
    const millionVehicleKm = (8_000 * 365 * summary.years * 0.5) / 1e6;
    expect(worst!.rate).toBeCloseTo(worst!.counts.crashes / millionVehicleKm, 6);
    expect(worst!.isAboveCritical).toBe(true);
    const [group] = summary.groups;
    expect(group).toMatchObject({ group: "national", model: "fitted", sites: 40, crashes: 185 });
    // One aadt and one length: every piece is predicted the average.
    expect(worst!.predicted).toBeCloseTo(185 / 40, 6);
    expect(worst!.expected!).toBeLessThan(worst!.counts.crashes);
    expect(worst!.excess).toBeCloseTo(worst!.expected! - worst!.predicted!, 9);
  });

  test("nothing is expected where they are not known or crashes are too few, and it is said", () => {
    const { findings, summary } = run(
      { rankBy: "excess" },
      [G111, S985],
      [...times(5, accidentOn(G111, 2_200)), ...times(9, accidentOn(S985, 1_200))],
    );
    expect(findings.every(({ expected, excess }) => expected === null && excess === null)).toBe(true);
    const onG111 = findings.find(({ group }) => group === "national");
    expect(onG111!.rate).not.toBeNull();
    expect(findings.find(({ group }) => group === "provincial")).toMatchObject({ aadt: null, rate: null });
    expect(summary.groups.find(({ group }) => group === "national")!.model).toBe("too-few");
    // Without a key the score decides.
    expect(findings[0]!.counts.crashes).toBe(9);
  });

  test("the worked example of the Highway Safety Manual comes out of a model that is given", () => {
    const km = 1.5 * 1.609344;
    const road: SceneRoad = { code: "G1", start: [0, 0], lengthM: km * 1_000, class: "national", aadt: 10_000 };
    const models = [
      {
        group: "national",
        intercept: Math.log(365e-6 / 1.609344) - 0.312,
        aadtPower: 1,
        overdispersion: 0.236 * 1.609344,
      },
    ];
    const year = { from: "2024-01-01", to: "2025-01-01" };
    const { findings, summary } = run({ ...year, pieceM: 5_000, models }, [road], times(10, accidentOn(road, 500)));
    expect(findings).toHaveLength(1);
    expect(findings[0]!.predicted! / summary.years).toBeCloseTo(4.008, 2);
    expect(findings[0]!.modelWeight).toBeCloseTo(0.6133, 3);
    expect(summary.groups[0]!.model).toBe("given");
  });
});

test("weights that the layer does not have are refused with those that it has", () => {
  const refusal = refusalOf(() => run({ weights: "own" }, [G111], []));
  expect(refusal.field).toBe("weights");
  expect(refusal.allowed).toContain("capped");
});
