import type { Nodes } from "./join-ends.ts";
import type { LineIndex } from "./line-index.ts";
import { JOINT_M, type NetworkLines } from "./network-lines.ts";
import { gridPoints } from "./point-grid.ts";
import type { Junction } from "./route.ts";

/** Meetings this close are one junction: where a road has two carriageways, or a street is offset. Metres. */
const SAME_JUNCTION_M = 30;

/** Lines that meet at a place: an end is one leg, a line that passes two. */
interface Meeting {
  readonly x: number;
  readonly y: number;
  readonly legs: number;
  readonly at: readonly { readonly line: number; readonly alongM: number }[];
}

/**
 * Where at least three legs meet: ends of lines, an end on the middle of another line, or lines with a vertex in common. Lines that
 * only cross have no vertex in common and are taken for a bridge.
 *
 * @param positionOn - route and stake of a place on a line.
 */
export function findJunctions(
  lines: NetworkLines,
  nodes: Nodes,
  index: LineIndex,
  positionOn: (line: number, alongM: number) => { route: number; stakeM: number },
): Junction[] {
  const meetings = [...meetingsAtEnds(lines, nodes, index), ...sharedVertices(lines)];
  return mergeNear(meetings).map((group) => {
    const x = group.reduce((sum, meeting) => sum + meeting.x, 0) / group.length;
    const y = group.reduce((sum, meeting) => sum + meeting.y, 0) / group.length;
    const on = new Map<number, number>();
    for (const { line, alongM } of group.flatMap(({ at }) => at)) {
      const { route, stakeM } = positionOn(line, alongM);
      if (!on.has(route)) on.set(route, stakeM);
    }
    return {
      x,
      y,
      legs: Math.max(...group.map(({ legs }) => legs)),
      on: [...on].map(([route, stakeM]) => ({ route, stakeM })),
    };
  });
}

function meetingsAtEnds(lines: NetworkLines, { count, starts, ends }: Nodes, index: LineIndex): Meeting[] {
  const meetings: Meeting[] = [];
  for (let node = 0; node < count; node++) {
    const here = ends.subarray(starts[node]!, starts[node + 1]!);
    const v = (here[0]! & 1) === 0 ? lines.first[here[0]! >> 1]! : lines.last[here[0]! >> 1]!;
    const [x, y] = [lines.xy[v * 2]!, lines.xy[v * 2 + 1]!];
    const at = Array.from(here, (end) => ({ line: end >> 1, alongM: (end & 1) === 0 ? 0 : lines.lengthM[end >> 1]! }));
    const own = new Set(at.map(({ line }) => line));
    const passing = index
      .near(x, y, JOINT_M)
      .filter(({ line, alongM }) => !own.has(line) && alongM > JOINT_M && alongM < lines.lengthM[line]! - JOINT_M);
    const legs = here.length + 2 * passing.length;
    if (legs >= 3) meetings.push({ x, y, legs, at: [...at, ...passing] });
  }
  return meetings;
}

/** Inner vertices that two lines have exactly in common. */
function sharedVertices(lines: NetworkLines): Meeting[] {
  const { xy, first, last, alongM, count } = lines;
  const firstAt = new Map<number, { line: number; v: number }>();
  const shared = new Map<number, { line: number; v: number }[]>();
  for (let line = 0; line < count; line++)
    for (let v = first[line]! + 1; v < last[line]!; v++) {
      const key = Math.round(xy[v * 2]! * 100) * 2 ** 26 + Math.round(xy[v * 2 + 1]! * 100);
      const other = firstAt.get(key);
      if (!other) firstAt.set(key, { line, v });
      else if (other.line !== line) shared.set(key, [...(shared.get(key) ?? [other]), { line, v }]);
    }
  return [...shared.values()].map((at) => ({
    x: xy[at[0]!.v * 2]!,
    y: xy[at[0]!.v * 2 + 1]!,
    legs: at.length * 2,
    at: at.map(({ line, v }) => ({ line, alongM: alongM[v]! })),
  }));
}

function mergeNear(meetings: readonly Meeting[]): Meeting[][] {
  const xy = Float64Array.from(meetings.flatMap(({ x, y }) => [x, y]));
  const grid = gridPoints(xy, SAME_JUNCTION_M);
  const groupOf = new Int32Array(meetings.length).fill(-1);
  const groups: Meeting[][] = [];
  meetings.forEach((meeting, i) => {
    if (groupOf[i]! >= 0) return;
    // Around the first of them only: a chain of close crossings must not become one junction.
    const group: Meeting[] = [];
    grid.near(meeting.x, meeting.y, (other) => {
      if (groupOf[other]! >= 0) return;
      groupOf[other] = groups.length;
      group.push(meetings[other]!);
    });
    groups.push(group);
  });
  return groups;
}
