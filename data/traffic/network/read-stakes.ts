import { isSingle } from "./group-lines.ts";
import { meeting, type Nodes } from "./join-ends.ts";
import type { NetworkLines } from "./network-lines.ts";

/** The stakes of every line: those of its lower and its upper end, NaN where nothing tells them. */
export interface LineStakes {
  readonly lowM: Float64Array;
  readonly highM: Float64Array;
  /** 1 where the line's first vertex is its upper end. */
  readonly isReversed: Uint8Array;
  /** 1 where the ledger gives no stake and the neighbours' tell it. */
  readonly isInferred: Uint8Array;
}

/**
 * Ways to read a start stake: the stakes grow along the line; the line is digitised against them from its upper end, and the start
 * is the lower end's; or they fall from the start on. `[stake of the first vertex, of the last]` in line lengths from the start stake.
 */
const READINGS = [
  [0, 1],
  [1, 0],
  [0, -1],
] as const;
const ALONG = 0;

/** Stakes rounded in the ledger or lengths measured on a slope disagree by so much at a joint, and are still meant to meet. */
const MOST_DISAGREEMENT_M = 100;
const ROUNDED_M = 20;
const DISAGREEING_SHARE = 0.05;

/** How far the stakes of two ends that meet may be apart so that one road runs on from one line to the other. */
export const reconcilableM = (lengthM: number): number =>
  Math.min(lengthM / 2, Math.max(ROUNDED_M, Math.min(MOST_DISAGREEMENT_M, DISAGREEING_SHARE * lengthM)));

/**
 * Reads the start stakes of the ledger, finds lines that are digitised backwards by what their neighbours say, and goes on from known
 * stakes over lines that have none.
 *
 * @param starts - stake of each line's first vertex as the ledger gives it, NaN for none.
 * @param groupOf - only lines of one group are neighbours.
 */
export function readStakes(lines: NetworkLines, nodes: Nodes, starts: Float64Array, groupOf: Int32Array): LineStakes {
  const { count, lengthM } = lines;
  const reading = new Uint8Array(count);
  const stakeAt = (line: number, end: number, way: number) =>
    starts[line]! + READINGS[way]![end as 0 | 1] * lengthM[line]!;
  const waysOf = (line: number) => (isSingle(lines, line) ? [0, 1, 2] : [ALONG]);

  /** At how many ends some neighbour agrees. In the first round neighbours may be read in any way, then as they were. */
  const votes = (line: number, way: number, isFirst: boolean): number => {
    let agreeing = 0;
    for (const end of [0, 1]) {
      let agrees = false;
      for (const other of meeting(nodes, line * 2 + end)) {
        const neighbour = other >> 1;
        if (neighbour === line || groupOf[neighbour] !== groupOf[line]) continue;
        const mostM = reconcilableM(Math.min(lengthM[line]!, lengthM[neighbour]!));
        const ways = isFirst ? waysOf(neighbour) : [reading[neighbour]!];
        agrees ||= ways.some((w) => Math.abs(stakeAt(line, end, way) - stakeAt(neighbour, other & 1, w)) <= mostM);
      }
      if (agrees) agreeing++;
    }
    return agreeing;
  };

  for (const isFirst of [true, false]) {
    const chosen = reading.slice();
    for (let line = 0; line < count; line++) {
      if (Number.isNaN(starts[line]!)) continue;
      let best = isFirst ? ALONG : reading[line]!;
      let most = votes(line, best, isFirst);
      if (most === 2) continue;
      for (const way of waysOf(line)) {
        const agreeing = votes(line, way, isFirst);
        if (agreeing > most) [best, most] = [way, agreeing];
      }
      chosen[line] = best;
    }
    reading.set(chosen);
  }

  const stakes: LineStakes = {
    lowM: new Float64Array(count).fill(Number.NaN),
    highM: new Float64Array(count).fill(Number.NaN),
    isReversed: new Uint8Array(count),
    isInferred: new Uint8Array(count),
  };
  for (let line = 0; line < count; line++) {
    const [first, last] = [stakeAt(line, 0, reading[line]!), stakeAt(line, 1, reading[line]!)];
    stakes.lowM[line] = Math.min(first, last);
    stakes.highM[line] = Math.max(first, last);
    if (reading[line] !== ALONG) stakes.isReversed[line] = 1;
  }
  inferStakes(lines, nodes, groupOf, stakes);
  return stakes;
}

/** Goes on from lines with stakes over lines of the same road without, where the road has no other way to go. */
function inferStakes(lines: NetworkLines, nodes: Nodes, groupOf: Int32Array, stakes: LineStakes): void {
  const { lowM, highM, isReversed, isInferred } = stakes;
  const isKnown = (line: number) => !Number.isNaN(lowM[line]!);
  const isUpper = (end: number) => ((end & 1) === 1 ? isReversed[end >> 1] === 0 : isReversed[end >> 1] === 1);
  const queue: number[] = [];
  for (let line = 0; line < lines.count; line++) if (isKnown(line)) queue.push(line);
  for (let next = 0; next < queue.length; next++) {
    const line = queue[next]!;
    for (const end of [line * 2, line * 2 + 1]) {
      const others = [...meeting(nodes, end)].filter((other) => groupOf[other >> 1] === groupOf[line]);
      const [other] = others;
      // A fork: who goes on here is decided when the whole road is put together.
      if (others.length !== 1 || isKnown(other! >> 1)) continue;
      const unknown = other! >> 1;
      const lengthM = lines.lengthM[unknown]!;
      const goesUp = isUpper(end);
      // No road begins before its zero.
      if (!goesUp && lowM[line]! - lengthM < -ROUNDED_M) continue;
      lowM[unknown] = goesUp ? highM[line]! : lowM[line]! - lengthM;
      highM[unknown] = goesUp ? highM[line]! + lengthM : lowM[line]!;
      isReversed[unknown] = goesUp === ((other! & 1) === 0) ? 0 : 1;
      isInferred[unknown] = 1;
      queue.push(unknown);
    }
  }
}
