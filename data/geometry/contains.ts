import type { Outline } from "./outlines.ts";
import { segmentCount, segmentIndexOf } from "./segments.ts";

/** Above this many edges an index over them pays off. */
const INDEX_FROM_EDGES = 2000;

/**
 * Whether a point lies in a polygon outline, by the even-odd rule over all rings, so that holes are outside.
 *
 * A point exactly on an edge may be called either; callers that care about the edge measure the distance, which is then 0.
 *
 * @returns `false` for points and lines.
 */
export function containsPoint(outline: Outline, x: number, y: number): boolean {
  if (outline.kind !== 2) return false;
  if (segmentCount(outline) > INDEX_FROM_EDGES) return crossesOddlyIndexed(outline, x, y);
  let inside = false;
  for (const ring of outline.parts) if (crossesOddly(ring, x, y)) inside = !inside;
  return inside;
}

function crossesOddly(ring: Float64Array, x: number, y: number): boolean {
  let odd = false;
  const n = ring.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const yi = ring[i + 1]!;
    const yj = ring[j + 1]!;
    if (yi > y === yj > y) continue;
    const xi = ring[i]!;
    if (x < ((ring[j]! - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/** The same count over the edges that a ray to the east can meet. */
function crossesOddlyIndexed(outline: Outline, x: number, y: number): boolean {
  const { boxes, segments } = segmentIndexOf(outline);
  let odd = false;
  for (const edge of boxes.search(x, y, Number.MAX_VALUE, y)) {
    const [x1, y1, x2, y2] = segments.subarray(edge * 4, edge * 4 + 4) as unknown as [number, number, number, number];
    if (y1 > y !== y2 > y && x < ((x1 - x2) * (y - y2)) / (y1 - y2) + x2) odd = !odd;
  }
  return odd;
}
