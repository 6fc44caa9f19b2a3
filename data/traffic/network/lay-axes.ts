import { type Chain, chainLines } from "./chain-lines.ts";
import type { LineGroup } from "./group-lines.ts";
import type { Nodes } from "./join-ends.ts";
import type { LineIndex } from "./line-index.ts";
import { endPlace, JOINT_M, type NetworkLines } from "./network-lines.ts";
import { findBeside } from "./parallel-chain.ts";
import type { LineStakes } from "./read-stakes.ts";
import type { NetworkIssueKind } from "./route.ts";

/** A chain on the stake axis of its route. */
export interface LaidChain {
  readonly chain: Chain;
  /** As the chain's own, or those of the carriageway that it runs beside. */
  readonly stakesM: readonly number[];
  readonly carriageway: number;
  readonly lowM: number;
  readonly highM: number;
}

/** One stake axis: the chains of a group that do not contradict each other. */
export interface Axis {
  readonly group: LineGroup;
  readonly chains: LaidChain[];
  /** Why it is not one with an earlier axis of the same group; `null` for the first. */
  readonly apart: { readonly kind: NetworkIssueKind; readonly byM: number | null } | null;
}

/** Where each line has been laid so far. */
export interface LaidLines {
  /** Index of the axis, -1 before the line is laid. */
  readonly axis: Int32Array;
  readonly lowM: Float64Array;
  readonly highM: Float64Array;
  readonly isReversed: Uint8Array;
  readonly carriageway: Uint16Array;
}

/** A road that is interrupted on the ground is not shorter between its ends than the straight line: stakes tell whether it can be one. */
const STAKES_PER_STRAIGHT = 1.02;
const SLACK_M = 100;

/** Roads of one name are one broken road when their ends are no farther apart. */
const NEAR_M = 300;

/** Lays every chain of every group on an axis; what contradicts the axes so far begins a new one. Nothing is left out. */
export function layAxes(
  groups: readonly LineGroup[],
  lines: NetworkLines,
  nodes: Nodes,
  stakes: LineStakes,
  index: LineIndex,
): { axes: Axis[]; laid: LaidLines } {
  const laid: LaidLines = {
    axis: new Int32Array(lines.count).fill(-1),
    lowM: new Float64Array(lines.count),
    highM: new Float64Array(lines.count),
    isReversed: new Uint8Array(lines.count),
    carriageway: new Uint16Array(lines.count),
  };
  const axes: Axis[] = [];
  for (const group of groups) {
    const firstAxis = axes.length;
    const chains = chainLines(group, lines, nodes, stakes);
    for (const chain of [...chains.filter(({ isGiven }) => isGiven), ...chains.filter(({ isGiven }) => !isGiven)]) {
      const place = axes.length === firstAxis ? null : findPlace(chain, axes, firstAxis, lines, laid, index);
      const axis = place?.axis ?? axes.length;
      if (!place) {
        const apart = axis === firstAxis ? null : whyApart(chain, axes, firstAxis, lines, laid, index);
        axes.push({ group, chains: [], apart });
      }
      const chainHere: LaidChain = place?.laid ?? lay(chain, chain.stakesM, 0);
      axes[axis]!.chains.push(chainHere);
      record(chainHere, axis, laid);
    }
  }
  return { axes, laid };
}

function lay(chain: Chain, stakesM: readonly number[], carriageway: number): LaidChain {
  const [lowM, highM] = extentOf(stakesM);
  return { chain, stakesM, carriageway, lowM, highM };
}

function record({ chain, stakesM, carriageway }: LaidChain, axis: number, laid: LaidLines): void {
  for (const [i, line] of chain.lines.entries()) {
    const [a, b] = [stakesM[i]!, stakesM[i + 1]!];
    laid.axis[line] = axis;
    laid.lowM[line] = Math.min(a, b);
    laid.highM[line] = Math.max(a, b);
    laid.isReversed[line] = chain.isReversed[i] === a <= b ? 1 : 0;
    laid.carriageway[line] = carriageway;
  }
}

/** An axis that the chain goes on, or runs beside. */
function findPlace(
  chain: Chain,
  axes: readonly Axis[],
  firstAxis: number,
  lines: NetworkLines,
  laid: LaidLines,
  index: LineIndex,
): { axis: number; laid: LaidChain } | null {
  const beside = findBeside(chain, firstAxis, lines, laid, index);
  if (beside) {
    const [lowM, highM] = extentOf(beside.stakesM);
    const taken = new Set<number>();
    for (const other of axes[beside.axis]!.chains)
      if (overlapM(other, lowM, highM) > JOINT_M) taken.add(other.carriageway);
    let carriageway = 1;
    while (taken.has(carriageway)) carriageway++;
    return { axis: beside.axis, laid: lay(chain, beside.stakesM, carriageway) };
  }
  if (!chain.isGiven) return null;
  const wished = lay(chain, chain.stakesM, 0);
  for (let axis = firstAxis; axis < axes.length; axis++)
    if (goesOn(wished, axes[axis]!, lines)) return { axis, laid: wished };
  return null;
}

function extentOf(stakesM: readonly number[]): [number, number] {
  const [a, b] = [stakesM[0]!, stakesM[stakesM.length - 1]!];
  return a <= b ? [a, b] : [b, a];
}

const overlapM = (laid: Pick<LaidChain, "lowM" | "highM">, lowM: number, highM: number): number =>
  Math.min(laid.highM, highM) - Math.max(laid.lowM, lowM);

/** Whether the chain's stakes are free on the axis, and its ends no farther from their neighbours than the stakes between allow. */
function goesOn({ chain, lowM, highM }: LaidChain, { chains }: Axis, lines: NetworkLines): boolean {
  let before: LaidChain | null = null;
  let after: LaidChain | null = null;
  for (const other of chains) {
    if (overlapM(other, lowM, highM) > JOINT_M) return false;
    if (other.lowM < lowM && (!before || other.highM > before.highM)) before = other;
    if (other.lowM >= lowM && (!after || other.lowM < after.lowM)) after = other;
  }
  return (
    (!before || canReach(before.chain, chain, lowM - before.highM, lines)) &&
    (!after || canReach(chain, after.chain, after.lowM - highM, lines))
  );
}

function canReach(from: Chain, to: Chain, stakesM: number, lines: NetworkLines): boolean {
  const [x1, y1] = chainEnd(from, 1, lines);
  const [x2, y2] = chainEnd(to, 0, lines);
  return Math.hypot(x2 - x1, y2 - y1) <= Math.max(0, stakesM) * STAKES_PER_STRAIGHT + SLACK_M;
}

/** 0: where the chain begins; 1: where it ends. */
export function chainEnd({ lines: members, isReversed }: Chain, end: 0 | 1, lines: NetworkLines): [number, number] {
  const i = end === 0 ? 0 : members.length - 1;
  return endPlace(lines, members[i]!, (isReversed[i] ? 1 - end : end) as 0 | 1);
}

function whyApart(
  chain: Chain,
  axes: readonly Axis[],
  firstAxis: number,
  lines: NetworkLines,
  laid: LaidLines,
  index: LineIndex,
): Axis["apart"] {
  let nearest: { offsetM: number; axis: number } | null = null;
  for (const end of [0, 1] as const)
    for (const { line, offsetM } of index.near(...chainEnd(chain, end, lines), NEAR_M)) {
      const axis = laid.axis[line]!;
      if (axis >= firstAxis && (!nearest || offsetM < nearest.offsetM)) nearest = { offsetM, axis };
    }
  if (!nearest) return { kind: "duplicate-code", byM: null };
  if (chain.isGiven) {
    const [lowM, highM] = extentOf(chain.stakesM);
    const byM = axes[nearest.axis]!.chains.reduce((most, other) => Math.max(most, overlapM(other, lowM, highM)), 0);
    return byM > 0 ? { kind: "overlap", byM } : { kind: "duplicate-code", byM: null };
  }
  return nearest.offsetM <= JOINT_M ? { kind: "branch", byM: chain.lengthM } : { kind: "gap", byM: nearest.offsetM };
}
