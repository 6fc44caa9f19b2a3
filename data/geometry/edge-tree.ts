import type { Outline } from "./outlines.ts";

/** Edges in a leaf: few enough to look at all, many enough that the boxes cost less than the edges. */
export const LEAF_EDGES = 8;

/**
 * The edges of one outline with boxes over runs of consecutive edges, run over run up to a single box.
 *
 * Edges that follow each other along an outline are neighbours in space, so runs need no sorting: the tree is built in one pass,
 * and an outline of a few edges is a single leaf.
 */
export interface EdgeTree {
  /** `[x0, y0, x1, y1]` per edge; a point is an edge of length 0. */
  readonly edges: Float64Array;
  readonly edgeCount: number;
  /** `[minX, minY, maxX, maxY]` per node, leaves first, the root last. */
  readonly boxes: Float64Array;
  /** First node of each level; level 0 holds the leaves. The children of the k-th node of a level are 2k and 2k + 1 below. */
  readonly levelStart: readonly number[];
  /** Nodes in each level. */
  readonly levelCount: readonly number[];
}

const edgesOf = (part: Float64Array, isRing: boolean): number =>
  part.length === 2 ? 1 : part.length / 2 - (isRing ? 0 : 1);

function buildEdgeTree(outline: Outline): EdgeTree {
  const edgeCount = countEdges(outline);
  if (edgeCount === 0) throw new RangeError("an outline without coordinates has no edges");
  const edges = new Float64Array(edgeCount * 4);
  let at = 0;
  for (const part of outline.parts) {
    const n = edgesOf(part, outline.kind === 2);
    for (let i = 0; i < n; i++) {
      const next = ((i + 1) * 2) % part.length;
      edges[at++] = part[i * 2]!;
      edges[at++] = part[i * 2 + 1]!;
      edges[at++] = part[next]!;
      edges[at++] = part[next + 1]!;
    }
  }
  return { edges, edgeCount, ...boxesOver(edges, edgeCount) };
}

function boxesOver(edges: Float64Array, edgeCount: number): Pick<EdgeTree, "boxes" | "levelStart" | "levelCount"> {
  const levelStart = [0];
  const levelCount = [Math.ceil(edgeCount / LEAF_EDGES)];
  let nodes = levelCount[0]!;
  while (levelCount[levelCount.length - 1]! > 1) {
    levelStart.push(nodes);
    levelCount.push(Math.ceil(levelCount[levelCount.length - 1]! / 2));
    nodes += levelCount[levelCount.length - 1]!;
  }
  const boxes = new Float64Array(nodes * 4);
  for (let leaf = 0; leaf < levelCount[0]!; leaf++) {
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    const end = Math.min(edgeCount, (leaf + 1) * LEAF_EDGES) * 4;
    for (let i = leaf * LEAF_EDGES * 4; i < end; i += 2) {
      const x = edges[i]!;
      const y = edges[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    boxes[leaf * 4] = minX;
    boxes[leaf * 4 + 1] = minY;
    boxes[leaf * 4 + 2] = maxX;
    boxes[leaf * 4 + 3] = maxY;
  }
  for (let level = 1; level < levelStart.length; level++) {
    for (let k = 0; k < levelCount[level]!; k++) {
      const a = (levelStart[level - 1]! + 2 * k) * 4;
      const b = 2 * k + 1 < levelCount[level - 1]! ? a + 4 : a;
      const to = (levelStart[level]! + k) * 4;
      boxes[to] = Math.min(boxes[a]!, boxes[b]!);
      boxes[to + 1] = Math.min(boxes[a + 1]!, boxes[b + 1]!);
      boxes[to + 2] = Math.max(boxes[a + 2]!, boxes[b + 2]!);
      boxes[to + 3] = Math.max(boxes[a + 3]!, boxes[b + 3]!);
    }
  }
  return { boxes, levelStart, levelCount };
}

const trees = new WeakMap<Outline, EdgeTree>();

/** Built once per outline object and kept as long as the object lives. @throws RangeError for an outline without coordinates. */
export function edgeTreeOf(outline: Outline): EdgeTree {
  let tree = trees.get(outline);
  if (!tree) {
    tree = buildEdgeTree(outline);
    trees.set(outline, tree);
  }
  return tree;
}

/** How many edges an outline has: a point counts as one, a ring closes itself. */
export function countEdges(outline: Outline): number {
  let count = 0;
  for (const part of outline.parts) count += edgesOf(part, outline.kind === 2);
  return count;
}
