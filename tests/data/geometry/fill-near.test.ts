import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsPoint } from "#data/geometry/contains.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import { fillNear, fillSpans, type RasterFrame, spansInside, spansNear } from "#data/geometry/fill-near.ts";
import { type Outline, pointOutline } from "#data/geometry/outlines.ts";
import { outlines, polygons, rectangle } from "./random-outlines.ts";

const FRAME: RasterFrame = { originX: -60, originY: -55, cellM: 2.5, columns: 48, rows: 44 };

/** Twice the tolerance of the fill and the rounding of both ways of measuring: nearer to the limit neither is wrong. */
const TIE_M = 1e-8;

const near = (outline: Outline, radiusM: number, frame = FRAME): Uint8Array => {
  const cells = new Uint8Array(frame.columns * frame.rows);
  fillSpans(cells, spansNear(frame, outline, radiusM), 7);
  return cells;
};

const centreOf = ({ originX, originY, cellM, columns }: RasterFrame, cell: number): [number, number] => [
  originX + ((cell % columns) + 0.5) * cellM,
  originY + (Math.floor(cell / columns) + 0.5) * cellM,
];

/** Cells where the fill and the measured distance disagree. */
function disagreements(cells: Uint8Array, outline: Outline, radiusM: number, frame = FRAME): string[] {
  const found: string[] = [];
  cells.forEach((value, cell) => {
    const distanceM = outlineDistanceM(pointOutline(...centreOf(frame, cell)), outline);
    if (Math.abs(distanceM - radiusM) <= TIE_M) return;
    if ((value === 7) !== distanceM < radiusM) found.push(`cell ${cell}: ${value}, at ${distanceM} m`);
  });
  return found;
}

const radii = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((quarter) => quarter / 4),
  fc.double({ min: 0.01, max: 80, noNaN: true }),
);

describe("cells near an outline", () => {
  test("are those whose centre is measured to be nearer than the radius", () => {
    fc.assert(
      fc.property(outlines(), radii, (outline, radiusM) => {
        expect(disagreements(near(outline, radiusM), outline, radiusM)).toEqual([]);
      }),
    );
  });

  test("are those of a convex outline too, where its corners repeat or lie on a side, and where it has no inside", () => {
    const corner = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 1, maxLength: 9 }), radii, (corners, radiusM) => {
        const outline: Outline = { kind: 2, parts: [convexAround(corners)] };
        expect(disagreements(near(outline, radiusM), outline, radiusM)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("are the same of several polygons in one outline", () => {
    fc.assert(
      fc.property(polygons(40, 6), polygons(40, 6), radii, (a, b, radiusM) => {
        const shifted = b.parts.map((part) => part.map((value, i) => (i % 2 === 0 ? value + 200 : value)));
        const both: Outline = { kind: 2, parts: [...a.parts, ...shifted] };
        const frame = { ...FRAME, columns: 160 };
        expect(disagreements(near(both, radiusM, frame), both, radiusM, frame)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("do not count a centre at exactly the radius: at the limit a place passes", () => {
    const frame = { originX: 0, originY: 0, cellM: 1, columns: 21, rows: 21 };
    // From the centre of the middle cell the next centres lie at whole metres, and (3, 4) and (4, 3) at 5 m.
    const cells = near(pointOutline(10.5, 10.5), 5, frame);
    const at = (column: number, row: number) => cells[row * 21 + column];
    for (const [column, row] of [
      [15, 10],
      [5, 10],
      [10, 15],
      [10, 5],
      [13, 14],
      [14, 13],
      [7, 6],
      [6, 7],
    ] as const)
      expect(at(column, row), `${column}, ${row}`).toBe(0);
    expect(at(14, 10)).toBe(7);
    expect(at(13, 13)).toBe(7);
    const beside = near(rectangle(4, 4, 8, 8), 3.5, frame);
    expect(beside[6 * 21 + 11]).toBe(0);
    expect(beside[6 * 21 + 10]).toBe(7);
  });

  test("hold the inside of a polygon and of a ring without a hole, and leave the middle of a large hole", () => {
    const court: Outline = {
      kind: 2,
      parts: [Float64Array.of(-40, -40, 40, -40, 40, 40, -40, 40), Float64Array.of(-30, -30, -30, 30, 30, 30, 30, -30)],
    };
    const cells = near(court, 5);
    const valueAt = (x: number, y: number) =>
      cells[
        Math.floor((y - FRAME.originY) / FRAME.cellM) * FRAME.columns + Math.floor((x - FRAME.originX) / FRAME.cellM)
      ];
    expect(valueAt(0, 0)).toBe(0);
    expect(valueAt(35, 0)).toBe(7);
    expect(valueAt(27, 0)).toBe(7);
    expect(disagreements(cells, court, 5)).toEqual([]);
  });

  test("of an edge that is hardly off the level, or of no length, are those of its ends", () => {
    const frame = { originX: 0, originY: 0, cellM: 1, columns: 60, rows: 30 };
    for (const dy of [0, 1e-12, -1e-12, 1e-7, -1e-7]) {
      const level: Outline = { kind: 1, parts: [Float64Array.of(10, 15.5, 50, 15.5 + dy)] };
      expect(disagreements(near(level, 6.25, frame), level, 6.25, frame), `${dy}`).toEqual([]);
    }
    const doubled: Outline = { kind: 1, parts: [Float64Array.of(20, 10, 20, 10, 30, 20)] };
    expect(disagreements(near(doubled, 4.3, frame), doubled, 4.3, frame)).toEqual([]);
  });

  test("of a spiral that turns one way and winds twice are not filled as if it were convex", () => {
    const ring: number[] = [];
    for (let k = 0; k < 16; k++) {
      const angle = (k / 8) * 2 * Math.PI;
      const radius = k < 8 ? 50 : 20;
      ring.push(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    const spiral: Outline = { kind: 2, parts: [Float64Array.from(ring)] };
    expect(disagreements(near(spiral, 2), spiral, 2)).toEqual([]);
  });

  test("of a corner that is given twice are not filled as if the ring were convex there", () => {
    const dent: Outline = { kind: 2, parts: [Float64Array.of(-40, -40, 40, -40, 40, 40, 0, -20, 0, -20, -40, 40)] };
    expect(disagreements(near(dent, 3), dent, 3)).toEqual([]);
  });

  test("are the same filled at once and from their spans, whatever was filled before", () => {
    fc.assert(
      fc.property(outlines(), outlines(), radii, (before, outline, radiusM) => {
        near(before, radiusM / 2);
        const cells = new Uint8Array(FRAME.columns * FRAME.rows);
        fillNear(cells, FRAME, outline, radiusM, 7);
        expect(cells).toEqual(near(outline, radiusM));
      }),
    );
  });

  test("of nothing within reach are none, whatever lies outside the raster", () => {
    expect(near(pointOutline(1e6, 0), 30).some(Boolean)).toBe(false);
    expect(near(pointOutline(0, -1e6), 30).some(Boolean)).toBe(false);
    expect(near(rectangle(-10, -10, 10, 10), 0).some(Boolean)).toBe(false);
  });
});

test("cells inside a polygon are those that contain their centre, holes left out", () => {
  fc.assert(
    fc.property(polygons(), (outline) => {
      const cells = new Uint8Array(FRAME.columns * FRAME.rows);
      fillSpans(cells, spansInside(FRAME, outline), 1);
      const rings: Outline = { kind: 1, parts: outline.parts.map(closed) };
      const wrong = [...cells.keys()].filter((cell) => {
        const centre = centreOf(FRAME, cell);
        if ((cells[cell] === 1) === containsPoint(outline, ...centre)) return false;
        return outlineDistanceM(pointOutline(...centre), rings) > TIE_M;
      });
      expect(wrong).toEqual([]);
    }),
  );
});

/** The hull of some places, counter-clockwise, with every place on it, and the first corner given twice. */
function convexAround(places: readonly (readonly [number, number])[]): Float64Array {
  const distinct = [...new Map(places.map((place) => [place.join(), place])).values()];
  const sorted = distinct.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (from: readonly (readonly [number, number])[]) => {
    const chain: (readonly [number, number])[] = [];
    for (const place of from) {
      for (;;) {
        const [a, b] = [chain.at(-2), chain.at(-1)];
        if (!a || !b || (b[0] - a[0]) * (place[1] - b[1]) - (b[1] - a[1]) * (place[0] - b[0]) >= 0) break;
        chain.pop();
      }
      chain.push(place);
    }
    return chain;
  };
  return Float64Array.from([...half(sorted), ...half(sorted.toReversed())].flat());
}

const closed = (ring: Float64Array): Float64Array => Float64Array.from([...ring, ring[0]!, ring[1]!]);
