import { expect, test } from "vitest";
import { crashSectionsOf } from "#data/traffic/clusters/test-sections.ts";
import type { Junction, Route, RouteNetwork } from "#data/traffic/network/route.ts";
import { makeSnapshot } from "../../../support/make-snapshot.ts";

const route = (id: string, toM: number, gaps: Route["gaps"] = []): Route => ({
  id,
  code: id,
  name: id,
  roadClass: null,
  kind: "highway",
  stakes: "given",
  fromM: 0,
  toM,
  isLoop: false,
  sections: [],
  gaps,
  lengthM: toM,
});

const network = (routes: Route[], ...junctions: Junction["on"][]): RouteNetwork => ({
  roads: makeSnapshot("roads", []),
  routes,
  junctions: junctions.map((on) => ({ x: 0, y: 0, legs: 4, on })),
  issues: [],
  lengthM: 0,
});

/** Accidents as `[route, stake]`. */
const placed = (...places: readonly (readonly [number, number])[]) => ({
  route: Int32Array.from(places, ([index]) => index),
  stakeM: Float64Array.from(places, ([, stakeM]) => stakeM),
});

const rowsOf = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

test("a route is cut at its gaps and not at its junctions", () => {
  const roads = network([route("g111", 9_000, [[4_000, 5_000]])], [{ route: 0, stakeM: 2_000 }]);
  const { sections, atJunctions } = crashSectionsOf(roads, placed([0, 6_000], [0, 1_500], [0, 300]), rowsOf(3), 100);
  expect(atJunctions).toBe(0);
  expect(sections.map(({ name, support }) => [name, support])).toEqual([
    [
      "g111@0",
      [
        [0, 1_900],
        [2_100, 4_000],
      ],
    ],
    ["g111@5000", [[5_000, 9_000]]],
  ]);
  expect(Array.from(sections[0]!.stakesM)).toEqual([300, 1_500]);
  expect(Array.from(sections[0]!.rows)).toEqual([2, 1]);
});

test("accidents within the radius of a junction are left out and counted, on every route that meets there", () => {
  const on = [
    { route: 0, stakeM: 500 },
    { route: 1, stakeM: 0 },
  ];
  const roads = network([route("a", 1_000), route("b", 800)], on);
  const places = placed([0, 400], [0, 399], [0, 601], [1, 100], [1, 101]);
  const { sections, atJunctions } = crashSectionsOf(roads, places, rowsOf(5), 100);
  expect(atJunctions).toBe(2);
  expect(sections.map(({ rows }) => Array.from(rows))).toEqual([[1, 2], [4]]);
  expect(sections[1]!.support).toEqual([[100, 800]]);
  expect(crashSectionsOf(roads, places, rowsOf(5), 0).atJunctions).toBe(0);
});

test("an accident a hair outside its road or in a gap belongs to the nearest section", () => {
  const roads = network([route("a", 1_000, [[400, 500]])]);
  const { sections } = crashSectionsOf(roads, placed([0, 1_000.4], [0, 410], [0, 480]), rowsOf(3), 0);
  expect(sections.map(({ stakesM }) => Array.from(stakesM))).toEqual([[400], [500, 1_000]]);
});

test("a street that junctions cover wholly has no section, and its accidents are at junctions", () => {
  const roads = network([route("a", 150)], [{ route: 0, stakeM: 0 }], [{ route: 0, stakeM: 150 }]);
  expect(crashSectionsOf(roads, placed([0, 70]), rowsOf(1), 100)).toEqual({ sections: [], atJunctions: 1 });
});
