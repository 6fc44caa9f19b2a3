import { type Axis, chainEnd, type LaidLines } from "./lay-axes.ts";
import { JOINT_M, type NetworkLines } from "./network-lines.ts";
import type { LineStakes } from "./read-stakes.ts";
import type { NetworkIssue, NetworkIssueKind, Route } from "./route.ts";

/** What is wrong with each route as a linear reference, route by route. */
export function findIssues(
  axes: readonly Axis[],
  routes: readonly Route[],
  lines: NetworkLines,
  stakes: LineStakes,
  laid: LaidLines,
): NetworkIssue[] {
  return axes.flatMap((axis, route) => issuesOf(axis, route, routes[route]!, lines, stakes, laid));
}

function issuesOf(
  axis: Axis,
  route: number,
  { fromM, toM, stakes, isLoop }: Route,
  lines: NetworkLines,
  read: LineStakes,
  laid: LaidLines,
): NetworkIssue[] {
  const issues: NetworkIssue[] = [];
  const members = axis.chains.flatMap(({ chain }) => chain.lines);
  const say = (
    kind: NetworkIssueKind,
    of: readonly number[],
    between: readonly [number, number] | null = null,
    byM: number | null = null,
  ) => {
    const rows = [...new Set(of.map((line) => lines.row[line]!))].sort((a, b) => a - b);
    issues.push({ kind, route, rows, fromM: between?.[0] ?? null, toM: between?.[1] ?? null, byM });
  };
  const spanOf = (of: readonly number[]): [number, number] => [
    of.reduce((least, line) => Math.min(least, laid.lowM[line]!), Number.POSITIVE_INFINITY),
    of.reduce((most, line) => Math.max(most, laid.highM[line]!), Number.NEGATIVE_INFINITY),
  ];

  if (axis.group.isNameless) say("nameless", members, [fromM, toM]);
  if (axis.apart) say(axis.apart.kind, members, [fromM, toM], axis.apart.byM);
  const isBare = (line: number) => Number.isNaN(read.lowM[line]!) || read.isInferred[line] === 1;
  const bare = members.filter(isBare);
  if (bare.length > 0 && !axis.group.isNameless) say("no-stakes", bare, spanOf(bare));
  if (isLoop) say("loop", members, [fromM, toM]);
  if (stakes === "given")
    for (const line of members)
      if (laid.isReversed[line] === 1 && !isBare(line)) say("digitised-backwards", [line], spanOf([line]));
  const others = members.filter((line) => laid.carriageway[line]! > 0);
  if (others.length > 0) say("dual-carriageway", others, spanOf(others));
  for (const { chain } of axis.chains)
    for (const { line, next, byM } of chain.disagreements) {
      const at = laid.lowM[next]!;
      say("stakes-disagree", [line, next], [at, at], Math.abs(byM));
    }
  sayBreaks(axis, lines, say);
  return issues;
}

/** Where the main carriageway is interrupted on the ground, or its stakes jump. */
function sayBreaks(
  { chains }: Axis,
  lines: NetworkLines,
  say: (kind: NetworkIssueKind, of: readonly number[], between: readonly [number, number], byM: number) => void,
): void {
  const main = chains
    .filter(({ carriageway, chain }) => carriageway === 0 && chain.isGiven)
    .sort((a, b) => a.stakesM[0]! - b.stakesM[0]!);
  for (const [i, after] of main.entries()) {
    const before = main[i - 1];
    if (!before) continue;
    const [endM, startM] = [before.stakesM[before.stakesM.length - 1]!, after.stakesM[0]!];
    const [from, to] = [chainEnd(before.chain, 1, lines), chainEnd(after.chain, 0, lines)];
    const apartM = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const of = [before.chain.lines[before.chain.lines.length - 1]!, after.chain.lines[0]!];
    const between = [Math.min(endM, startM), Math.max(endM, startM)] as const;
    if (apartM > JOINT_M) say("gap", of, between, Math.max(apartM, startM - endM));
    else if (Math.abs(startM - endM) > JOINT_M) say("stakes-disagree", of, between, Math.abs(startM - endM));
  }
}
