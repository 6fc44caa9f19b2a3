import type { Nodes } from "./join-ends.ts";
import type { NetworkLines } from "./network-lines.ts";
import type { NetworkIssue, Route, RouteSection } from "./route.ts";
import { OVERLAP_M } from "./split-routes.ts";
import type { StakedLine } from "./staked-sections.ts";

/** Written stakes are rounded: a joint may be off by so much, metres. */
const JOINT_STAKE_M = 5;

/** A route before it has names, and the lines of its sections in their order. */
export interface LaidRoute extends Pick<Route, "fromM" | "toM" | "isLoop" | "sections" | "gaps" | "lengthM"> {
  readonly lines: readonly number[];
  readonly issues: readonly Omit<NetworkIssue, "route">[];
}

/** Orders the lines of one road by their stakes, on as many carriageways as run beside each other, and says what does not fit. */
export function layRoute(lines: NetworkLines, nodes: Nodes, staked: readonly StakedLine[], isLoop: boolean): LaidRoute {
  const issues: Omit<NetworkIssue, "route">[] = [];
  const rowOf = ({ line }: StakedLine) => lines.row[line]!;
  const note = (
    kind: NetworkIssue["kind"],
    of: readonly StakedLine[],
    range: [number, number] | null,
    byM: number | null,
  ) => issues.push({ kind, rows: of.map(rowOf), fromM: range?.[0] ?? null, toM: range?.[1] ?? null, byM });
  const ordered = [...staked].sort((a, b) => a.fromM - b.fromM || a.line - b.line);
  const lastOn: StakedLine[] = [];
  const laid = ordered.map((each) => {
    const free = lastOn.findIndex((last) => last.toM <= each.fromM + OVERLAP_M);
    const carriageway = free < 0 ? lastOn.length : free;
    const before = lastOn[carriageway];
    if (before && before.toM - each.fromM > JOINT_STAKE_M)
      note("overlap", [before, each], [each.fromM, before.toM], before.toM - each.fromM);
    lastOn[carriageway] = each;
    return { each, carriageway };
  });
  const beside = laid.filter(({ carriageway }) => carriageway > 0).map(({ each }) => each);
  if (beside.length > 0)
    note("dual-carriageway", beside, [beside[0]!.fromM, Math.max(...beside.map(({ toM }) => toM))], null);
  for (const each of ordered) {
    if (each.reversed) note("digitised-backwards", [each], [each.fromM, each.toM], null);
    if (each.isLent) note("no-stakes", [each], [each.fromM, each.toM], null);
  }
  const gaps = gapsOf(nodes, ordered, note);
  if (isLoop) note("loop", ordered, null, null);
  const fromM = ordered[0]!.fromM;
  const toM = ordered.reduce((most, each) => Math.max(most, each.toM), fromM);
  const sections = laid.map(
    ({ each, carriageway }): RouteSection => ({
      row: rowOf(each),
      part: lines.part[each.line]!,
      fromM: each.fromM,
      toM: each.toM,
      reversed: each.reversed,
      carriageway,
    }),
  );
  const missing = gaps.reduce((sum, [start, end]) => sum + end - start, 0);
  return {
    lines: ordered.map(({ line }) => line),
    sections,
    gaps,
    fromM,
    toM,
    isLoop,
    lengthM: toM - fromM - missing,
    issues,
  };
}

type Note = (
  kind: NetworkIssue["kind"],
  of: readonly StakedLine[],
  range: [number, number] | null,
  byM: number | null,
) => void;

/** Stakes that no section has. Where the sections meet all the same, only the stakes jump (断链), and the road goes on. */
function gapsOf(nodes: Nodes, ordered: readonly StakedLine[], note: Note): [number, number][] {
  const gaps: [number, number][] = [];
  let reach = ordered[0]!;
  for (const each of ordered.slice(1)) {
    const byM = each.fromM - reach.toM;
    if (byM > JOINT_STAKE_M) {
      const isJoined = upperNode(nodes, reach) === lowerNode(nodes, each);
      note(isJoined ? "stakes-disagree" : "gap", [reach, each], [reach.toM, each.fromM], byM);
      if (!isJoined) gaps.push([reach.toM, each.fromM]);
    }
    if (each.toM > reach.toM) reach = each;
  }
  return gaps;
}

const upperNode = ({ nodeOf }: Nodes, { line, reversed }: StakedLine) => nodeOf[line * 2 + (reversed ? 0 : 1)];
const lowerNode = ({ nodeOf }: Nodes, { line, reversed }: StakedLine) => nodeOf[line * 2 + (reversed ? 1 : 0)];
