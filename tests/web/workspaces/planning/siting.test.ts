import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleOutcome, SpacingFinding } from "#data/analyses/spacing-results.ts";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { composeRuleBook } from "#data/standards/rule-book.ts";
import { bandEdges } from "../../../../web/workspaces/planning/siting/band-edges.ts";
import { bindingFindings } from "../../../../web/workspaces/planning/siting/binding-findings.ts";
import { footprintAt } from "../../../../web/workspaces/planning/siting/footprint.ts";
import { fromStep, STEPS, scaleOf, toStep } from "../../../../web/workspaces/planning/siting/log-scale.ts";
import { rasterExtent } from "../../../../web/workspaces/planning/siting/raster-extent.ts";

const { rules } = composeRuleBook({ decisions: [], local: [], day: "2026-06-01" });

describe("band edges", () => {
  test("are those of GB 50016, table 3.5.1, for a class A store", () => {
    expect(bandEdges("store", "tonnes", rules)).toEqual(expect.arrayContaining([2, 5, 10]));
  });

  test("are none where no table asks the quantity", () => {
    expect(bandEdges("oil-depot", "tonnes", rules)).toEqual([]);
    expect(bandEdges("flare", "volumeM3", rules)).toEqual([]);
  });
});

describe("the slider", () => {
  const edges = [2, 5, 10];
  const scale = scaleOf(edges, 10_000_000);

  test("holds every edge of the tables, and gives it back to the last digit", () => {
    for (const edge of edges) expect(fromStep(scale, Math.round(toStep(scale, edge)), edges)).toBe(edge);
  });

  test("never goes down while it is moved up, and stays within its ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: STEPS - 1 }), (step) => {
        expect(fromStep(scale, step + 1, edges)).toBeGreaterThanOrEqual(fromStep(scale, step, edges));
      }),
    );
    expect(fromStep(scale, 0, edges)).toBe(scale.least);
    expect(fromStep(scale, STEPS, edges)).toBeCloseTo(scale.most, 6);
  });

  test("asks for no more than the form takes", () => {
    expect(scaleOf([500, 1_000], 1_000).most).toBe(1_000);
  });
});

describe("the raster", () => {
  const view = [122.2, 43.5, 122.3, 43.6] as const;

  test("is the whole zone from afar, and what is seen from near, in finer cells", () => {
    expect(rasterExtent(10, view, true)).toEqual({ cellM: 25 });
    expect(rasterExtent(14, view, true)).toEqual({ bounds: [...view], cellM: 9 });
  });

  test("is what is seen where nothing says where the zone is", () => {
    expect(rasterExtent(10, view, false).bounds).toEqual([...view]);
  });
});

test("a footprint is nowhere nearer to its middle than its radius, and hardly farther", () => {
  const outline = footprintAt([122.26, 43.62], 150);
  if (outline.type !== "Polygon") throw new Error("a circle is a polygon");
  const ring = outline.coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [i, [lon, lat]] of ring.slice(0, -1).entries()) {
    const [nextLon, nextLat] = ring[i + 1]!;
    const middleM = geodesicDistanceM(122.26, 43.62, (lon! + nextLon!) / 2, (lat! + nextLat!) / 2);
    expect(middleM).toBeGreaterThanOrEqual(150 - 0.001);
    expect(geodesicDistanceM(122.26, 43.62, lon!, lat!)).toBeLessThan(150.1);
  }
  expect(footprintAt([122.26, 43.62], 0)).toEqual({ type: "Point", coordinates: [122.26, 43.62] });
});

describe("what decides at a place", () => {
  const finding = (id: string, verdict: RuleOutcome["verdict"], measuredM: number, requiredAtMostM: number) =>
    ({ target: { id }, verdict, rules: [{ verdict, measuredM, requiredAtMostM }] }) as unknown as SpacingFinding;
  const near = finding("near", "too-near", 20, 50);
  const open = finding("open", "cannot-tell", 49, 50);
  const tight = finding("tight", "clear", 51, 50);
  const wide = finding("wide", "clear", 30, 12);

  test("is all that is not surely kept", () => {
    expect(bindingFindings([near, open, wide, tight])).toEqual([near, open]);
  });

  test("is the least margin where all is kept, and nothing where nothing is near", () => {
    expect(bindingFindings([wide, tight])).toEqual([tight]);
    expect(bindingFindings([])).toEqual([]);
  });
});
