import type { Geometry, Position } from "geojson";
import { expect, test } from "vitest";
import { mendGeometry } from "../../../server/intake/mend.ts";

const [X, Y] = [122.26, 43.62];
/** Corners in steps of 0.001 degrees from X, Y. */
const ring = (...corners: [number, number][]): Position[] => corners.map(([x, y]) => [X + x / 1000, Y + y / 1000]);
const polygon = (...rings: Position[][]): Geometry => ({ type: "Polygon", coordinates: rings });

const SQUARE = ring([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]);
const HOLE = ring([0.2, 0.2], [0.2, 0.8], [0.8, 0.8], [0.8, 0.2], [0.2, 0.2]);

test("what is fine stays as it is, position by position", () => {
  const geometries: Geometry[] = [
    { type: "Point", coordinates: [X, Y] },
    { type: "LineString", coordinates: ring([0, 0], [1, 1]) },
    { type: "MultiPoint", coordinates: ring([0, 0], [1, 1]) },
    polygon(SQUARE, HOLE),
  ];
  for (const geometry of geometries) expect(mendGeometry(geometry)).toEqual({ geometry, mended: null });
});

test("the same shape written differently is tidied without a word", () => {
  const whole = { geometry: polygon(SQUARE, HOLE), mended: null };
  const open = SQUARE.slice(0, -1);
  expect(mendGeometry(polygon([...SQUARE].reverse(), [...HOLE].reverse()))).toEqual(whole);
  expect(mendGeometry(polygon(open, HOLE))).toEqual(whole);
  expect(mendGeometry({ type: "MultiPolygon", coordinates: [[SQUARE, HOLE]] })).toEqual(whole);
  expect(mendGeometry({ type: "MultiPoint", coordinates: [[X, Y]] })).toEqual({
    geometry: { type: "Point", coordinates: [X, Y] },
    mended: null,
  });
  expect(mendGeometry({ type: "MultiLineString", coordinates: [ring([0, 0], [1, 1])] })).toMatchObject({
    geometry: { type: "LineString" },
  });
});

test("a bow tie becomes its two triangles, and the change of area is said", () => {
  const mended = mendGeometry(polygon(ring([0, 0], [1, 1], [1, 0], [0, 1], [0, 0])));
  if (!("geometry" in mended) || mended.geometry.type !== "MultiPolygon") throw new Error(JSON.stringify(mended));
  expect(mended.geometry.coordinates).toHaveLength(2);
  // Half of a square of 80.7 m by 111.1 m.
  expect(mended.mended).toMatch(/^the polygon crosses itself; area 0\.0 m² became 448\d\.\d m²$/);
});

test("a spike of no width is cut off and the rest is kept", () => {
  const spiked = ring([0, 0], [1, 0], [1, 0.5], [2, 0.5], [1, 0.5], [1, 1], [0, 1], [0, 0]);
  const mended = mendGeometry(polygon(spiked));
  if (!("geometry" in mended)) throw new Error(JSON.stringify(mended));
  expect(mended.geometry.type).toBe("Polygon");
});

test("a part of no area is dropped from a building that has others", () => {
  const degenerate = ring([3, 3], [3.1, 3.1], [3, 3]);
  const mended = mendGeometry({ type: "MultiPolygon", coordinates: [[SQUARE], [degenerate]] });
  if (!("geometry" in mended)) throw new Error(JSON.stringify(mended));
  expect(mended.geometry.type).toBe("Polygon");
  expect(mended.mended).toMatch(/^a ring with too few corners; area \d+\.\d m² became \d+\.\d m²$/);
});

test.each([
  ["a polygon of two corners", polygon(ring([0, 0], [1, 1], [0, 0])), /too few corners/],
  ["a polygon on one line", polygon(ring([0, 0], [0, 1], [0, 2], [0, 0])), /encloses no area/],
  ["a line of one position", { type: "LineString", coordinates: [[X, Y]] } as Geometry, /line with one position/],
  ["nothing", { type: "MultiPoint", coordinates: [] } as Geometry, /no positions/],
  [
    "half the earth",
    {
      type: "LineString",
      coordinates: [
        [0, 0],
        [90, 0],
      ],
    } as Geometry,
    /spans too much of the earth/,
  ],
])("%s is refused with the reason and what is allowed", (_, geometry, reason) => {
  const refused = mendGeometry(geometry);
  if (!("refused" in refused)) throw new Error(JSON.stringify(refused));
  expect(refused.refused).toMatch(reason);
  expect(refused.allowed).toMatch(/at least|above|at most/);
});
