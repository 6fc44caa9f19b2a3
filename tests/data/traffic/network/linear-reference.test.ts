import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import {
  aadtBetween,
  findRoutes,
  lengthBetween,
  nearestPositions,
  pointAt,
  stretchGeometry,
  stretchLines,
} from "#data/traffic/network/linear-reference.ts";
import type { RouteNetwork } from "#data/traffic/network/route.ts";
import { stretchLabel } from "#data/traffic/network/route-label.ts";
import { type PlanePoint, roadsOf, section } from "../../../support/plane-roads.ts";

const g111 = routeNetworkOf(
  roadsOf(
    section(
      "G111",
      810_000,
      [
        [0, 0],
        [2000, 0],
      ],
      { name: "国道G111线", attributes: { aadt: 10_000 } },
    ),
    // Drawn from its far end.
    section(
      "G111",
      812_000,
      [
        [2000, 1500],
        [2000, 0],
      ],
      { name: "南环路", attributes: { aadt: 4000 } },
    ),
    section(
      "G111",
      813_500,
      [
        [2000, 1500],
        [3000, 1500],
      ],
      { name: "国道G111线" },
    ),
    section(
      "G111",
      815_000,
      [
        [3500, 1500],
        [4500, 1500],
      ],
      { name: "国道G111线" },
    ),
  ),
);

// Without a minus before zero.
const wholeMetres = (metres: number) => Math.round(metres) + 0;
const rounded = (xy: readonly [number, number] | null) => xy?.map((metres) => Math.round(metres * 100) / 100 + 0);

describe("a stake on the ground", () => {
  test.each([
    [810_000, [0, 0]],
    [811_300, [1300, 0]],
    [812_000, [2000, 0]],
    [812_300, [2000, 300]],
    [813_500, [2000, 1500]],
    [814_400, [2900, 1500]],
    [815_000, [3500, 1500]],
    [816_000, [4500, 1500]],
  ])("K%d of G111 stands where the sections put it", (stakeM, at) => {
    expect(rounded(pointAt(g111, 0, stakeM))).toEqual(at);
  });

  test("is nowhere beyond the ends and in a gap", () => {
    for (const stakeM of [809_990, 816_010, 814_700]) expect(pointAt(g111, 0, stakeM)).toBeNull();
  });

  test("on a loop runs on from its start", () => {
    const ring = routeNetworkOf(
      roadsOf(
        section("环", 0, [
          [0, 0],
          [100, 0],
          [100, 100],
          [0, 100],
          [0, 0],
        ]),
      ),
    );
    expect(rounded(pointAt(ring, 0, 450))).toEqual([50, 0]);
    expect(rounded(pointAt(ring, 0, -50))).toEqual([0, 50]);
    expect(stretchLines(ring, 0, 350, 450).map((xy) => Array.from(xy, wholeMetres))).toEqual([[0, 50, 0, 0, 50, 0]]);
    expect(lengthBetween(ring, 0, 350, 450)).toBeCloseTo(100, 6);
  });
});

describe("routes of a text", () => {
  test("are found by number, by the name of any section, and by id", () => {
    for (const text of ["G111", "ｇ１１１", "111国道", "国道111线", "国道G111线", "南环路"])
      expect(findRoutes(g111, text), text).toEqual([0]);
    for (const text of ["G11", "G1111", "", "  ", "北环路"]) expect(findRoutes(g111, text), text).toEqual([]);
  });

  test("of a number that two roads have are both, and an id is one", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("X9", 0, [
          [0, 0],
          [900, 0],
        ]),
        section("X9", 0, [
          [30_000, 0],
          [30_500, 0],
        ]),
      ),
    );
    expect(findRoutes(network, "X9")).toEqual([0, 1]);
    expect(findRoutes(network, "x9~2")).toEqual([1]);
  });
});

describe("a stretch", () => {
  test("is one line across joints, in the direction of the stakes, and breaks at a gap", () => {
    expect(stretchLines(g111, 0, 811_500, 812_300).map((xy) => Array.from(xy, wholeMetres))).toEqual([
      [1500, 0, 2000, 0, 2000, 300],
    ]);
    expect(stretchGeometry(g111, 0, 814_000, 815_500)).toMatchObject({ type: "MultiLineString" });
    expect(lengthBetween(g111, 0, 814_000, 815_500)).toBeCloseTo(1000, 1);
    expect(lengthBetween(g111, 0, 0, 1e7)).toBeCloseTo(5500, 1);
    expect(stretchLabel(g111, 0, 811_500, 812_300)).toBe("G111 K811+500 – K812+300");
  });

  test("is as long on the earth as its stakes say", () => {
    const { coordinates } = stretchGeometry(g111, 0, 810_250, 811_750) as GeoJSON.LineString;
    const [[lon1, lat1], [lon2, lat2]] = [coordinates[0]!, coordinates[1]!] as [[number, number], [number, number]];
    expect(geodesicDistanceM(lon1, lat1, lon2, lat2)).toBeCloseTo(1500, 2);
  });

  test("has the traffic of its known part, and none where most is not known", () => {
    expect(aadtBetween(g111, 0, 811_000, 812_000)).toBeCloseTo(10_000, 6);
    expect(aadtBetween(g111, 0, 811_000, 813_000)).toBeCloseTo(7000, 0);
    expect(aadtBetween(g111, 0, 812_500, 814_500)).toBeCloseTo(4000, 6);
    expect(aadtBetween(g111, 0, 813_400, 814_500)).toBeNull();
  });

  test("has the lines of both carriageways, and counts its length once", () => {
    const network = routeNetworkOf(
      roadsOf(
        section("G1", 0, [
          [0, 0],
          [1000, 0],
        ]),
        section("G1", 0, [
          [1000, 20],
          [0, 20],
        ]),
      ),
    );
    expect(stretchLines(network, 0, 200, 500).map((xy) => Array.from(xy, wholeMetres))).toEqual([
      [200, 0, 500, 0],
      [200, 20, 500, 20],
    ]);
    expect(lengthBetween(network, 0, 200, 500)).toBeCloseTo(300, 6);
    expect(rounded(pointAt(network, 0, 300, 1))).toEqual([300, 20]);
    expect(pointAt(network, 0, 300, 2)).toBeNull();
  });
});

/** Winding roads cut into sections, some drawn backwards, some with stakes that are a little off, some beside each other. */
const winding: fc.Arbitrary<RouteNetwork> = fc
  .array(
    fc.record({
      start: fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })),
      stakeM: fc.option(fc.integer({ min: 0, max: 900_000 })),
      legs: fc.array(
        fc.record({
          steps: fc.array(fc.tuple(fc.integer({ min: 40, max: 400 }), fc.integer({ min: -150, max: 150 })), {
            minLength: 1,
            maxLength: 5,
          }),
          isBackwards: fc.boolean(),
          offM: fc.integer({ min: -15, max: 15 }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((roads) => {
    const rows = roads.flatMap(({ start, stakeM, legs }, road) => {
      let [at, along]: [PlanePoint, number] = [start, stakeM ?? 0];
      return legs.map(({ steps, isBackwards, offM }, i) => {
        const points: PlanePoint[] = [at];
        const fromM = along + (i === 0 ? 0 : offM);
        for (const [dx, dy] of steps) {
          points.push([at[0] + dx, at[1] + dy]);
          along += Math.hypot(dx, dy);
          at = points.at(-1)!;
        }
        const isTold = legs.length > 2 && i > 0 && i < legs.length - 1;
        return section(`S${road}`, stakeM === null ? null : fromM, isBackwards && isTold ? points.reverse() : points);
      });
    });
    return routeNetworkOf(roadsOf(...rows));
  });

describe("there and back", () => {
  test("a stake leads to a place whose stake it is, within a centimetre", () => {
    fc.assert(
      fc.property(winding, fc.double({ min: 0, max: 1, noNaN: true }), (network, share) => {
        for (const [index, { fromM, toM }] of network.routes.entries()) {
          const stakeM = fromM + share * (toM - fromM);
          const xy = pointAt(network, index, stakeM);
          if (!xy) continue;
          const back = nearestPositions(network, ...xy, 1).find(({ route }) => route === index);
          expect(back!.offsetM).toBeLessThan(1e-6);
          const again = pointAt(network, index, back!.stakeM, back!.carriageway)!;
          expect(Math.hypot(again[0] - xy[0], again[1] - xy[1])).toBeLessThan(0.01);
        }
      }),
    );
  });

  test("a place on a section has a stake that leads back to it, within a centimetre", () => {
    fc.assert(
      fc.property(winding, fc.double({ min: 0, max: 1, noNaN: true }), (network, share) => {
        const { outlines } = network.roads;
        for (let part = 0; part + 1 < outlines!.partStart.length; part++) {
          const v = outlines!.partStart[part]!;
          const [ax, ay, bx, by] = outlines!.xy.subarray(v * 2, v * 2 + 4);
          const at: [number, number] = [ax! + (bx! - ax!) * share, ay! + (by! - ay!) * share];
          const [nearest] = nearestPositions(network, ...at, 1);
          const back = pointAt(network, nearest!.route, nearest!.stakeM, nearest!.carriageway)!;
          expect(Math.hypot(back[0] - at[0], back[1] - at[1])).toBeLessThan(0.01);
        }
      }),
    );
  });

  test("every section is on one route, and none of its length is lost", () => {
    fc.assert(
      fc.property(winding, (network) => {
        const rows = network.routes.flatMap(({ sections }) => sections.map(({ row }) => row));
        expect(rows.toSorted((a, b) => a - b)).toEqual(Array.from({ length: network.roads.count }, (_, row) => row));
      }),
    );
  });
});

test("the nearest places are those of looking at every segment", () => {
  const around = fc.integer({ min: -4000, max: 4000 });
  fc.assert(
    fc.property(winding, around, around, fc.integer({ min: 1, max: 3000 }), (network, x, y, withinM) => {
      const slow = network.routes.flatMap(({ sections }, route) => {
        const distances = new Map<number, number>();
        for (const { row, carriageway } of sections) {
          const offsetM = distanceToRow(network, row, x, y);
          distances.set(carriageway, Math.min(offsetM, distances.get(carriageway) ?? Number.POSITIVE_INFINITY));
        }
        return [...distances].map(([carriageway, offsetM]) => ({ route, carriageway, offsetM }));
      });
      const found = nearestPositions(network, x, y, withinM);
      const wanted = slow.filter(({ offsetM }) => offsetM <= withinM).sort((a, b) => a.offsetM - b.offsetM);
      expect(found.map(({ offsetM }) => offsetM.toFixed(6))).toEqual(wanted.map(({ offsetM }) => offsetM.toFixed(6)));
      expect(new Set(found.map(({ route, carriageway }) => `${route} ${carriageway}`))).toEqual(
        new Set(wanted.map(({ route, carriageway }) => `${route} ${carriageway}`)),
      );
    }),
  );
});

function distanceToRow({ roads: { outlines } }: RouteNetwork, row: number, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let part = outlines!.featureStart[row]!; part < outlines!.featureStart[row + 1]!; part++)
    for (let v = outlines!.partStart[part]!; v + 1 < outlines!.partStart[part + 1]!; v++) {
      const [ax, ay, bx, by] = outlines!.xy.subarray(v * 2, v * 2 + 4) as unknown as [number, number, number, number];
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const share =
        length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
      least = Math.min(least, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
    }
  return least;
}
