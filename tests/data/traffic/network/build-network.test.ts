import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { nearestPositions, pointAt } from "#data/traffic/network/linear-reference.ts";
import type { NetworkIssueKind, RouteNetwork } from "#data/traffic/network/route.ts";
import { makeSnapshot } from "../../../support/make-snapshot.ts";
import { lineThrough, type PlanePoint, roadsOf, section } from "../../../support/plane-roads.ts";

const issuesOf = ({ issues }: RouteNetwork, kind: NetworkIssueKind) => issues.filter((issue) => issue.kind === kind);
const kindsOf = ({ issues }: RouteNetwork) => [...new Set(issues.map(({ kind }) => kind))].sort();
const stakesOf = ({ routes }: RouteNetwork, route = 0) =>
  routes[route]!.sections.map(({ fromM, toM }) => [Math.round(fromM), Math.round(toM)]);

const east = (fromM: number, toM: number, y = 0): PlanePoint[] => [
  [fromM, y],
  [toM, y],
];

test("sections that meet are one route, whatever their order and the spelling of their number", () => {
  const network = routeNetworkOf(
    roadsOf(
      section("Ｇ１１１", 12_000, east(2000, 3000)),
      section("G111", 10_000, east(0, 1000), { name: "国道", attributes: { class: "national" } }),
      section("g111", 11_000, east(1001, 2000), { name: "国道", attributes: { class: "national" } }),
    ),
  );
  expect(network.routes).toHaveLength(1);
  expect(network.routes[0]).toMatchObject({
    id: "G111",
    name: "国道",
    roadClass: "national",
    kind: "highway",
    stakes: "given",
    isLoop: false,
    gaps: [],
  });
  expect(stakesOf(network)).toEqual([
    [10_000, 11_000],
    [11_000, 12_000],
    [12_000, 13_000],
  ]);
  expect(network.lengthM).toBeCloseTo(3000, 1);
  expect(network.issues).toEqual([]);
  expect(network.junctions).toEqual([]);
});

test("no roads, and roads without a length, are no network and no crash", () => {
  expect(routeNetworkOf(roadsOf())).toMatchObject({ routes: [], junctions: [], issues: [], lengthM: 0 });
  const nothing = routeNetworkOf(roadsOf(section("G1", 0, east(5, 5))));
  expect(nothing.routes).toEqual([]);
});

test("is built once for a snapshot", () => {
  const roads = roadsOf(section("G1", 0, east(0, 100)));
  expect(routeNetworkOf(roads)).toBe(routeNetworkOf(roads));
});

describe("stakes", () => {
  test("a road without any is measured from one end, and says so", () => {
    const network = routeNetworkOf(
      roadsOf(
        section(null, null, east(0, 400), { name: "建国路" }),
        section(null, null, east(400, 1000), { name: "建国路" }),
      ),
    );
    expect(network.routes).toHaveLength(1);
    expect(network.routes[0]).toMatchObject({ id: "建国路", code: null, kind: "street", stakes: "measured" });
    expect(stakesOf(network)).toEqual([
      [0, 400],
      [400, 1000],
    ]);
    expect(kindsOf(network)).toEqual(["no-stakes"]);
  });

  test("a section without one takes it from its neighbours, before and after", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("G1", null, east(0, 1000)),
        section("G1", 6000, east(1000, 2000)),
        section("G1", null, east(2000, 3000)),
      ),
    );
    expect(stakesOf(network)).toEqual([
      [5000, 6000],
      [6000, 7000],
      [7000, 8000],
    ]);
    expect(issuesOf(network, "no-stakes")).toMatchObject([{ rows: [0, 2] }]);
  });

  test("no road is led below its zero", () => {
    const network = routeNetworkOf(roadsOf(section("G1", null, east(0, 1000)), section("G1", 0, east(1000, 2000))));
    expect(network.routes.map(({ id, stakes, fromM }) => [id, stakes, fromM])).toEqual([
      ["G1", "given", 0],
      ["G1~2", "measured", 0],
    ]);
  });

  test("a section drawn from its far end is told by its neighbours' ends", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("G1", 0, east(0, 1000)),
        section("G1", 1000, east(2000, 1000)),
        section("G1", 2000, east(2000, 3000)),
      ),
    );
    expect(network.routes[0]!.sections.map(({ reversed }) => reversed)).toEqual([false, true, false]);
    expect(issuesOf(network, "digitised-backwards")).toMatchObject([{ rows: [1], route: 0 }]);
    expect(network.routes[0]!.gaps).toEqual([]);
  });

  test("so is one whose start stake is that of its first, upper vertex", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("G1", 0, east(0, 1000)),
        section("G1", 1600, east(1600, 1000)),
        section("G1", 1600, east(1600, 3000)),
      ),
    );
    expect(stakesOf(network)).toEqual([
      [0, 1000],
      [1000, 1600],
      [1600, 3000],
    ]);
    expect(issuesOf(network, "digitised-backwards")).toMatchObject([{ rows: [1] }]);
  });

  test("a whole route drawn against its stakes is one route", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("G1", 0, east(1000, 0)),
        section("G1", 1000, east(2500, 1000)),
        section("G1", 2500, east(3000, 2500)),
      ),
    );
    expect(network.routes).toHaveLength(1);
    expect(network.routes[0]!.sections.every(({ reversed }) => reversed)).toBe(true);
    expect(issuesOf(network, "digitised-backwards")).toHaveLength(3);
  });

  test("that disagree with a length by a little are reconciled at the joint and named", () => {
    const network = routeNetworkOf(roadsOf(section("G1", 0, east(0, 1000)), section("G1", 1030, east(1000, 2000))));
    expect(stakesOf(network)).toEqual([
      [0, 1030],
      [1030, 2030],
    ]);
    expect(issuesOf(network, "stakes-disagree")).toMatchObject([{ rows: [0, 1], fromM: 1030 }]);
    expect(issuesOf(network, "stakes-disagree")[0]!.byM).toBeCloseTo(30, 1);
    expect(network.routes[0]!.gaps).toEqual([]);
  });

  test("that jump where the road goes on are named, and no window reaches across", () => {
    const network = routeNetworkOf(roadsOf(section("G1", 0, east(0, 1000)), section("G1", 8000, east(1000, 2000))));
    expect(issuesOf(network, "stakes-disagree")[0]!.byM).toBeCloseTo(7000, 1);
    expect(network.routes[0]!.gaps).toHaveLength(1);
    expect(network.lengthM).toBeCloseTo(2000, 1);
  });

  test("that repeat further on make a second route of the same number", () => {
    const network = routeNetworkOf(roadsOf(section("G1", 0, east(0, 2000)), section("G1", 1000, east(2000, 3000))));
    expect(network.routes.map(({ id }) => id)).toEqual(["G1", "G1~2"]);
    expect(issuesOf(network, "overlap")).toMatchObject([{ route: 1, rows: [1] }]);
    expect(issuesOf(network, "overlap")[0]!.byM).toBeCloseTo(1000, 1);
  });
});

describe("the ground", () => {
  test("a road that is interrupted stays one route with a gap", () => {
    const network = routeNetworkOf(roadsOf(section("G1", 0, east(0, 1000)), section("G1", 1500, east(1450, 2000))));
    expect(network.routes).toHaveLength(1);
    expect(network.routes[0]!.gaps.flat().map(Math.round)).toEqual([1000, 1500]);
    expect(issuesOf(network, "gap")).toMatchObject([{ rows: [0, 1] }]);
    expect(network.lengthM).toBeCloseTo(1550, 1);
  });

  test("roads of one number far apart are two routes when their stakes overlap, or cannot be between", () => {
    for (const startStakeM of [500, 1200]) {
      const network = routeNetworkOf(
        roadsOf(section("G1", 0, east(0, 1000)), section("G1", startStakeM, east(20_000, 20_900))),
      );
      expect(network.routes.map(({ id }) => id)).toEqual(["G1", "G1~2"]);
      expect(issuesOf(network, "duplicate-code")).toMatchObject([{ route: 1, rows: [1] }]);
    }
  });

  test("a ring is a loop, of one section or of many", () => {
    const corners: PlanePoint[] = [
      [0, 0],
      [1000, 0],
      [1000, 1000],
      [0, 1000],
      [0, 0],
    ];
    const one = routeNetworkOf(roadsOf(section("环", 0, corners)));
    const many = routeNetworkOf(
      roadsOf(...[0, 1, 2, 3].map((i) => section("环", i * 1000, [corners[i]!, corners[i + 1]!]))),
    );
    const bare = routeNetworkOf(
      roadsOf(...[0, 1, 2, 3].map((i) => section("环", null, [corners[i]!, corners[i + 1]!]))),
    );
    for (const network of [one, many, bare]) {
      expect(network.routes).toHaveLength(1);
      expect(network.routes[0]!.isLoop).toBe(true);
      expect(network.lengthM).toBeCloseTo(4000, 1);
      expect(issuesOf(network, "loop")).toHaveLength(1);
      expect(network.junctions).toEqual([]);
    }
  });

  test("what runs beside under the same stakes is a second carriageway, even drawn the other way", () => {
    for (const points of [east(0, 3000, 30), [...east(0, 3000, 30)].reverse()]) {
      const network = routeNetworkOf(roadsOf(section("G1", 0, east(0, 3000)), section("G1", 0, points)));
      expect(network.routes).toHaveLength(1);
      expect(network.routes[0]!.sections.map(({ carriageway, reversed }) => [carriageway, reversed])).toEqual([
        [0, false],
        [1, points[0]![0] > 0],
      ]);
      expect(network.lengthM).toBeCloseTo(3000, 0);
      expect(issuesOf(network, "dual-carriageway")).toMatchObject([{ rows: [1] }]);
    }
  });

  test("a carriageway without stakes takes them from beside", () => {
    const network = routeNetworkOf(
      roadsOf(section("G1", 5000, east(0, 3000)), section("G1", null, east(2500, 500, 20))),
    );
    expect(network.routes).toHaveLength(1);
    expect(network.routes[0]!.sections[1]).toMatchObject({ carriageway: 1, reversed: true });
    expect(stakesOf(network)[1]).toEqual([5500, 7500]);
  });

  test("a road that splits and joins again keeps both sides", () => {
    const bow: PlanePoint[] = [
      [1000, 0],
      [1100, 25],
      [1900, 25],
      [2000, 0],
    ];
    for (const starts of [
      [0, 1000, 1000, 2000],
      [null, null, null, null],
    ]) {
      const network = routeNetworkOf(
        roadsOf(
          section("G1", starts[0]!, east(0, 1000)),
          section("G1", starts[1]!, east(1000, 2000)),
          section("G1", starts[2]!, bow),
          section("G1", starts[3]!, east(2000, 3000)),
        ),
      );
      expect(network.routes).toHaveLength(1);
      expect(network.routes[0]!.sections.map(({ row, carriageway }) => [row, carriageway])).toEqual([
        [0, 0],
        [1, 0],
        [2, 1],
        [3, 0],
      ]);
      expect(network.lengthM).toBeCloseTo(3000, 0);
    }
  });

  test("a side road of the same name is a branch and a route of its own", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("村道", null, east(0, 1000)),
        section("村道", null, east(1000, 2000)),
        section("村道", null, [
          [1000, 0],
          [1000, 700],
        ]),
      ),
    );
    expect(network.routes.map(({ id, toM }) => [id, Math.round(toM)])).toEqual([
      ["村道", 2000],
      ["村道~2", 700],
    ]);
    expect(issuesOf(network, "branch")).toMatchObject([{ route: 1, rows: [2] }]);
    expect(network.junctions).toMatchObject([{ legs: 3 }]);
  });

  test("nameless sections are routes by themselves, named by their codes", () => {
    const network = routeNetworkOf(
      roadsOf(section(null, null, east(0, 500), { code: "R-7" }), section(null, null, east(500, 900), { code: "R-8" })),
    );
    expect(network.routes.map(({ id, stakes }) => [id, stakes])).toEqual([
      ["#R-7", "measured"],
      ["#R-8", "measured"],
    ]);
    expect(issuesOf(network, "nameless")).toHaveLength(2);
  });

  test("stakes run on over the lines of one section", () => {
    const geometry = {
      type: "MultiLineString" as const,
      coordinates: [lineThrough([0, 0], [1000, 0]).coordinates, lineThrough([1000, 0], [1000, 500]).coordinates],
    };
    const network = routeNetworkOf(
      makeSnapshot("roads", [{ geometry, attributes: { roadCode: "G1", startStakeM: 3000 } }]),
    );
    expect(network.routes[0]!.sections.map(({ row, part }) => [row, part])).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(stakesOf(network)).toEqual([
      [3000, 4000],
      [4000, 4500],
    ]);
  });
});

/** Ledgers at their worst: lines between a few places, of few names, with stakes that nobody compared. */
const messy = fc
  .array(
    fc.record({
      name: fc.constantFrom("", "村道", "环路"),
      roadCode: fc.constantFrom(null, null, "G1", "Ｇ１"),
      startStakeM: fc.constantFrom(null, null, 0, 100, 130, 200, 5000, 9_999_999),
      places: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 0.8, 20)),
        { minLength: 2, maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((lines) =>
    roadsOf(
      ...lines.map(({ name, roadCode, startStakeM, places }) =>
        section(
          roadCode,
          startStakeM,
          places.map(([i, j, off]): PlanePoint => [i * 100 + off, j * 100]),
          { name },
        ),
      ),
    ),
  );

test("whatever a ledger says, every line with a length is on one route once, and every stake leads back", () => {
  fc.assert(
    fc.property(messy, (roads) => {
      const network = routeNetworkOf(roads);
      const { outlines } = roads;
      const withLength = Array.from({ length: roads.count }, (_, row) => row).filter((row) => {
        const [from, to] = [outlines!.partStart[row]!, outlines!.partStart[row + 1]!];
        const xy = outlines!.xy.subarray(from * 2, to * 2);
        return xy.some((metres, i) => i >= 2 && metres !== xy[i - 2]);
      });
      const rows = network.routes.flatMap(({ sections }) => sections.map(({ row }) => row));
      expect(rows.toSorted((a, b) => a - b)).toEqual(withLength);
      expect(new Set(network.routes.map(({ id }) => id)).size).toBe(network.routes.length);
      for (const [route, { fromM, toM, gaps, lengthM, sections }] of network.routes.entries()) {
        const missingM = gaps.reduce((sum, [from, to]) => sum + to - from, 0);
        expect(lengthM).toBeCloseTo(toM - fromM - missingM, 6);
        for (const { fromM: low, toM: high, carriageway } of sections) {
          expect(high).toBeGreaterThan(low);
          const xy = pointAt(network, route, (low + high) / 2, carriageway)!;
          const back = nearestPositions(network, ...xy, 0.01);
          expect(back.map((each) => each.route)).toContain(route);
        }
      }
      for (const { route } of network.issues) expect(network.routes[route]).toBeDefined();
      for (const { legs, on } of network.junctions) {
        expect(legs).toBeGreaterThanOrEqual(3);
        for (const { route, stakeM } of on) {
          const { fromM, toM } = network.routes[route]!;
          expect(stakeM).toBeGreaterThanOrEqual(fromM - 1e-6);
          expect(stakeM).toBeLessThanOrEqual(toM + 1e-6);
        }
      }
    }),
    { numRuns: 300 },
  );
});
