import { describe, expect, test } from "vitest";
import { density } from "#data/analyses/density.ts";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { makeSnapshot, point, type Row, ZONE } from "../../support/make-snapshot.ts";
import { runAnalysis } from "./run-analysis.ts";

const crash = (place: readonly [number, number], attributes: Record<string, AttributeValue> = {}): Row => ({
  geometry: point(...place),
  attributes: { happenedAt: "2024-05-01T08:00", ...attributes },
});

const ask = { layer: "accidents", bandwidthM: 200, from: "2024-01-01", to: "2025-01-01" };

describe("where the density is highest", () => {
  test("is the crowded spot, within a cell of it", () => {
    const crowded = geodesicDestination(...ZONE, 70, 4000);
    const rows = [crash(ZONE), crash(crowded), crash(crowded)];
    const { summary } = runAnalysis(density, ask, [makeSnapshot("accidents", rows)]);
    expect(geodesicDistanceM(...summary.peak!, ...crowded)).toBeLessThan(summary.cellM);
  });

  test("is nowhere when nothing weighs anything", () => {
    const rows = [crash(ZONE, { deaths: 0 })];
    const { summary, findings } = runAnalysis(density, { ...ask, weight: "deaths" }, [makeSnapshot("accidents", rows)]);
    expect(summary).toMatchObject({ peak: null, max: 0, count: 1, contributing: 0 });
    expect(findings).toEqual([]);
  });

  test("is nowhere in an empty layer", () => {
    expect(runAnalysis(density, ask, [makeSnapshot("accidents", [])]).summary).toMatchObject({ peak: null, max: 0 });
  });
});

test("those with a weight above 0 are told from those that took part", () => {
  const rows = [crash(ZONE, { deaths: 2 }), crash(ZONE, { deaths: 0 }), crash(ZONE)];
  const { summary } = runAnalysis(density, { ...ask, weight: "deaths" }, [makeSnapshot("accidents", rows)]);
  expect(summary).toMatchObject({ count: 2, contributing: 1, unweighted: 1, weight: 2 });
});
