import { meeting, type Nodes } from "./join-ends.ts";
import type { NetworkLines } from "./network-lines.ts";
import type { StakedLine } from "./staked-sections.ts";

/** Lines that follow each other, measured from one end; `isBranch`: another chain of the road meets this one. */
export interface MeasuredChain {
  readonly lines: StakedLine[];
  readonly isLoop: boolean;
  readonly isBranch: boolean;
}

/**
 * Strings the lines of one road together where no stakes are known. A chain begins where the road ends, goes on through each joint as
 * straight as it can, and takes every line once; what branches off is a chain of its own.
 */
export function chainLines(lines: NetworkLines, nodes: Nodes, group: readonly number[]): MeasuredChain[] {
  const left = new Set(group);
  const isOfGroup = new Set(group);
  const degree = (end: number) => [...meeting(nodes, end)].filter((other) => isOfGroup.has(other >> 1)).length + 1;
  const starts = group.flatMap((line) => [line * 2, line * 2 + 1]).filter((end) => degree(end) === 1);
  // Loops have no end to begin at, and what is left between branches none that is still free.
  const chains: MeasuredChain[] = [];
  for (const start of [...starts, ...group.map((line) => line * 2)]) {
    if (!left.has(start >> 1)) continue;
    const chain = walk(lines, nodes, left, start);
    const last = chain.at(-1)!;
    const lastEnd = last.line * 2 + (last.reversed ? 0 : 1);
    const isLoop = nodes.nodeOf[start] === nodes.nodeOf[lastEnd] && lastEnd !== start;
    const isBranch = chain.some(({ line }) => degree(line * 2) > 2 || degree(line * 2 + 1) > 2);
    chains.push({ lines: chain, isLoop, isBranch });
  }
  return chains;
}

function walk(lines: NetworkLines, nodes: Nodes, left: Set<number>, start: number): StakedLine[] {
  const chain: StakedLine[] = [];
  let alongM = 0;
  for (let end: number | null = start; end !== null; ) {
    const line: number = end >> 1;
    left.delete(line);
    const reversed = (end & 1) === 1;
    chain.push({ line, fromM: alongM, toM: alongM + lines.lengthM[line]!, reversed, isLent: false });
    alongM += lines.lengthM[line]!;
    end = straightest(lines, nodes, left, end ^ 1);
  }
  return chain;
}

/** The free line that turns least where another arrives; its end there. */
function straightest(lines: NetworkLines, nodes: Nodes, left: ReadonlySet<number>, arrived: number): number | null {
  const [ax, ay] = inward(lines, arrived);
  let [best, least] = [null as number | null, Number.POSITIVE_INFINITY];
  for (const other of meeting(nodes, arrived)) {
    if (!left.has(other >> 1)) continue;
    const [bx, by] = inward(lines, other);
    // Straight on, the two directions into the lines are opposite.
    const turn = ax * bx + ay * by;
    if (turn < least) [best, least] = [other, turn];
  }
  return best;
}

/** Unit vector from an end into its line. */
function inward({ xy, first, last }: NetworkLines, end: number): [number, number] {
  const [v, w] = (end & 1) === 0 ? [first[end >> 1]!, first[end >> 1]! + 1] : [last[end >> 1]!, last[end >> 1]! - 1];
  const [dx, dy] = [xy[w * 2]! - xy[v * 2]!, xy[w * 2 + 1]! - xy[v * 2 + 1]!];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}
