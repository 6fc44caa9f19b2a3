import fc from "fast-check";
import { expect, test } from "vitest";
import { blackSpots } from "#data/analyses/black-spots.ts";
import { idOf, makeSnapshot } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { runAnalysis } from "./run-analysis.ts";
import "../../support/property-seed.ts";

/** They cross where sections of both end. */
const ROADS: readonly SceneRoad[] = [
  { code: "G111", start: [-1_000, 0], lengthM: 3_000 },
  { code: "S985", start: [0, -1_000], lengthM: 3_000, north: true },
];
const CROSSING_M = 1_000;
const roads = makeSnapshot("roads", ROADS.flatMap(roadRows));

const crashes = fc.array(
  fc.record({
    road: fc.integer({ min: 0, max: 1 }),
    // Crowded around the crossing, where it is hard.
    stakeM: fc.oneof(fc.integer({ min: 10, max: 2_990 }), fc.integer({ min: 850, max: 1_150 })),
    severity: fc.constantFrom("fatal", "injury", "damage"),
  }),
  { maxLength: 30 },
);

const settings = fc.record({
  lengthM: fc.constantFrom(200, 500),
  apart: fc.boolean(),
  radiusM: fc.constantFrom(50, 100),
  fatal: fc.integer({ min: 2, max: 4 }),
  any: fc.integer({ min: 4, max: 9 }),
});

test("finds what looking at every window and every accident finds, and counts each accident once", () => {
  fc.assert(
    fc.property(crashes, settings, (list, { lengthM, apart, radiusM, fatal, any }) => {
      const accidents = makeSnapshot(
        "accidents",
        list.map(({ road, stakeM, severity }) =>
          accidentOn(ROADS[road]!, stakeM, { severity, deaths: null, injuries: null }),
        ),
      );
      const { findings, summary } = runAnalysis(
        blackSpots,
        {
          ruleSet: "proposed-500",
          overrides: {
            unit: { kind: "window", lengthM, stepM: 50 },
            junctions: { apart, radiusM },
            criteria: [
              { id: "fatal", crashes: "fatal", atLeast: fatal },
              { id: "any", crashes: "any", atLeast: any },
            ],
          },
        },
        [roads, accidents],
      );
      expect(summary.tally).toMatchObject({ all: list.length, used: list.length });

      const meets = (rows: readonly number[]) =>
        rows.length >= any || rows.filter((row) => list[row]!.severity === "fatal").length >= fatal;
      const atJunction = (row: number) => apart && Math.abs(list[row]!.stakeM - CROSSING_M) <= radiusM;
      const rows = [...list.keys()];
      const found = findings.map(({ accidentIds, place, counts }) => {
        const own = accidentIds.map((id) => rows.find((row) => idOf(row) === id)!);
        expect(counts.crashes).toBe(own.length);
        return { kind: place.site.kind, own };
      });
      const everywhere = found.flatMap(({ own }) => own);
      expect(new Set(everywhere).size).toBe(everywhere.length);

      const junction = rows.filter(atJunction);
      const junctionSites = found.filter(({ kind }) => kind === "junction");
      expect(junctionSites.map(({ own }) => own.sort((a, b) => a - b))).toEqual(meets(junction) ? [junction] : []);

      const explained = new Set(junctionSites.flatMap(({ own }) => own));
      for (const road of [0, 1])
        for (let fromM = -lengthM; fromM <= 3_000; fromM += 1) {
          const held = rows.filter((row) => {
            const { stakeM } = list[row]!;
            return list[row]!.road === road && stakeM >= fromM && stakeM <= fromM + lengthM;
          });
          const along = held.filter((row) => !atJunction(row));
          if (meets(along)) {
            // All that a window along the route holds is one site.
            expect(found.filter(({ own }) => along.some((row) => own.includes(row)))).toHaveLength(1);
            for (const row of along) explained.add(row);
          }
          if (!meets(held)) continue;
          expect(found.some(({ own }) => held.some((row) => own.includes(row)))).toBe(true);
          for (const row of held) explained.add(row);
        }
      for (const row of everywhere) expect(explained).toContain(row);
    }),
    { numRuns: 60 },
  );
});
