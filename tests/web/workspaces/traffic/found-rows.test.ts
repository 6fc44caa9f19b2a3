import { describe, expect, test } from "vitest";
import type { BlackSpotFinding } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster } from "#data/analyses/crash-cluster-results.ts";
import type { Site, SitePlace } from "#data/traffic/site.ts";
import {
  accidentsOf,
  countAgreements,
  foundRows,
  placeOf,
} from "../../../../web/workspaces/traffic/screening/found-rows.ts";

const NONE = {
  crashes: 0,
  fatal: 0,
  injury: 0,
  damage: 0,
  unknownSeverity: 0,
  deaths: 0,
  injuries: 0,
  deathsUnknown: 0,
  injuriesUnknown: 0,
};

function placeAt(site: Site): SitePlace {
  const [fromM, toM] = site.kind === "segment" ? [site.fromM, site.toM] : [null, null];
  return {
    site,
    label: JSON.stringify(site),
    route:
      site.kind === "segment" ? { id: site.route, code: site.route, name: "", kind: "highway", stakes: "given" } : null,
    fromM,
    toM,
    lengthM: null,
    geometry: { type: "Point", coordinates: [0, 0] },
    middle: [0, 0],
  };
}
const segment = (fromM: number, toM: number): Site => ({ kind: "segment", route: "G111", fromM, toM });

const spot = (id: string, site: Site, accidentIds: string[] = []): BlackSpotFinding => ({
  id,
  place: placeAt(site),
  counts: NONE,
  accidentIds,
  criteria: [],
  outcome: "met",
  merged: 1,
  doubtful: 0,
  scores: {},
  strength: 1,
});
const cluster = (id: string, site: Site, accidentIds: string[] = []): CrashCluster => ({
  id,
  place: placeAt(site),
  counts: NONE,
  accidentIds,
  doubtful: 0,
  strength: 0.5,
  pValue: 0.001,
  qValue: 0.01,
});

describe("rule and statistics side by side", () => {
  const long = spot("long", segment(1_000, 2_000), ["a", "b"]);
  const alone = spot("alone", segment(5_000, 5_500));
  const junction = spot("junction", { kind: "junction", position: [122, 43], radiusM: 100 });
  const first = cluster("first", segment(1_100, 1_200), ["b", "c"]);
  const second = cluster("second", segment(9_000, 9_100));
  const third = cluster("third", segment(1_900, 2_100));
  const rows = foundRows([alone, long, junction], [first, second, third]);

  test("what is the same place stands in one row, under the rank of each list", () => {
    const both = rows.find(({ id }) => id === "long")!;
    expect(both.agreement).toBe("both");
    expect(both.rule?.rank).toBe(2);
    expect(both.clusters.map(({ rank, finding }) => [rank, finding.id])).toEqual([
      [1, "first"],
      [3, "third"],
    ]);
    expect(accidentsOf(both)).toEqual(["a", "b", "c"]);
  });

  test("the rule's order comes first, what only the statistics find follows", () => {
    expect(rows.map(({ id }) => id)).toEqual(["alone", "long", "junction", "second"]);
    expect(countAgreements(rows)).toEqual({ all: 4, both: 1, rule: 2, statistics: 1 });
    expect(placeOf(rows[3]!)).toBe(second.place);
  });

  test("of a junction the statistics are not said to have found nothing", () => {
    expect(rows.map(({ id, isUntested }) => [id, isUntested])).toContainEqual(["junction", true]);
    expect(rows.find(({ id }) => id === "alone")!.isUntested).toBe(false);
  });
});
