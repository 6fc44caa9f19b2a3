import { describe, expect, test } from "vitest";
import { NETWORK_DENSITY_EDGES, networkDensity } from "#data/analyses/network-density.ts";
import { makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-5_000, 0], lengthM: 10_000, class: "national" };
/** Its service road, as parallel roads run. */
const BESIDE: SceneRoad = { code: "X101", start: [-5_000, 60], lengthM: 10_000, class: "county" };
const CROSSING: SceneRoad = { code: "S985", start: [0, -3_000], lengthM: 6_000, north: true, class: "provincial" };

const PERIOD = { from: "2024-01-01", to: "2025-01-01" };

function run(parameters: object, roads: readonly SceneRoad[], accidents: readonly Row[]) {
  const snapshots = [makeSnapshot("roads", roads.flatMap(roadRows)), makeSnapshot("accidents", accidents)];
  return runAnalysis(networkDensity, { ...PERIOD, ...parameters }, snapshots);
}

const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

describe("network density", () => {
  test("adds up, over the pieces of a road, to its crashes a year", () => {
    const accidents = [
      accidentOn(G111, 12),
      accidentOn(G111, 3_000),
      accidentOn(G111, 9_990),
      ...times(5, accidentOn(G111, 6_500)),
    ];
    const { findings, summary } = run({ edges: [1e-9] }, [G111], accidents);
    const sum = findings.reduce((total, { fromM, toM, perKmYear }) => total + ((toM - fromM) / 1_000) * perKmYear, 0);
    expect(sum * summary.years).toBeCloseTo(accidents.length, 6);
  });

  test("does not jump to a parallel road 60 m away, nor turn at a crossing", () => {
    const roads = [G111, BESIDE, CROSSING];
    const { findings } = run({ edges: [1e-9] }, roads, times(20, accidentOn(G111, 5_000 - 150)));
    expect(new Set(findings.map(({ route }) => route)).size).toBe(1);
    expect(Math.min(...findings.map(({ fromM }) => fromM))).toBeGreaterThan(4_850 - 230);
    // Through the crossing at K5+000, along its own road.
    expect(Math.max(...findings.map(({ toM }) => toM))).toBeGreaterThan(5_000);
  });

  test("has its bands at fixed edges, whatever else is drawn", () => {
    const dense = times(30, accidentOn(G111, 2_000));
    const { findings, summary } = run({}, [G111], [...dense, accidentOn(G111, 8_000)]);
    expect(summary.edges).toEqual(NETWORK_DENSITY_EDGES);
    for (const { perKmYear, band } of findings) {
      expect(perKmYear).toBeGreaterThanOrEqual(summary.edges[band]!);
      expect(perKmYear).toBeLessThan(summary.edges[band + 1] ?? Number.POSITIVE_INFINITY);
    }
    // Three quarters of a crash per bandwidth of 200 m: 3.75 per km for each of the thirty.
    expect(summary.max).toBeGreaterThan(110);
    expect(summary.max).toBeLessThan(113);
    const alone = run({}, [G111], [accidentOn(G111, 8_000)]).findings;
    expect(findings.filter(({ fromM }) => fromM > 6_000).map(({ band }) => band)).toEqual(
      alone.map(({ band }) => band),
    );
  });

  test("lists the densest when not all are wanted, and counts all", () => {
    const { findings, summary } = run({ limit: 1 }, [G111], times(30, accidentOn(G111, 2_000)));
    expect(summary.listed).toBe(1);
    expect(summary.found).toBeGreaterThan(5);
    expect(findings[0]!.band).toBe(7);
  });

  test("is empty, and says of what period, where nothing happened", () => {
    expect(run({}, [G111], [])).toMatchObject({ findings: [], summary: { max: 0, found: 0, from: "2024-01-01" } });
  });

  test("refuses edges that do not rise and kernels that are no road's", () => {
    expect(refusalOf(() => run({ edges: [2, 2] }, [G111], [])).field).toBe("edges");
    expect(schemaRefusals(networkDensity, { bandwidthM: 99, pieceM: 51 })).toEqual([
      "bandwidthM too_small > 100",
      "pieceM too_big ≤ 50",
    ]);
  });
});
