import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsPoint } from "#data/geometry/contains.ts";
import { findSeparation, isWithin, outlineDistanceM } from "#data/geometry/distance.ts";
import { type Outline, pointOutline } from "#data/geometry/outlines.ts";
import { lines, outlines, points, polygons, rectangle, shore } from "./random-outlines.ts";

type Segment = readonly [number, number, number, number];

const segmentsOf = (outline: Outline): Segment[] =>
  outline.parts.flatMap((part) => {
    const n = part.length / 2;
    const count = n === 1 ? 1 : outline.kind === 2 ? n : n - 1;
    return Array.from({ length: count }, (_, i): Segment => {
      const j = (i + 1) % n;
      return [part[i * 2]!, part[i * 2 + 1]!, part[j * 2]!, part[j * 2 + 1]!];
    });
  });

/** Distance of two segments by ternary search: the slow obvious way, for it is convex in both parameters. */
function segmentDistance([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): number {
  const toSecond = (s: number) => {
    const [px, py] = [ax + s * (bx - ax), ay + s * (by - ay)];
    const length2 = (dx - cx) ** 2 + (dy - cy) ** 2;
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((px - cx) * (dx - cx) + (py - cy) * (dy - cy)) / length2));
    return Math.hypot(px - cx - t * (dx - cx), py - cy - t * (dy - cy));
  };
  let [low, high] = [0, 1];
  for (let i = 0; i < 100; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (toSecond(a) < toSecond(b)) high = b;
    else low = a;
  }
  return Math.min(toSecond(0), toSecond(1), toSecond((low + high) / 2));
}

/** Winding by angles: inside when the rings turn around the position. */
function isInside(outline: Outline, x: number, y: number): boolean {
  if (outline.kind !== 2) return false;
  let turn = 0;
  for (const [ax, ay, bx, by] of segmentsOf(outline)) {
    turn += Math.atan2((ax - x) * (by - y) - (ay - y) * (bx - x), (ax - x) * (bx - x) + (ay - y) * (by - y));
  }
  return Math.abs(turn) > Math.PI;
}

function slowDistance(a: Outline, b: Outline): number {
  const inside = (outer: Outline, inner: Outline) => inner.parts.some((part) => isInside(outer, part[0]!, part[1]!));
  if (inside(a, b) || inside(b, a)) return 0;
  const others = segmentsOf(b);
  return segmentsOf(a).reduce(
    (least, edge) => others.reduce((best, other) => Math.min(best, segmentDistance(edge, other)), least),
    Number.POSITIVE_INFINITY,
  );
}

describe("the distance between outlines", () => {
  test("is that of measuring every pair of edges", () => {
    fc.assert(
      fc.property(outlines(), outlines(), (a, b) => {
        expect(outlineDistanceM(a, b)).toBeCloseTo(slowDistance(a, b), 6);
      }),
      { numRuns: 500 },
    );
  });

  test("is the same both ways, and its ends lie that far apart, each on its own outline", () => {
    fc.assert(
      fc.property(outlines(), outlines(), (a, b) => {
        const there = findSeparation(a, b)!;
        expect(findSeparation(b, a)!.distanceM).toBeCloseTo(there.distanceM, 9);
        const { from, to } = there;
        expect(Math.hypot(from[0] - to[0], from[1] - to[1])).toBeCloseTo(there.distanceM, 9);
        expect(slowDistance(pointOutline(...from), a)).toBeCloseTo(0, 6);
        expect(slowDistance(pointOutline(...to), b)).toBeCloseTo(0, 6);
      }),
      { numRuns: 300 },
    );
  });

  test("is found exactly when it is at most the limit", () => {
    fc.assert(
      fc.property(outlines(), outlines(), fc.integer({ min: 0, max: 60 }), (a, b, limitM) => {
        const distance = outlineDistanceM(a, b);
        expect(outlineDistanceM(a, b, limitM)).toBe(distance <= limitM ? distance : Number.POSITIVE_INFINITY);
        expect(isWithin(a, b, limitM)).toBe(distance <= limitM);
      }),
      { numRuns: 500 },
    );
  });

  test("passes at exactly the limit: two points of a 3-4-5 triangle, a point beside a wall", () => {
    expect(outlineDistanceM(pointOutline(0, 0), pointOutline(3, 4), 5)).toBe(5);
    expect(outlineDistanceM(pointOutline(60, 5), rectangle(0, 0, 10, 10), 50)).toBe(50);
    expect(outlineDistanceM(pointOutline(60, 5), rectangle(0, 0, 10, 10), 49.999999)).toBe(Number.POSITIVE_INFINITY);
  });

  test("is 0 for touching corners and walls, for crossings, and for one inside the other", () => {
    const house = rectangle(0, 0, 10, 10);
    const others: Outline[] = [
      rectangle(10, 10, 20, 20),
      rectangle(10, 2, 20, 8),
      rectangle(-5, 4, 15, 6),
      rectangle(2, 2, 3, 3),
      rectangle(-10, -10, 30, 30),
      pointOutline(5, 5),
      pointOutline(10, 5),
      { kind: 1, parts: [Float64Array.of(-5, -5, 20, 20)] },
      { kind: 1, parts: [Float64Array.of(4, 4, 6, 6)] },
    ];
    for (const other of others) {
      expect(outlineDistanceM(house, other)).toBe(0);
      expect(outlineDistanceM(other, house)).toBe(0);
    }
  });

  test("is measured across a courtyard for what stands in it", () => {
    const block: Outline = {
      kind: 2,
      parts: [rectangle(0, 0, 100, 100).parts[0]!, Float64Array.of(20, 20, 20, 80, 80, 80, 80, 20)],
    };
    expect(outlineDistanceM(block, pointOutline(50, 50))).toBe(30);
    expect(outlineDistanceM(block, rectangle(45, 40, 55, 60))).toBe(20);
    expect(outlineDistanceM(block, pointOutline(10, 50))).toBe(0);
  });

  test("is 0 when only the second part of a feature lies inside", () => {
    const zone = rectangle(0, 0, 10, 10);
    const sites: Outline = { kind: 0, parts: [Float64Array.of(500, 500), Float64Array.of(5, 5)] };
    expect(outlineDistanceM(zone, sites)).toBe(0);
    expect(outlineDistanceM(sites, zone)).toBe(0);
  });

  test("of two shores of many vertices is that of measuring every pair of edges", () => {
    const [a, b] = [shore(200), shore(300, 2500, 300)];
    expect(outlineDistanceM(a, b)).toBeCloseTo(slowDistance(a, b), 6);
  });

  test("of two shores of 200 000 vertices far apart, near, nested and overlapping comes without measuring them all", () => {
    const lake = shore(200_000);
    const scaled: Outline = { kind: 2, parts: [lake.parts[0]!.map((each) => each * 0.9)] };
    expect(Math.abs(outlineDistanceM(lake, shore(200_000, 9000, 0)) - 6942)).toBeLessThan(1);
    expect(outlineDistanceM(lake, shore(200_000, 2001, 0))).toBeLessThan(5);
    expect(outlineDistanceM(lake, shore(200_000, 500, 0))).toBe(0);
    expect(outlineDistanceM(lake, scaled)).toBe(0);
    // The same two shores as lines: no inside, so the gap is measured all along. Vertex to vertex on a coarser shore is near enough.
    const [outer, inner]: Outline[] = [lake, scaled].map(({ parts }) => ({ kind: 1, parts }));
    const coarse = shore(2000).parts[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < coarse.length; i += 2)
      for (let j = 0; j < coarse.length; j += 2)
        least = Math.min(least, Math.hypot(coarse[i]! - coarse[j]! * 0.9, coarse[i + 1]! - coarse[j + 1]! * 0.9));
    expect(Math.abs(outlineDistanceM(outer!, inner!) - least)).toBeLessThan(0.1);
  });
});

describe("a position in polygons", () => {
  test("is inside by the turns of the rings around it", () => {
    fc.assert(
      fc.property(polygons(), points(), (outline, { parts }) => {
        const [x, y] = parts[0]!;
        fc.pre(slowDistance({ ...outline, kind: 1 }, pointOutline(x!, y!)) > 1e-6);
        expect(containsPoint(outline, x!, y!)).toBe(isInside(outline, x!, y!));
      }),
      { numRuns: 500 },
    );
  });

  test("on the wall between neighbours belongs to exactly one of them", () => {
    const districts = [rectangle(0, 0, 1, 1), rectangle(1, 0, 2, 1), rectangle(0, 1, 1, 2), rectangle(1, 1, 2, 2)];
    for (const [x, y] of [
      [1, 0.3],
      [1, 1],
      [0.7, 1],
      [1.25, 1],
    ] as const) {
      expect(districts.filter((district) => containsPoint(district, x, y))).toHaveLength(1);
    }
  });

  test("on a slanted shared edge belongs to exactly one, whichever way each ring runs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 97 }), fc.integer({ min: 1, max: 89 }), (rise, share) => {
        const [bx, by] = [10, rise / 7];
        const [x, y] = [(bx * share) / 90, (by * share) / 90];
        const above: Outline = { kind: 2, parts: [Float64Array.of(0, 0, bx, by, 0, 50)] };
        const below: Outline = { kind: 2, parts: [Float64Array.of(bx, by, 0, 0, 20, -50)] };
        expect([above, below].filter((each) => containsPoint(each, x, y))).toHaveLength(1);
      }),
    );
  });

  test("is never inside points or lines", () => {
    fc.assert(
      fc.property(fc.oneof(points(), lines()), (outline) => {
        expect(containsPoint(outline, outline.parts[0]![0]!, outline.parts[0]![1]!)).toBe(false);
      }),
    );
  });
});
