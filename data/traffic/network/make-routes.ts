import { codeIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { roadCodeOf } from "./group-lines.ts";
import type { Axis, LaidLines } from "./lay-axes.ts";
import { JOINT_M, type NetworkLines } from "./network-lines.ts";
import type { Route, RouteSection } from "./route.ts";

/** Classes that are highways (公路) even where no number is known. */
const HIGHWAY_CLASSES: ReadonlySet<string | null> = new Set(["motorway", "national", "provincial", "county"]);

/** One route for each axis, in the same order. */
export function makeRoutes(roads: Snapshot, axes: readonly Axis[], lines: NetworkLines, laid: LaidLines): Route[] {
  let ofGroup = 0;
  return axes.map((axis, i) => {
    ofGroup = axes[i - 1]?.group === axis.group ? ofGroup + 1 : 1;
    return makeRoute(roads, axis, ofGroup === 1 ? axis.group.key : `${axis.group.key}~${ofGroup}`, lines, laid);
  });
}

function makeRoute(roads: Snapshot, axis: Axis, id: string, lines: NetworkLines, laid: LaidLines): Route {
  const members = axis.chains.flatMap(({ chain }) => chain.lines);
  const sections = members
    .map((line) => toSection(line, lines, laid))
    .sort((a, b) => a.fromM - b.fromM || a.carriageway - b.carriageway || a.row - b.row || a.part - b.part);
  const { fromM, toM, gaps, lengthM } = measureAxis(sections);
  const code = roadCodeOf(roads, lines.row[members[0]!]!);
  const roadClass = mostCommon(members, lines, (row) => codeIn(roads, row, "class"));
  return {
    id,
    code,
    name: mostCommon(members, lines, (row) => roads.names.get(row) || null) ?? "",
    roadClass,
    kind: code !== null || HIGHWAY_CLASSES.has(roadClass) ? "highway" : "street",
    stakes: axis.chains.some(({ chain }) => chain.isGiven) ? "given" : "measured",
    fromM,
    toM,
    isLoop: isLoop(axis, gaps.length),
    sections,
    gaps,
    lengthM,
  };
}

const isLoop = ({ chains }: Axis, gaps: number): boolean =>
  gaps === 0 && chains[0]!.chain.isClosed && chains.every(({ carriageway }, i) => i === 0 || carriageway > 0);

const toSection = (line: number, { row, part }: NetworkLines, laid: LaidLines): RouteSection => ({
  row: row[line]!,
  part: part[line]!,
  fromM: laid.lowM[line]!,
  toM: laid.highM[line]!,
  reversed: laid.isReversed[line] === 1,
  carriageway: laid.carriageway[line]!,
});

/** @param sections - by `fromM`. */
function measureAxis(sections: readonly RouteSection[]): Pick<Route, "fromM" | "toM" | "gaps" | "lengthM"> {
  const gaps: [number, number][] = [];
  const fromM = sections[0]!.fromM;
  let toM = fromM;
  let missingM = 0;
  for (const section of sections) {
    if (section.fromM - toM > JOINT_M) {
      gaps.push([toM, section.fromM]);
      missingM += section.fromM - toM;
    }
    toM = Math.max(toM, section.toM);
  }
  return { fromM, toM, gaps, lengthM: toM - fromM - missingM };
}

/** The value of most of the length; of equals, the first. */
function mostCommon(
  members: readonly number[],
  { row, lengthM }: NetworkLines,
  textOf: (row: number) => string | null,
): string | null {
  const lengths = new Map<string, number>();
  for (const line of members) {
    const value = textOf(row[line]!);
    if (value !== null) lengths.set(value, (lengths.get(value) ?? 0) + lengthM[line]!);
  }
  let most: string | null = null;
  for (const [value, metres] of lengths) if (most === null || metres > lengths.get(most)!) most = value;
  return most;
}
