import { describe, expect, test } from "vitest";
import { beforeAfter } from "#data/analyses/before-after.ts";
import { blackSpots } from "#data/analyses/black-spots.ts";
import { crashClusters } from "#data/analyses/crash-clusters.ts";
import { siteRanking } from "#data/analyses/site-ranking.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { aadtBetween } from "#data/traffic/network/linear-reference.ts";
import { placeAccidents } from "#data/traffic/placing/place-accidents.ts";
import { createUniform } from "#data/traffic/statistics/random.ts";
import { makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentAt, type PlanePoint, roadsOf, section } from "../../support/plane-roads.ts";
import { runAnalysis } from "../analyses/run-analysis.ts";

/** A ring road of 8 km whose stakes begin and end in the corner 0, 0; its halves carry different traffic. */
const CORNERS: PlanePoint[] = [
  [0, 0],
  [2_000, 0],
  [2_000, 2_000],
  [0, 2_000],
  [0, 0],
];
const RING = [8_000, 8_000, 6_000, 6_000].map((aadt, side) =>
  section("S1", side * 2_000, CORNERS.slice(side, side + 2), { attributes: { aadt, class: "provincial" } }),
);
/** A road that ends on it where its stakes begin. */
const SPOKE = section(
  "S2",
  0,
  [
    [-1_500, -1_500],
    [0, 0],
  ],
  { attributes: { aadt: 3_000, class: "provincial" } },
);

/** A place on the ring, by its stake. */
function onRing(stakeM: number): PlanePoint {
  const along = ((stakeM % 8_000) + 8_000) % 8_000;
  const side = Math.floor(along / 2_000);
  const [[fromX, fromY], [toX, toY]] = [CORNERS[side]!, CORNERS[side + 1]!];
  const share = (along % 2_000) / 2_000;
  return [fromX + share * (toX - fromX), fromY + share * (toY - fromY)];
}

const PERIOD = { from: "2023-01-01", to: "2026-01-01" };
const crash = (stakeM: number, severity = "fatal", happenedAt = "2024-06-01T12:00"): Row =>
  accidentAt(onRing(stakeM), { severity, happenedAt, roadCode: "S1" });
const ask = (rows: readonly Row[], roads: readonly Row[]) => [roadsOf(...roads), makeSnapshot("accidents", rows)];

describe("where the stakes of a ring begin and end", () => {
  test("a crash before the end is at the junction as one behind the beginning is", () => {
    const roads = roadsOf(...RING, SPOKE);
    const network = routeNetworkOf(roads);
    expect(network.routes[0]).toMatchObject({ isLoop: true });
    expect(network.junctions).toHaveLength(1);
    const placed = placeAccidents(makeSnapshot("accidents", [crash(-80), crash(80), crash(-320)]), network, 50);
    expect([...placed.junction]).toEqual([0, 0, -1]);
    expect([...placed.junctionM].slice(0, 2).map(Math.round)).toEqual([80, 80]);
  });

  test("a junction is screened with the crashes on both sides", () => {
    const { findings } = runAnalysis(
      blackSpots,
      PERIOD,
      ask(
        [-60, -20, 40].map((m) => crash(m)),
        [...RING, SPOKE],
      ),
    );
    expect(findings.map(({ place, counts }) => [place.site.kind, counts.crashes])).toEqual([["junction", 3]]);
  });

  test("every vehicle that enters the junction is counted", () => {
    const { findings } = runAnalysis(siteRanking, PERIOD, ask([crash(20)], [...RING, SPOKE]));
    expect(findings.map(({ group, aadt }) => [group, aadt])).toEqual([["junction", (8_000 + 6_000 + 3_000) / 2]]);
  });

  test("traffic across is the mean of both sides", () => {
    const network = routeNetworkOf(roadsOf(...RING));
    expect(aadtBetween(network, 0, 7_900, 8_300)).toBeCloseTo((6_000 * 100 + 8_000 * 300) / 400, 3);
    expect(aadtBetween(network, 0, -100, 300)).toBeCloseTo((6_000 * 100 + 8_000 * 300) / 400, 3);
  });

  test("the test for clusters leaves out the crashes of a junction on both sides, and no others", () => {
    const { summary } = runAnalysis(
      crashClusters,
      PERIOD,
      ask(
        [-60, -20, 40, 300, -300].map((m) => crash(m)),
        [...RING, SPOKE],
      ),
    );
    expect(summary.atJunctions).toBe(3);
  });

  test("a cluster astride is one, of all its crashes", () => {
    const uniform = createUniform(7, "ring");
    const scattered = Array.from({ length: 100 }, () => crash(400 + uniform() * 7_200));
    const astride = [-45, -30, -20, -10, -5, 5, 15, 20, 35, 40].map((m) => crash(m));
    const { findings } = runAnalysis(crashClusters, PERIOD, ask([...scattered, ...astride], RING));
    expect(findings[0]!.counts.crashes).toBe(10);
    const { fromM, toM } = findings[0]!.place;
    expect([fromM! > 7_900 && fromM! <= 7_955, toM! >= 8_040 && toM! < 8_100]).toEqual([true, true]);
    expect(findings[0]!.place.geometry.type).toBe("LineString");
    expect(findings.filter(({ place }) => place.fromM! < 200 || place.toM! > 7_800)).toHaveLength(1);
  });

  test("crashes that moved over it are found beside the site", () => {
    const rows = [crash(7_900, "injury", "2023-05-01T08:00"), ...[100, 200, 7_600].map((m) => crash(m, "injury"))];
    const site = { kind: "segment", route: "S1", fromM: 7_800, toM: 8_000 };
    const works = { treatedFrom: "2023-12-01", treatedTo: "2024-01-01", to: "2025-01-01" };
    const { summary } = runAnalysis(beforeAfter, { site, ...works }, ask(rows, RING));
    expect(summary.migration.stretches.map(({ after }) => after)).toEqual([1, 2]);
  });
});
