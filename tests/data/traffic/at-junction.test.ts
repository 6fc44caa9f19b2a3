import { describe, expect, test } from "vitest";
import { blackSpots } from "#data/analyses/black-spots.ts";
import { siteDiagnosis } from "#data/analyses/site-diagnosis.ts";
import { siteRanking } from "#data/analyses/site-ranking.ts";
import { makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentAt, type PlanePoint, roadsOf, section } from "../../support/plane-roads.ts";
import { runAnalysis, schemaRefusals } from "../analyses/run-analysis.ts";

/** Two carriageways 20 m apart under the same stakes, crossed by a road: one junction, in the middle of the first. */
const APART_M = 20;
const along = (y: number): PlanePoint[] => [-2_000, 0, 2_000].map((x) => [x, y] as const);
const ROADS = roadsOf(
  section("G1", 0, along(0)),
  section("G1", 0, along(APART_M)),
  section("S2", 0, [
    [0, -1_500],
    [0, 0],
    [0, APART_M],
    [0, 1_500],
  ]),
);

const PERIOD = { from: "2023-01-01", to: "2026-01-01" };
const crash = (...at: PlanePoint): Row =>
  accidentAt(at, { severity: "fatal", deaths: 1, roadCode: "G1", happenedAt: "2024-06-01T12:00" });

describe("a crash on the far carriageway", () => {
  /** 99 m along from the junction, and 101 m from its middle. */
  const accidents = makeSnapshot("accidents", [
    crash(99, APART_M),
    crash(-99, APART_M),
    crash(99, 0),
    crash(-103, APART_M),
  ]);

  test("counts at the junction by where it is along the road, alike in screening, ranking and diagnosis", () => {
    const [site] = runAnalysis(blackSpots, PERIOD, [ROADS, accidents]).findings;
    expect([site!.place.site.kind, site!.counts.crashes]).toEqual(["junction", 3]);
    const ranked = runAnalysis(siteRanking, PERIOD, [ROADS, accidents]).findings;
    expect(ranked.find(({ group }) => group === "junction")!.counts.crashes).toBe(3);
    const diagnosed = runAnalysis(siteDiagnosis, { ...PERIOD, site: site!.place.site }, [ROADS, accidents]);
    expect(diagnosed.summary.counts.crashes).toBe(3);
  });
});

test("nobody calls a crash beyond the reach of a junction one of it: a wider radius is refused and drops none silently", () => {
  const site = { kind: "junction", position: [122.26, 43.62] };
  expect(schemaRefusals(siteDiagnosis, { site: { ...site, radiusM: 300 } })).toEqual([]);
  expect(schemaRefusals(siteDiagnosis, { site: { ...site, radiusM: 301 } })).toEqual(["site.radiusM too_big ≤ 300"]);
});
