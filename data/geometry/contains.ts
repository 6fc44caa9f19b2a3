import { countEdges, type EdgeTree, edgeTreeOf, LEAF_EDGES } from "./edge-tree.ts";
import type { Outline } from "./outlines.ts";

/** Above this many edges the boxes over them pay off. */
const TREE_FROM_EDGES = 64;

/**
 * Whether a point lies in a polygon outline, by the even-odd rule over all rings, so that holes are outside.
 *
 * A point exactly on an edge that two polygons share belongs to exactly one of them; callers that care about the edge measure the
 * distance, which is then 0.
 *
 * @returns `false` for points and lines.
 */
export function containsPoint(outline: Outline, x: number, y: number): boolean {
  if (outline.kind !== 2) return false;
  if (countEdges(outline) > TREE_FROM_EDGES) {
    const tree = edgeTreeOf(outline);
    return countCrossings(tree, tree.levelStart.length - 1, 0, x, y) % 2 === 1;
  }
  let inside = false;
  for (const ring of outline.parts) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (isCrossed(ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!, x, y)) inside = !inside;
    }
  }
  return inside;
}

/** Whether a ray from the position to the east meets the edge. */
function isCrossed(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (ay > y === by > y) return false;
  // From the lower end to the upper, whichever way the edge runs: two polygons that share it must compute the same number.
  return ay < by ? x < ax + ((y - ay) / (by - ay)) * (bx - ax) : x < bx + ((y - by) / (ay - by)) * (ax - bx);
}

function countCrossings(tree: EdgeTree, level: number, k: number, x: number, y: number): number {
  const { boxes, edges } = tree;
  const box = (tree.levelStart[level]! + k) * 4;
  if (y < boxes[box + 1]! || y > boxes[box + 3]! || x > boxes[box + 2]!) return 0;
  let crossings = 0;
  if (level > 0) {
    crossings = countCrossings(tree, level - 1, 2 * k, x, y);
    const second = 2 * k + 1;
    if (second < tree.levelCount[level - 1]!) crossings += countCrossings(tree, level - 1, second, x, y);
    return crossings;
  }
  const end = Math.min(tree.edgeCount, (k + 1) * LEAF_EDGES) * 4;
  for (let i = k * LEAF_EDGES * 4; i < end; i += 4) {
    if (isCrossed(edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!, x, y)) crossings++;
  }
  return crossings;
}
