import { containsPoint } from "./contains.ts";
import { countEdges, type EdgeTree, edgeTreeOf, LEAF_EDGES } from "./edge-tree.ts";
import { NearestSearch } from "./nearest-search.ts";
import type { Outline } from "./outlines.ts";

/** The shortest way between two outlines: its length and its ends, in plane metres. */
export interface Separation {
  readonly distanceM: number;
  /** On the first outline. */
  readonly from: readonly [number, number];
  /** On the second. */
  readonly to: readonly [number, number];
}

/** Above this many pairs of edges the boxes over them pay off. */
const TREE_FROM_PAIRS = 512;

/**
 * Exact planar distance from one outline to another, 0 when they touch, overlap or one contains the other.
 *
 * An outline of many edges keeps its tree under the object's identity: pass the same object again.
 *
 * @param limitM - outlines farther than this are given up early; default: never.
 * @returns `null` only when the distance is above `limitM`.
 */
export function findSeparation(a: Outline, b: Outline, limitM = Number.POSITIVE_INFINITY): Separation | null {
  const overlap = overlapPoint(a, b);
  if (overlap) return { distanceM: 0, from: overlap, to: overlap };
  const search = new NearestSearch(limitM);
  searchEdges(a, b, search);
  return search.found(limitM);
}

/** Distance between two outlines in plane metres; `Infinity` when it is above `limitM`. */
export const outlineDistanceM = (a: Outline, b: Outline, limitM?: number): number =>
  findSeparation(a, b, limitM)?.distanceM ?? Number.POSITIVE_INFINITY;

/** Whether two outlines are at most `limitM` apart; stops at the first edges that are. */
export function isWithin(a: Outline, b: Outline, limitM: number): boolean {
  if (overlapPoint(a, b)) return true;
  const search = new NearestSearch(limitM, limitM);
  searchEdges(a, b, search);
  return search.found(limitM) !== null;
}

/** A part that lies wholly inside the other polygon crosses none of its edges: one vertex of each part tells. */
function overlapPoint(a: Outline, b: Outline): [number, number] | null {
  if (a.kind === 2) for (const part of b.parts) if (containsPoint(a, part[0]!, part[1]!)) return [part[0]!, part[1]!];
  if (b.kind === 2) for (const part of a.parts) if (containsPoint(b, part[0]!, part[1]!)) return [part[0]!, part[1]!];
  return null;
}

function searchEdges(a: Outline, b: Outline, search: NearestSearch): void {
  if (countEdges(a) * countEdges(b) <= TREE_FROM_PAIRS) {
    everyPair(a, b, search);
    return;
  }
  const [treeA, treeB] = [edgeTreeOf(a), edgeTreeOf(b)];
  searchRuns(treeA, treeA.levelStart.length - 1, 0, treeB, treeB.levelStart.length - 1, 0, search);
}

function everyPair(a: Outline, b: Outline, search: NearestSearch): void {
  for (const p of a.parts) {
    const endA = lastEdgeStart(p, a.kind === 2);
    for (const q of b.parts) {
      const endB = lastEdgeStart(q, b.kind === 2);
      for (let i = 0; i <= endA; i += 2) {
        const i2 = (i + 2) % p.length;
        for (let j = 0; j <= endB; j += 2) {
          const j2 = (j + 2) % q.length;
          search.consider(p[i]!, p[i + 1]!, p[i2]!, p[i2 + 1]!, q[j]!, q[j + 1]!, q[j2]!, q[j2 + 1]!);
        }
      }
    }
  }
}

const lastEdgeStart = (part: Float64Array, isRing: boolean): number =>
  isRing || part.length === 2 ? part.length - 2 : part.length - 4;

/** Two runs of edges: split the one of the higher level, the nearer half first, and drop what cannot be nearer than the best. */
function searchRuns(
  a: EdgeTree,
  levelA: number,
  kA: number,
  b: EdgeTree,
  levelB: number,
  kB: number,
  search: NearestSearch,
): void {
  if (search.isDone || search.rejects(gap2(a, levelA, kA, b, levelB, kB))) return;
  if (levelA === 0 && levelB === 0) {
    searchLeaves(a, kA, b, kB, search);
    return;
  }
  if (levelA >= levelB) {
    const [first, second] = [2 * kA, 2 * kA + 1];
    if (second >= a.levelCount[levelA - 1]!) {
      searchRuns(a, levelA - 1, first, b, levelB, kB, search);
      return;
    }
    const secondIsNearer = gap2(a, levelA - 1, second, b, levelB, kB) < gap2(a, levelA - 1, first, b, levelB, kB);
    searchRuns(a, levelA - 1, secondIsNearer ? second : first, b, levelB, kB, search);
    searchRuns(a, levelA - 1, secondIsNearer ? first : second, b, levelB, kB, search);
    return;
  }
  const [first, second] = [2 * kB, 2 * kB + 1];
  if (second >= b.levelCount[levelB - 1]!) {
    searchRuns(a, levelA, kA, b, levelB - 1, first, search);
    return;
  }
  const secondIsNearer = gap2(a, levelA, kA, b, levelB - 1, second) < gap2(a, levelA, kA, b, levelB - 1, first);
  searchRuns(a, levelA, kA, b, levelB - 1, secondIsNearer ? second : first, search);
  searchRuns(a, levelA, kA, b, levelB - 1, secondIsNearer ? first : second, search);
}

function searchLeaves(a: EdgeTree, kA: number, b: EdgeTree, kB: number, search: NearestSearch): void {
  const [p, q] = [a.edges, b.edges];
  const endA = Math.min(a.edgeCount, (kA + 1) * LEAF_EDGES) * 4;
  const endB = Math.min(b.edgeCount, (kB + 1) * LEAF_EDGES) * 4;
  for (let i = kA * LEAF_EDGES * 4; i < endA; i += 4) {
    for (let j = kB * LEAF_EDGES * 4; j < endB; j += 4) {
      search.consider(p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!, q[j]!, q[j + 1]!, q[j + 2]!, q[j + 3]!);
    }
  }
}

/** Square of the distance between the boxes of two runs. */
function gap2(a: EdgeTree, levelA: number, kA: number, b: EdgeTree, levelB: number, kB: number): number {
  const [p, q] = [a.boxes, b.boxes];
  const i = (a.levelStart[levelA]! + kA) * 4;
  const j = (b.levelStart[levelB]! + kB) * 4;
  const dx = Math.max(p[i]! - q[j + 2]!, q[j]! - p[i + 2]!, 0);
  const dy = Math.max(p[i + 1]! - q[j + 3]!, q[j + 1]! - p[i + 3]!, 0);
  return dx * dx + dy * dy;
}
