import { numberIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { meeting, type Nodes } from "./join-ends.ts";
import type { NetworkLines } from "./network-lines.ts";

/** A line with the stakes of its ends. */
export interface StakedLine {
  readonly line: number;
  readonly fromM: number;
  readonly toM: number;
  readonly reversed: boolean;
  /** Its section has no stake of its own: a neighbour's goes on. */
  readonly isLent: boolean;
}

/** Stakes at a joint may differ so much and still be the same place: metres, and a share of the section. */
const AGREE_M = 5;
const AGREE_SHARE = 0.01;

/**
 * Gives the lines of one road the stakes that its sections have. The stake of a section's first vertex is `startStakeM`, and later lines
 * of the section go on; a section whose neighbours meet it at the wrong ends is digitised backwards. Lines without a stake get the one
 * that a neighbour ends or begins with.
 *
 * @returns the lines that have stakes now; the rest hangs on none of them.
 */
export function stakeLines(
  roads: Snapshot,
  lines: NetworkLines,
  nodes: Nodes,
  group: readonly number[],
): { staked: StakedLine[]; rest: number[] } {
  const own = ownStakes(roads, lines, group);
  const byFrom = [...own].sort((a, b) => a[1].fromM - b[1].fromM);
  const staked = new Map<number, StakedLine>();
  for (const [line, { fromM, toM }] of own)
    staked.set(line, { line, fromM, toM, reversed: isBackwards(lines, nodes, byFrom, line), isLent: false });
  lend(lines, nodes, group, staked);
  return { staked: [...staked.values()], rest: group.filter((line) => !staked.has(line)) };
}

type Range = { readonly fromM: number; readonly toM: number };

function ownStakes(roads: Snapshot, lines: NetworkLines, group: readonly number[]): Map<number, Range> {
  const own = new Map<number, Range>();
  let [row, nextM] = [-1, 0];
  for (const line of group) {
    if (lines.row[line] !== row) {
      row = lines.row[line]!;
      nextM = numberIn(roads, row, "startStakeM") ?? Number.NaN;
    }
    if (Number.isNaN(nextM)) continue;
    const toM = nextM + lines.lengthM[line]!;
    own.set(line, { fromM: nextM, toM });
    nextM = toM;
  }
  return own;
}

/** Whether the neighbours by stake meet the line at the ends at which they should not. */
function isBackwards(
  lines: NetworkLines,
  { nodeOf }: Nodes,
  byFrom: readonly (readonly [number, Range])[],
  line: number,
): boolean {
  const self = byFrom.find(([each]) => each === line)![1];
  const slackM = AGREE_M + AGREE_SHARE * lines.lengthM[line]!;
  let forwards = 0;
  for (const [other, range] of byFrom) {
    if (other === line) continue;
    const isNext = Math.abs(range.fromM - self.toM) <= slackM;
    const isPrevious = Math.abs(range.toM - self.fromM) <= slackM;
    if (isNext === isPrevious) continue;
    const touches = (end: number) => nodeOf[other * 2] === nodeOf[end] || nodeOf[other * 2 + 1] === nodeOf[end];
    const [first, last] = [touches(line * 2), touches(line * 2 + 1)];
    if (first === last) continue;
    forwards += isNext === last ? 1 : -1;
  }
  return forwards < 0;
}

/** Goes on from ends with a stake to lines of the road that have none. */
function lend(lines: NetworkLines, nodes: Nodes, group: readonly number[], staked: Map<number, StakedLine>): void {
  const isOfGroup = new Set(group);
  const queue = [...staked.values()];
  for (let at = 0; at < queue.length; at++) {
    const { line, fromM, toM, reversed } = queue[at]!;
    for (const end of [line * 2, line * 2 + 1]) {
      const isUpper = (end & 1) === (reversed ? 0 : 1);
      for (const other of meeting(nodes, end)) {
        const next = other >> 1;
        if (!isOfGroup.has(next) || staked.has(next)) continue;
        const startsHere = (other & 1) === 0;
        const lengthM = lines.lengthM[next]!;
        const lent: StakedLine = {
          line: next,
          fromM: isUpper ? toM : fromM - lengthM,
          toM: isUpper ? toM + lengthM : fromM,
          reversed: startsHere !== isUpper,
          isLent: true,
        };
        staked.set(next, lent);
        queue.push(lent);
      }
    }
  }
}
