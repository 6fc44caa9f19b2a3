import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflicts } from "#data/analyses/conflicts.ts";
import { rowOutline } from "#data/analyses/rows.ts";
import type { SpacingFinding, Verdict } from "#data/analyses/spacing-results.ts";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import { findSeparation } from "#data/geometry/distance.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { BENCH_CENTER } from "../../support/bench-data.ts";
import { conflictScene, KNOWN_BUILDINGS, KNOWN_HAZARDS, rulesBetween } from "../../support/conflict-scene.ts";
import { idOf, makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { LIBRARY_BOOK } from "../../support/rule-book.ts";
import { box, eastOf, house, SITE } from "../../support/spacing-site.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

const run = (parameters: unknown, ...snapshots: Snapshot[]) => runAnalysis(conflicts, parameters, snapshots);

const store = (geometry: Row["geometry"], more: Row["attributes"] = {}): Row => ({
  geometry,
  positionErrorM: 0,
  attributes: { ...KNOWN_HAZARDS[0]!.attributes, outlineOf: "unit", ...more },
});

describe("agrees with trying every pair against every rule", () => {
  const DOUBT_M = 2 * Math.hypot(0.5, 0.5);

  /** Verdict of each rule of each pair that is not clear, measured the slow way. */
  function everyPair(hazards: Snapshot, buildings: Snapshot): Map<string, Verdict> {
    const found = new Map<string, Verdict>();
    const at = (row: number) => [buildings.xy[row * 2]!, buildings.xy[row * 2 + 1]!] as const;
    const grounds = Array.from({ length: hazards.count }, (_, row) => rowOutline(hazards, row));
    for (let b = 0; b < buildings.count; b++) {
      const walls = rowOutline(buildings, b);
      const isOwned = grounds.some(
        (ground, h) =>
          containsPoint(ground, ...at(b)) || containsPoint(walls, hazards.xy[h * 2]!, hazards.xy[h * 2 + 1]!),
      );
      if (isOwned) continue;
      for (let h = 0; h < hazards.count; h++) {
        const { distanceM: planarM, from, to } = findSeparation(grounds[h]!, walls)!;
        const ends = [...hazards.plane.toLonLat(...from), ...hazards.plane.toLonLat(...to)] as const;
        const distanceM = planarM === 0 ? 0 : geodesicDistanceM(...ends);
        const [hazard, building] = [
          KNOWN_HAZARDS[h % KNOWN_HAZARDS.length]!,
          KNOWN_BUILDINGS[b % KNOWN_BUILDINGS.length]!,
        ];
        for (const rule of rulesBetween(LIBRARY_BOOK.rules, hazard, building)) {
          const verdict = distanceM + DOUBT_M < rule.distanceM ? "too-near" : "cannot-tell";
          if (distanceM - DOUBT_M < rule.distanceM) found.set(`Z-${h} B-${b} ${rule.id}`, verdict);
        }
      }
    }
    return found;
  }

  const openRules = (findings: readonly SpacingFinding[]) =>
    new Map(
      findings.flatMap(({ hazard, target, rules }) =>
        rules
          .filter(({ verdict }) => verdict !== "clear")
          .map((rule) => [`${hazard.code} ${target.code} ${rule.ruleId}`, rule.verdict] as const),
      ),
    );

  test("in crowded scenes of known kinds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 120, max: 600 }), (seed, sideM) => {
        const scene = conflictScene(12, 20, sideM, seed);
        const hazards = makeSnapshot("hazard-sources", scene.hazards, BENCH_CENTER);
        const buildings = makeSnapshot("buildings", scene.buildings, BENCH_CENTER);
        const { findings } = run({ layers: ["buildings"] }, hazards, buildings);
        expect(openRules(findings)).toEqual(everyPair(hazards, buildings));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the pairs", () => {
  test("of two hazard sources are judged in each direction in which a rule runs", () => {
    const { findings } = run({}, makeSnapshot("hazard-sources", [store(SITE), store(eastOf(5))]));
    expect(findings.map(({ hazard, target }) => `${hazard.code} ${target.code}`).sort()).toEqual(["N0 N1", "N1 N0"]);
  });

  test("of one firm are none", () => {
    const own = { creditCode: "91150500MA0DEMO000" };
    const sources = makeSnapshot("hazard-sources", [store(SITE, own), store(eastOf(5), own)]);
    expect(run({}, sources).findings).toEqual([]);
  });

  test("with the firm that keeps the hazard are none, wherever its ledger has it", () => {
    const own = { creditCode: "91150500MA0DEMO000" };
    const sources = makeSnapshot("hazard-sources", [store(SITE, own)]);
    const firm = { geometry: eastOf(2), positionErrorM: 0, attributes: { sector: "5", ...own } };
    expect(run({}, sources, makeSnapshot("enterprises", [firm])).findings).toEqual([]);
    const other = { ...firm, attributes: { sector: "5" } };
    expect(run({}, sources, makeSnapshot("enterprises", [other])).findings).toHaveLength(1);
  });

  test("rank by shortfall times people", () => {
    const school = (west: number, people: number): Row => ({
      geometry: box(west, -10, west + 10, 10),
      positionErrorM: 0,
      attributes: { kind: "school", people },
    });
    const { findings } = run(
      {},
      makeSnapshot("hazard-sources", [store(SITE)]),
      makeSnapshot("protection-targets", [school(40, 2000), school(20, 600)]),
    );
    // 10 m short of 50 for 2,000 against 30 m short for 600.
    expect(findings.map(({ target }) => target.id)).toEqual([idOf(0), idOf(1)]);
  });

  test("are only listed as far as they are asked for, and all counted", () => {
    const buildings = makeSnapshot("buildings", [house(eastOf(10)), house(box(5, 12, 25, 30))]);
    const sources = makeSnapshot("hazard-sources", [store(SITE)]);
    const { findings, summary } = run({ limit: 1 }, sources, buildings);
    expect(findings).toHaveLength(1);
    expect(summary).toMatchObject({ counts: { "too-near": 2, "cannot-tell": 0 }, found: 2, listed: 1 });
    expect(run({ verdicts: ["cannot-tell"] }, sources, buildings).findings).toEqual([]);
  });

  test("to a layer that no rule is about are refused by name", () => {
    expect(refusalOf(() => run({ layers: ["accidents"] })).field).toBe("layers");
  });
});
