import { endPlace, JOINT_M, type NetworkLines } from "./network-lines.ts";
import { gridPoints } from "./point-grid.ts";

/** Places where ends of lines meet. End `2 × line` is a line's first vertex, `2 × line + 1` its last. */
export interface Nodes {
  readonly count: number;
  /** Per end. */
  readonly nodeOf: Int32Array;
  /** Ends per node: `ends[starts[n]]` to `ends[starts[n + 1]]`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Joins ends that lie within {@link JOINT_M} of the first of them. */
export function joinEnds(lines: NetworkLines): Nodes {
  const ends = lines.count * 2;
  const xy = new Float64Array(ends * 2);
  for (let end = 0; end < ends; end++) xy.set(endPlace(lines, end >> 1, (end & 1) as 0 | 1), end * 2);
  const grid = gridPoints(xy, JOINT_M);
  const nodeOf = new Int32Array(ends).fill(-1);
  let count = 0;
  for (let end = 0; end < ends; end++) {
    if (nodeOf[end]! >= 0) continue;
    const node = count++;
    grid.near(xy[end * 2]!, xy[end * 2 + 1]!, (other) => {
      // A line shorter than the joint keeps its two ends apart, or it would be a loop.
      const isOwnFarEnd = other >> 1 === end >> 1 && other !== end && lines.lengthM[end >> 1]! <= 2 * JOINT_M;
      if (nodeOf[other]! < 0 && !isOwnFarEnd) nodeOf[other] = node;
    });
  }
  const starts = new Int32Array(count + 1);
  for (const node of nodeOf) starts[node + 1]!++;
  for (let node = 0; node < count; node++) starts[node + 1]! += starts[node]!;
  const fill = starts.slice(0, count);
  const byNode = new Int32Array(ends);
  for (let end = 0; end < ends; end++) byNode[fill[nodeOf[end]!]!++] = end;
  return { count, nodeOf, starts, ends: byNode };
}

/** Ends that meet where this one does, itself left out. */
export function* meeting({ nodeOf, starts, ends }: Nodes, end: number): Generator<number> {
  const node = nodeOf[end]!;
  for (let at = starts[node]!; at < starts[node + 1]!; at++) if (ends[at] !== end) yield ends[at]!;
}
