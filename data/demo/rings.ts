import { between, type Point } from "./frame.ts";

/** Twice the signed area of a closed ring. */
function twiceArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return sum;
}

export const counterClockwise = (ring: Point[]): Point[] => (twiceArea(ring) < 0 ? ring.reverse() : ring);

/** Whether a point lies in a closed ring (even-odd); on the border either answer. */
export function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** The parts of a line inside a closed ring, in order, cut where it crosses. */
export function cutAt(line: readonly Point[], ring: readonly Point[]): Point[][] {
  const parts: Point[][] = [];
  let wasInside = false;
  line.forEach((point, i) => {
    const inside = isInside(point, ring);
    if (inside && !wasInside) parts.push(i > 0 ? [borderPoint(ring, point, line[i - 1]!)] : []);
    if (inside) parts[parts.length - 1]!.push(point);
    else if (wasInside) parts[parts.length - 1]!.push(borderPoint(ring, line[i - 1]!, point));
    wasInside = inside;
  });
  return parts;
}

/** The last point inside on the way out. Halving 40 times leaves less than a nanometre of any stretch of the zone. */
function borderPoint(ring: readonly Point[], inner: Point, outer: Point): Point {
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (isInside(between(inner, outer, middle), ring)) low = middle;
    else high = middle;
  }
  return between(inner, outer, low);
}
