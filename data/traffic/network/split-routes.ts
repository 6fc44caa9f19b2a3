import type { Nodes } from "./join-ends.ts";
import { endPlace, type NetworkLines } from "./network-lines.ts";
import type { StakedLine } from "./staked-sections.ts";

/** Stakes that overlap by more than this belong to two carriageways or two roads, metres. */
export const OVERLAP_M = 20;
/** Carriageways of one road lie within this of each other, metres. */
const BESIDE_M = 100;

/**
 * Tells roads of one code apart: lines that hang together, or run beside each other under the same stakes, are one road, and so are
 * pieces whose stakes do not overlap. Two pieces that claim the same stakes far from each other are two roads.
 */
export function splitRoutes(lines: NetworkLines, nodes: Nodes, staked: readonly StakedLine[]): StakedLine[][] {
  const pieces = connectedPieces(lines, nodes, staked);
  pieces.sort((a, b) => lengthOf(b) - lengthOf(a));
  const routes: StakedLine[][] = [];
  for (const piece of pieces) {
    const home = routes.find((route) => route.every((a) => piece.every((b) => overlapOf(a, b) <= OVERLAP_M)));
    if (home) home.push(...piece);
    else routes.push(piece);
  }
  return routes;
}

const lengthOf = (piece: readonly StakedLine[]) => piece.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);

const overlapOf = (a: StakedLine, b: StakedLine) => Math.min(a.toM, b.toM) - Math.max(a.fromM, b.fromM);

function connectedPieces(lines: NetworkLines, { nodeOf }: Nodes, staked: readonly StakedLine[]): StakedLine[][] {
  const parent = staked.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  const byNode = new Map<number, number>();
  staked.forEach(({ line }, i) => {
    for (const end of [line * 2, line * 2 + 1]) {
      const other = byNode.get(nodeOf[end]!);
      if (other === undefined) byNode.set(nodeOf[end]!, i);
      else parent[rootOf(i)] = rootOf(other);
    }
  });
  const order = staked.map((_, i) => i).sort((a, b) => staked[a]!.fromM - staked[b]!.fromM);
  for (let at = 0; at < order.length; at++)
    for (let next = at + 1; next < order.length; next++) {
      const [a, b] = [staked[order[at]!]!, staked[order[next]!]!];
      if (b.fromM > a.toM - OVERLAP_M) break;
      if (rootOf(order[at]!) !== rootOf(order[next]!) && runBeside(lines, a, b))
        parent[rootOf(order[at]!)] = rootOf(order[next]!);
    }
  const pieces = new Map<number, StakedLine[]>();
  staked.forEach((each, i) => {
    const piece = pieces.get(rootOf(i));
    if (piece) piece.push(each);
    else pieces.set(rootOf(i), [each]);
  });
  return [...pieces.values()];
}

/** Whether an end of one line lies beside the other. */
function runBeside(lines: NetworkLines, a: StakedLine, b: StakedLine): boolean {
  const { xy, first, last } = lines;
  const isNear = ([x, y]: readonly [number, number], line: number) => {
    for (let v = first[line]!; v < last[line]!; v++) if (segmentDistance(xy, v, x, y) <= BESIDE_M) return true;
    return false;
  };
  return ([0, 1] as const).some(
    (end) => isNear(endPlace(lines, b.line, end), a.line) || isNear(endPlace(lines, a.line, end), b.line),
  );
}

function segmentDistance(xy: Float64Array, v: number, x: number, y: number): number {
  const [ax, ay] = [xy[v * 2]!, xy[v * 2 + 1]!];
  const [dx, dy] = [xy[v * 2 + 2]! - ax, xy[v * 2 + 3]! - ay];
  const length2 = dx * dx + dy * dy;
  const share = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
