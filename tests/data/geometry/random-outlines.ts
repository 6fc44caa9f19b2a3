import fc from "fast-check";
import type { Outline } from "#data/geometry/outlines.ts";

/** Outlines for property tests: on coarse coordinates, so that touching, overlapping and collinear cases come up often. */

const metre = (size: number) => fc.integer({ min: -size * 4, max: size * 4 }).map((quarter) => quarter / 4);

export const points = (size = 50): fc.Arbitrary<Outline> =>
  fc
    .array(fc.tuple(metre(size), metre(size)), { minLength: 1, maxLength: 3 })
    .map((positions) => ({ kind: 0, parts: positions.map((position) => Float64Array.from(position)) }));

export const lines = (size = 50): fc.Arbitrary<Outline> =>
  fc
    .array(fc.array(fc.tuple(metre(size), metre(size)), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 2 })
    .map((parts) => ({ kind: 1, parts: parts.map((part) => Float64Array.from(part.flat())) }));

/** A ring around a centre: vertices at rising angles, so that it never crosses itself. */
const star = (size: number, most: number) =>
  fc
    .record({
      x: metre(size),
      y: metre(size),
      radii: fc.array(fc.integer({ min: 4, max: 40 }), { minLength: 3, maxLength: most }),
      turn: fc.double({ min: 0, max: 6, noNaN: true }),
    })
    .map(({ x, y, radii, turn }) => ({ x, y, radii, turn }));

type Star = { x: number; y: number; radii: number[]; turn: number };

const ringOf = ({ x, y, radii, turn }: Star, scale: number, clockwise: boolean): Float64Array => {
  const vertices = radii.map((radius, i) => {
    const angle = turn + (i / radii.length) * 2 * Math.PI;
    return [x + radius * scale * Math.cos(angle), y + radius * scale * Math.sin(angle)];
  });
  return Float64Array.from((clockwise ? vertices.reverse() : vertices).flat());
};

/** One polygon, with a hole of the same shape half as large or without. */
export const polygons = (size = 50, mostVertices = 12): fc.Arbitrary<Outline> =>
  fc.tuple(star(size, mostVertices), fc.boolean()).map(([shape, withHole]) => ({
    kind: 2,
    parts: withHole ? [ringOf(shape, 1, false), ringOf(shape, 0.5, true)] : [ringOf(shape, 1, false)],
  }));

export const outlines = (size = 50): fc.Arbitrary<Outline> => fc.oneof(points(size), lines(size), polygons(size));

/** A round lake shore of many vertices: radius 1000 m, wavy by 30 m, counter-clockwise. */
export function shore(vertices: number, x = 0, y = 0): Outline {
  const ring = new Float64Array(vertices * 2);
  for (let i = 0; i < vertices; i++) {
    const angle = (i / vertices) * 2 * Math.PI;
    const radius = 1000 + 30 * Math.sin(angle * 40);
    ring[i * 2] = x + radius * Math.cos(angle);
    ring[i * 2 + 1] = y + radius * Math.sin(angle);
  }
  return { kind: 2, parts: [ring] };
}

/** A rectangle, counter-clockwise. */
export const rectangle = (minX: number, minY: number, maxX: number, maxY: number): Outline => ({
  kind: 2,
  parts: [Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY)],
});
