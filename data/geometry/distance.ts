import { containsPoint } from "./contains.ts";
import type { Outline } from "./outlines.ts";
import { forEachSegment, segmentCount, segmentIndexOf } from "./segments.ts";

/** The shortest way between two outlines: its length and its ends, in plane metres. */
export interface Separation {
  readonly distanceM: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Above this many segment pairs an index over the larger outline pays off. */
const INDEX_FROM_PAIRS = 4096;

/**
 * Exact planar distance from one outline to another, 0 when they touch, overlap or one contains the other.
 *
 * @param limitM - outlines at this distance or farther may be given up early; default: never.
 * @returns `null` only when the distance is above `limitM`.
 */
export function findSeparation(a: Outline, b: Outline, limitM = Number.POSITIVE_INFINITY): Separation | null {
  const overlap = overlapPoint(a, b);
  if (overlap) return { distanceM: 0, from: overlap, to: overlap };
  const [segmentsA, segmentsB] = [segmentCount(a), segmentCount(b)];
  const search = new NearestSearch(limitM);
  if (segmentsA * segmentsB <= INDEX_FROM_PAIRS) everyPair(a, b, search, false);
  else if (segmentsA >= segmentsB) indexed(a, b, search, false);
  else indexed(b, a, search, true);
  return search.result();
}

/** Distance between two outlines in plane metres; `Infinity` when it is above `limitM`. */
export const outlineDistanceM = (a: Outline, b: Outline, limitM?: number): number =>
  findSeparation(a, b, limitM)?.distanceM ?? Number.POSITIVE_INFINITY;

/** A part that lies wholly inside the other polygon crosses none of its edges: one vertex of each part tells. */
function overlapPoint(a: Outline, b: Outline): [number, number] | null {
  for (const part of b.parts) if (containsPoint(a, part[0]!, part[1]!)) return [part[0]!, part[1]!];
  for (const part of a.parts) if (containsPoint(b, part[0]!, part[1]!)) return [part[0]!, part[1]!];
  return null;
}

function everyPair(a: Outline, b: Outline, search: NearestSearch, swapped: boolean): void {
  forEachSegment(a, (ax, ay, bx, by) => {
    forEachSegment(b, (cx, cy, dx, dy) => search.consider(ax, ay, bx, by, cx, cy, dx, dy, swapped));
  });
}

function indexed(large: Outline, small: Outline, search: NearestSearch, swapped: boolean): void {
  const { boxes, segments } = segmentIndexOf(large);
  const against = (found: number, cx: number, cy: number, dx: number, dy: number) =>
    search.consider(
      segments[found * 4]!,
      segments[found * 4 + 1]!,
      segments[found * 4 + 2]!,
      segments[found * 4 + 3]!,
      cx,
      cy,
      dx,
      dy,
      swapped,
    );
  forEachSegment(small, (cx, cy, dx, dy) => {
    if (search.bestM === Number.POSITIVE_INFINITY) {
      const nearest = boxes.neighbors(cx, cy, 1)[0];
      if (nearest !== undefined) against(nearest, cx, cy, dx, dy);
    }
    const reach = search.bestM;
    const hits = boxes.search(
      Math.min(cx, dx) - reach,
      Math.min(cy, dy) - reach,
      Math.max(cx, dx) + reach,
      Math.max(cy, dy) + reach,
    );
    for (const found of hits) against(found, cx, cy, dx, dy);
  });
}

/** Keeps the shortest way seen so far. */
class NearestSearch {
  bestM: number;
  #found = false;
  #fromX = 0;
  #fromY = 0;
  #toX = 0;
  #toY = 0;

  constructor(limitM: number) {
    this.bestM = limitM;
  }

  result(): Separation | null {
    if (!this.#found) return null;
    return { distanceM: this.bestM, from: [this.#fromX, this.#fromY], to: [this.#toX, this.#toY] };
  }

  /** Segment AB of the first outline against CD of the second; `swapped` when the caller exchanged the outlines. */
  consider(
    ax: number,
    ay: number,
    bx: number,
    by: number,
    cx: number,
    cy: number,
    dx: number,
    dy: number,
    swapped: boolean,
  ): void {
    const gapX = Math.max(Math.min(ax, bx) - Math.max(cx, dx), Math.min(cx, dx) - Math.max(ax, bx), 0);
    const gapY = Math.max(Math.min(ay, by) - Math.max(cy, dy), Math.min(cy, dy) - Math.max(ay, by), 0);
    if (gapX * gapX + gapY * gapY > this.bestM * this.bestM) return;
    const crossing = crossingPoint(ax, ay, bx, by, cx, cy, dx, dy);
    if (crossing) {
      this.#keep(crossing[0], crossing[1], crossing[0], crossing[1]);
      return;
    }
    this.#considerPoint(ax, ay, cx, cy, dx, dy, swapped);
    this.#considerPoint(bx, by, cx, cy, dx, dy, swapped);
    this.#considerPoint(cx, cy, ax, ay, bx, by, !swapped);
    this.#considerPoint(dx, dy, ax, ay, bx, by, !swapped);
  }

  /** Point P against segment UV; `reversed` when P belongs to the second outline as the caller named them. */
  #considerPoint(px: number, py: number, ux: number, uy: number, vx: number, vy: number, reversed: boolean): void {
    const wx = vx - ux;
    const wy = vy - uy;
    const length2 = wx * wx + wy * wy;
    const t = length2 > 0 ? Math.max(0, Math.min(1, ((px - ux) * wx + (py - uy) * wy) / length2)) : 0;
    const qx = ux + t * wx;
    const qy = uy + t * wy;
    const distance = Math.hypot(px - qx, py - qy);
    if (distance > this.bestM || (this.#found && distance === this.bestM)) return;
    if (reversed) this.#keep(qx, qy, px, py);
    else this.#keep(px, py, qx, qy);
  }

  #keep(fromX: number, fromY: number, toX: number, toY: number): void {
    this.#found = true;
    this.bestM = Math.hypot(fromX - toX, fromY - toY);
    this.#fromX = fromX;
    this.#fromY = fromY;
    this.#toX = toX;
    this.#toY = toY;
  }
}

/** Where two segments properly cross; touching ends are found as distance 0 by the point tests. */
function crossingPoint(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): [number, number] | null {
  const denominator = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (denominator === 0) return null;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / denominator;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / denominator;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return [ax + t * (bx - ax), ay + t * (by - ay)];
}
