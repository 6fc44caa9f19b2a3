import { describe, expect, test } from "vitest";
import { roadNetwork } from "#data/analyses/road-network.ts";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { roadsOf, section } from "../../support/plane-roads.ts";
import { runAnalysis, schemaRefusals } from "./run-analysis.ts";

const roads = roadsOf(
  section(
    "G1",
    0,
    [
      [0, 0],
      [1000, 0],
    ],
    { code: "R-0" },
  ),
  section(
    "G1",
    1500,
    [
      [1450, 0],
      [2000, 0],
    ],
    { code: "R-1" },
  ),
  section(
    null,
    null,
    [
      [0, 500],
      [600, 500],
    ],
    { code: "R-2", name: "建国路" },
  ),
  section(
    null,
    null,
    [
      [0, 900],
      [300, 900],
    ],
    { code: "R-3" },
  ),
  section(
    "G2",
    0,
    [
      [7, 7],
      [7, 7],
    ],
    { code: "R-4" },
  ),
);

describe("the road network", () => {
  test("lists each trouble with its route, stakes and sections, what spoils stakes most first", () => {
    const { findings, summary } = runAnalysis(roadNetwork, {}, [roads]);
    expect(
      findings.map(({ kind, route, sections }) => [kind, route.label, sections.map(({ code }) => code).join()]),
    ).toEqual([
      ["gap", "G1", "R-0,R-1"],
      ["no-stakes", "建国路", "R-2"],
      ["nameless", "#R-3", "R-3"],
    ]);
    expect(summary).toMatchObject({
      routes: 3,
      sections: 4,
      withoutLength: 1,
      junctions: 0,
      givenStakes: { routes: 1 },
      measuredStakes: { routes: 2 },
      found: 3,
      listed: 3,
    });
    expect(summary.lengthM).toBeCloseTo(1000 + 550 + 600 + 300, 1);
    expect(summary.issues).toMatchObject({ gap: 1, "no-stakes": 1, nameless: 1, loop: 0, overlap: 0 });
  });

  test("draws what is missing of a gap, and the section of what concerns a section", () => {
    const [gap, bare] = runAnalysis(roadNetwork, {}, [roads]).findings;
    const { coordinates } = gap!.geometry as GeoJSON.LineString;
    const [[lon1, lat1], [lon2, lat2]] = coordinates as [[number, number], [number, number]];
    expect(geodesicDistanceM(lon1, lat1, lon2, lat2)).toBeCloseTo(450, 1);
    expect(gap!.byM).toBeCloseTo(500, 1);
    expect(bare!.geometry).toMatchObject({ type: "LineString" });
  });

  test("lists the kinds and the number that are asked for, and counts all", () => {
    const { findings, summary } = runAnalysis(roadNetwork, { kinds: ["nameless", "gap"], limit: 1 }, [roads]);
    expect(findings.map(({ kind }) => kind)).toEqual(["gap"]);
    expect(summary).toMatchObject({ found: 2, listed: 1, issues: { "no-stakes": 1 } });
    expect(schemaRefusals(roadNetwork, { kinds: ["potholes"] })[0]).toMatch(/^kinds.0/);
    expect(schemaRefusals(roadNetwork, { colour: "red" })).toHaveLength(1);
  });

  test("of no roads is empty", () => {
    expect(runAnalysis(roadNetwork, {}, []).summary).toMatchObject({ routes: 0, lengthM: 0, found: 0 });
  });
});
