import type { LineGroup } from "./group-lines.ts";
import { meeting, type Nodes } from "./join-ends.ts";
import { endPlace, type NetworkLines, placeAlong } from "./network-lines.ts";
import { type LineStakes, reconcilableM } from "./read-stakes.ts";

/** Lines of one road one after another, from lower to higher stakes. */
export interface Chain {
  readonly lines: readonly number[];
  /** Per line: it runs from its last vertex to its first. */
  readonly isReversed: readonly boolean[];
  /** Stakes at the joints, one more than lines, ascending. */
  readonly stakesM: readonly number[];
  readonly isGiven: boolean;
  /** It ends where it begins. */
  readonly isClosed: boolean;
  readonly lengthM: number;
  /** Joints at which the stakes of the ledger contradict the lengths: the line before it, and by how much. */
  readonly disagreements: readonly { readonly line: number; readonly next: number; readonly byM: number }[];
}

/** Roads without stakes go on straight at a fork, or at least with less of a turn than this. */
const MOST_TURN_RAD = (75 * Math.PI) / 180;
/** Metres from a line's end over which its direction is taken. */
const DIRECTION_M = 8;
/** Disagreements below it are roundings. */
const WORTH_SAYING_M = 2;

/** Puts the lines of a group into chains, longest first. Every line is in exactly one. */
export function chainLines(
  { lines: members }: LineGroup,
  lines: NetworkLines,
  nodes: Nodes,
  stakes: LineStakes,
): Chain[] {
  const nextOf = members.length === 1 ? new Map<number, number>() : pairEnds(members, lines, nodes, stakes);
  const isTaken = new Set<number>();
  const chains: Chain[] = [];
  const follow = (start: number) => {
    const ends: number[] = [];
    for (let end: number | undefined = start; end !== undefined && !isTaken.has(end >> 1); end = nextOf.get(end ^ 1)) {
      isTaken.add(end >> 1);
      ends.push(end);
    }
    chains.push(toChain(ends, lines, nodes, stakes, nextOf));
  };
  for (const line of members)
    for (const end of [line * 2, line * 2 + 1]) if (!nextOf.has(end) && !isTaken.has(line)) follow(end);
  for (const line of members) if (!isTaken.has(line)) follow(line * 2);
  // To the metre: two carriageways are equally long, and the first in the ledger is the main one.
  return chains.sort((a, b) => Math.round(b.lengthM) - Math.round(a.lengthM) || a.lines[0]! - b.lines[0]!);
}

/** Which end goes on in which other end, both ways. */
function pairEnds(
  members: readonly number[],
  lines: NetworkLines,
  nodes: Nodes,
  stakes: LineStakes,
): Map<number, number> {
  const isMember = new Set(members);
  const isGiven = (end: number) => !Number.isNaN(stakes.lowM[end >> 1]!);
  const pairs: { a: number; b: number; cost: number }[] = [];
  for (const line of members)
    for (const a of [line * 2, line * 2 + 1]) {
      const others = [...meeting(nodes, a)].filter(
        (other) => isMember.has(other >> 1) && isGiven(other) === isGiven(a),
      );
      for (const b of others) {
        if (b < a) continue;
        const cost = isGiven(a)
          ? stakeCost(a, b, lines, stakes)
          : turnBetween(a, b, lines) + (others.length === 1 ? 0 : 10);
        if (cost !== null && (isGiven(a) || others.length === 1 || cost - 10 <= MOST_TURN_RAD))
          pairs.push({ a, b, cost });
      }
    }
  const nextOf = new Map<number, number>();
  pairs.sort((p, q) => p.cost - q.cost || p.a - q.a || p.b - q.b);
  for (const { a, b } of pairs) {
    if (nextOf.has(a) || nextOf.has(b)) continue;
    nextOf.set(a, b);
    nextOf.set(b, a);
  }
  return nextOf;
}

/** The smaller, the better an upper end goes on in a lower one; `null` where it does not. */
function stakeCost(a: number, b: number, lines: NetworkLines, stakes: LineStakes): number | null {
  const isUpper = (end: number) => ((end & 1) === 1) !== (stakes.isReversed[end >> 1] === 1);
  if (isUpper(a) === isUpper(b) || a >> 1 === b >> 1) return null;
  const [upper, lower] = isUpper(a) ? [a >> 1, b >> 1] : [b >> 1, a >> 1];
  const byM = Math.abs(stakes.highM[upper]! - stakes.lowM[lower]!);
  if (byM > reconcilableM(Math.min(lines.lengthM[upper]!, lines.lengthM[lower]!))) return null;
  return Math.round(byM) + turnBetween(a, b, lines) / 10;
}

/** 0 where one line goes straight on in the other, π where it turns back. */
function turnBetween(a: number, b: number, lines: NetworkLines): number {
  const [inward, onward] = [directionAt(a, lines), directionAt(b, lines)];
  const turn = Math.abs(inward + Math.PI - onward) % (2 * Math.PI);
  return turn > Math.PI ? 2 * Math.PI - turn : turn;
}

/** From an end into its line, radians. */
function directionAt(end: number, lines: NetworkLines): number {
  const [line, which] = [end >> 1, (end & 1) as 0 | 1];
  const lengthM = lines.lengthM[line]!;
  const reachM = Math.min(DIRECTION_M, lengthM);
  const [x, y] = endPlace(lines, line, which);
  const [inX, inY] = placeAlong(lines, line, which === 0 ? reachM : lengthM - reachM);
  return Math.atan2(inY - y, inX - x);
}

/** @param ends - the end at which each line is entered. */
function toChain(
  entered: readonly number[],
  lines: NetworkLines,
  nodes: Nodes,
  stakes: LineStakes,
  nextOf: ReadonlyMap<number, number>,
): Chain {
  const isGiven = !Number.isNaN(stakes.lowM[entered[0]! >> 1]!);
  const ends = isDownwards(entered, isGiven, lines, stakes) ? entered.map((end) => end ^ 1).reverse() : entered;
  const members = ends.map((end) => end >> 1);
  const lengthM = members.reduce((sum, line) => sum + lines.lengthM[line]!, 0);
  const [first, last] = [ends[0]!, ends[ends.length - 1]! ^ 1];
  const isClosed = nextOf.get(first) === last || (nodes.nodeOf[first] === nodes.nodeOf[last] && lengthM > 0);
  const disagreements: Chain["disagreements"][number][] = [];
  const stakesM: number[] = [];
  let at = 0;
  for (const [i, line] of members.entries()) {
    stakesM.push(isGiven ? stakes.lowM[line]! : at);
    at += lines.lengthM[line]!;
    const next = members[i + 1];
    if (!isGiven || next === undefined) continue;
    const byM = stakes.lowM[next]! - stakes.highM[line]!;
    if (Math.abs(byM) > WORTH_SAYING_M) disagreements.push({ line, next, byM });
  }
  stakesM.push(isGiven ? stakes.highM[members[members.length - 1]!]! : at);
  const isReversed = ends.map((end) => (end & 1) === 1);
  return { lines: members, isReversed, stakesM, isGiven, isClosed, lengthM, disagreements };
}

/** Whether a chain runs against its stakes; without stakes, against most of its lines. */
function isDownwards(entered: readonly number[], isGiven: boolean, lines: NetworkLines, stakes: LineStakes): boolean {
  if (isGiven) return ((entered[0]! & 1) === 1) !== (stakes.isReversed[entered[0]! >> 1] === 1);
  let alongM = 0;
  for (const end of entered) alongM += lines.lengthM[end >> 1]! * ((end & 1) === 0 ? 1 : -1);
  return alongM < 0;
}
