import type { Geometry } from "geojson";
import { expect, test } from "vitest";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { CENTER, toLonLat } from "#data/demo/frame.ts";
import { generateZone } from "#data/demo/index.ts";
import { getLayer, LAYER_IDS } from "#data/layers/index.ts";
import { decodeSnapshot, encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { spacingAsk } from "../../../server/opinion/ask.ts";
import { findDifferences } from "../../../server/opinion/differences.ts";
import { takeNearby } from "../../../server/opinion/nearby.ts";
import { runAnalyses } from "../../../server/opinion/run-analyses.ts";
import { FILLING_STATION, proposalOf, SCHOOL } from "../../support/proposals.ts";
import { LIBRARY_BOOK } from "../../support/rule-book.ts";

const zone = generateZone();
const tables = new Map(
  LAYER_IDS.map((layer, l) => {
    const rows = (zone.layers[layer] ?? []).map((draft, n) => ({
      ...draft,
      id: `0190a000-0000-7000-80${String(l).padStart(2, "0")}-${n.toString(16).padStart(12, "0")}`,
    }));
    const table = buildTable(getLayer(layer), rows, 1, CENTER);
    return [layer, decodeSnapshot(encodeSnapshot(table, getLayer(layer)))] as const;
  }),
);
const ground = { zoneCenter: CENTER, rules: LIBRARY_BOOK, tables };
const countOf = (of: ReadonlyMap<string, { readonly count: number }>) =>
  [...of.values()].reduce((sum, { count }) => sum + count, 0);

/** A square of 30 m, so many metres from the middle of the zone. */
function siteAt(x: number, y: number) {
  const corners = [
    [x - 15, y - 15],
    [x + 15, y - 15],
    [x + 15, y + 15],
    [x - 15, y + 15],
    [x - 15, y - 15],
  ] as const;
  return { type: "Polygon" as const, coordinates: [corners.map(toLonLat)] };
}

const SITES = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => siteAt(Math.cos(i) * i * 450, Math.sin(i) * i * 450));

test("what stands near gives the very answers of the whole zone, with a small part of its features", () => {
  let findings = 0;
  for (const geometry of SITES) {
    for (const use of [FILLING_STATION, SCHOOL]) {
      const proposal = proposalOf({ geometry, use });
      const asks = [spacingAsk(proposal)];
      const answers = runAnalyses(asks, ground);
      const nearby = takeNearby(ground, geometry as Geometry, asks, answers);
      // Not only the same by our own comparison: byte for byte.
      expect(JSON.stringify(runAnalyses(asks, { ...ground, tables: nearby }))).toBe(JSON.stringify(answers));
      expect(countOf(nearby)).toBeLessThan(countOf(tables) / 4);
      findings += (answers[0]!.findings as SpacingFinding[]).length;
    }
  }
  expect(findings).toBeGreaterThan(5);
});

test("an answer that hangs on what stands far away takes as much along as it needs", () => {
  const asks = [{ name: "near-pairs", parameters: { layer: "water-sources", distanceM: 60, limit: 1_000 } }];
  const answers = runAnalyses(asks, ground);
  const nearby = takeNearby(ground, SITES[0] as Geometry, asks, answers);
  expect(findDifferences(answers, runAnalyses(asks, { ...ground, tables: nearby }))).toEqual([]);
  expect(nearby.get("water-sources")!.count).toBeGreaterThan(tables.get("water-sources")!.count / 2);
});
