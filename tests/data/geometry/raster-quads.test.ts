import { describe, expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import type { RasterFrame } from "#data/geometry/fill-near.ts";
import { type RasterQuad, rasterQuads } from "#data/geometry/raster-quads.ts";

/** The demonstration zone at 5 m. */
const ZONE_FRAME: RasterFrame = { originX: -15_500, originY: -12_370, cellM: 5, columns: 6168, rows: 4954 };
const plane = createZonePlane([122.26, 43.62]);

const mercator = ([lon, lat]: readonly [number, number]): [number, number] => [
  (lon * Math.PI) / 180,
  Math.asinh(Math.tan((lat * Math.PI) / 180)),
];

/** The farthest that a place of an image is drawn from where it is, ground metres, sampled: bilinear, and by both pairs of triangles. */
function farthestOffM(frame: RasterFrame, { column, row, columns, rows, corners }: RasterQuad): number {
  const [nw, ne, se, sw] = corners.map(mercator) as [number, number][];
  let farthest = 0;
  for (let i = 0; i <= 12; i++)
    for (let j = 0; j <= 12; j++) {
      const [u, v] = [i / 12, j / 12];
      const place = plane.toLonLat(
        frame.originX + (column + u * columns) * frame.cellM,
        frame.originY + (row + v * rows) * frame.cellM,
      );
      const [x, y] = mercator(place);
      const weights = [
        [(1 - u) * v, u * v, u * (1 - v), (1 - u) * (1 - v)],
        u + v < 1 ? [v, 0, u, 1 - u - v] : [1 - u, u + v - 1, 1 - v, 0],
        u < v ? [v - u, u, 0, 1 - v] : [0, v, u - v, 1 - u],
      ];
      for (const [a, b, c, d] of weights) {
        const drawn = [0, 1].map((k) => a! * nw![k]! + b! * ne![k]! + c! * se![k]! + d! * sw![k]!);
        const ground = 6_378_137 * Math.cos((place[1] * Math.PI) / 180);
        farthest = Math.max(farthest, Math.hypot(drawn[0]! - x, drawn[1]! - y) * ground);
      }
    }
  return farthest;
}

const worstM = (frame: RasterFrame, quads: readonly RasterQuad[]) =>
  Math.max(...quads.map((quad) => farthestOffM(frame, quad)));

describe("parts of a raster, each drawn as an image", () => {
  test.each([0.5, 2.5, 10, 1000])("draw no place farther than %d m from where it is", (toleranceM) => {
    expect(worstM(ZONE_FRAME, rasterQuads(ZONE_FRAME, plane, toleranceM))).toBeLessThanOrEqual(toleranceM);
  });

  test("are few: half a cell of the whole zone takes a dozen or so", () => {
    expect(rasterQuads(ZONE_FRAME, plane, 2.5).length).toBeLessThanOrEqual(25);
    expect(rasterQuads({ ...ZONE_FRAME, columns: 400, rows: 300 }, plane, 2.5)).toHaveLength(1);
  });

  test("are needed: one image of the whole zone would be off by more than two cells", () => {
    expect(worstM(ZONE_FRAME, rasterQuads(ZONE_FRAME, plane, 1000))).toBeGreaterThan(10);
  });

  test("cover each cell once", () => {
    const seen = new Uint8Array(ZONE_FRAME.columns * ZONE_FRAME.rows);
    for (const { column, row, columns, rows } of rasterQuads(ZONE_FRAME, plane, 2.5))
      for (let r = row; r < row + rows; r++) {
        const from = r * ZONE_FRAME.columns + column;
        for (let cell = from; cell < from + columns; cell++) seen[cell]!++;
      }
    expect(seen.every((times) => times === 1)).toBe(true);
  });

  test("of fewer cells than parts are single cells", () => {
    const frame = { originX: 0, originY: 0, cellM: 200, columns: 2, rows: 1 };
    expect(rasterQuads(frame, plane, 1e-9)).toHaveLength(2);
  });
});
