import type { Nodes } from "./join-ends.ts";
import type { LaidLines } from "./lay-axes.ts";
import type { LineHit, LineIndex } from "./line-index.ts";
import { JOINT_M, type NetworkLines } from "./network-lines.ts";
import { laidStake } from "./parallel-chain.ts";
import { gridPoints } from "./point-grid.ts";
import type { Junction } from "./route.ts";

/** Lines that pass each other on one level have a vertex in common; written with seven decimals or more, it agrees to this. */
const COMMON_M = 0.1;

/** Corners of one crossing: those of a dual carriageway, or of a road that goes on a few metres aside. */
const CROSSING_M = 25;

const FEWEST_LEGS = 3;

/** A line at a place where others may meet it. */
interface Touch {
  readonly line: number;
  readonly alongM: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly touches: readonly Touch[];
  readonly legs: number;
}

/** Finds the places where at least three legs meet. Lines that cross without a common vertex are a bridge and none. */
export function findJunctions(lines: NetworkLines, nodes: Nodes, index: LineIndex, laid: LaidLines): Junction[] {
  const places = [...placesOfNodes(lines, nodes, index), ...placesOfPassings(lines)].filter(
    ({ legs }) => legs >= FEWEST_LEGS,
  );
  return mergePlaces(places, lines).map((place) => ({
    ...middleOf(place),
    legs: place.legs,
    on: routesAt(place, lines, laid),
  }));
}

/** Where sections end: the ends that meet, and lines that pass. */
function placesOfNodes(lines: NetworkLines, { count, starts, ends }: Nodes, index: LineIndex): Place[] {
  const places: Place[] = [];
  for (let node = 0; node < count; node++) {
    const touches: Touch[] = [];
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const line = ends[at]! >> 1;
      touches.push({ line, alongM: (ends[at]! & 1) === 0 ? 0 : lines.lengthM[line]! });
    }
    const v = vertexOfEnd(ends[starts[node]!]!, lines);
    const [x, y] = [lines.xy[v * 2]!, lines.xy[v * 2 + 1]!];
    for (const { line, alongM } of passingLines(index, x, y, touches)) touches.push({ line, alongM });
    // Most nodes are plain joints.
    if (touches.length < FEWEST_LEGS && touches.every(({ line, alongM }) => isEnd(alongM, lines.lengthM[line]!)))
      continue;
    places.push({ x, y, touches, legs: countLegs(touches, lines) });
  }
  return places;
}

const passingLines = (index: LineIndex, x: number, y: number, ending: readonly Touch[]): LineHit[] =>
  index.near(x, y, JOINT_M).filter((hit) => !ending.some(({ line }) => line === hit.line));

const isEnd = (alongM: number, lengthM: number): boolean => alongM === 0 || alongM === lengthM;

const vertexOfEnd = (end: number, { first, last }: NetworkLines): number =>
  (end & 1) === 0 ? first[end >> 1]! : last[end >> 1]!;

/** Where lines that do not end there have a vertex in common, with each other or with themselves. */
function placesOfPassings({ count, first, last, xy, alongM, lengthM }: NetworkLines): Place[] {
  const grid = gridPoints(xy, COMMON_M);
  const lineOf = new Int32Array(xy.length / 2).fill(-1);
  for (let line = 0; line < count; line++) lineOf.fill(line, first[line], last[line]! + 1);
  const places: Place[] = [];
  const lines = { lengthM };
  for (let line = 0; line < count; line++)
    for (let v = first[line]! + 1; v < last[line]!; v++) {
      const [x, y] = [xy[v * 2]!, xy[v * 2 + 1]!];
      let touches: Touch[] | null = null;
      let isFirst = true;
      grid.near(x, y, (other) => {
        const of = lineOf[other]!;
        if (of < 0 || (of === line && Math.abs(other - v) < 2)) return;
        if (other < v) isFirst = false;
        touches ??= [{ line, alongM: alongM[v]! }];
        touches.push({ line: of, alongM: alongM[other]! });
      });
      if (touches && isFirst) places.push({ x, y, touches, legs: countLegs(touches, lines) });
    }
  return places;
}

/** Touches of one line that follow each other within a crossing are one: a leg goes on before it, and one after it. */
function countLegs(touches: readonly Touch[], { lengthM }: Pick<NetworkLines, "lengthM">): number {
  let legs = 0;
  for (const line of new Set(touches.map((touch) => touch.line))) {
    const along = touches.flatMap((touch) => (touch.line === line ? [touch.alongM] : [])).sort((a, b) => a - b);
    for (const [i, at] of along.entries()) {
      const isJoinedBefore = i > 0 && at - along[i - 1]! <= CROSSING_M * 2;
      const isJoinedAfter = i + 1 < along.length && along[i + 1]! - at <= CROSSING_M * 2;
      if (!isJoinedBefore && at > JOINT_M) legs++;
      if (!isJoinedAfter && at < lengthM[line]! - JOINT_M) legs++;
    }
  }
  return legs;
}

/** Places within a crossing's width are one junction: the one with most legs takes those around it. */
function mergePlaces(places: readonly Place[], lines: NetworkLines): Place[] {
  const order = places.map((_, i) => i).sort((a, b) => places[b]!.legs - places[a]!.legs || a - b);
  const grid = gridPoints(Float64Array.from(places.flatMap(({ x, y }) => [x, y])), CROSSING_M);
  const isTaken = new Uint8Array(places.length);
  const merged: { at: number; place: Place }[] = [];
  for (const at of order) {
    if (isTaken[at]) continue;
    const members: number[] = [];
    grid.near(places[at]!.x, places[at]!.y, (other) => {
      if (isTaken[other]) return;
      isTaken[other] = 1;
      members.push(other);
    });
    const touches = members.sort((a, b) => a - b).flatMap((member) => places[member]!.touches);
    const { x, y } = places[at]!;
    const place = members.length === 1 ? places[at]! : { x, y, touches, legs: countLegs(touches, lines) };
    if (place.legs >= FEWEST_LEGS) merged.push({ at, place });
  }
  return merged.sort((a, b) => a.at - b.at).map(({ place }) => place);
}

const middleOf = ({ x, y }: Place): { x: number; y: number } => ({ x, y });

/** The routes at a place; a route that passes it twice is named with the stake that it has nearest to its start. */
function routesAt({ touches }: Place, lines: NetworkLines, laid: LaidLines): Junction["on"] {
  const stakes = new Map<number, number>();
  for (const touch of touches) {
    const route = laid.axis[touch.line]!;
    const stakeM = laidStake(touch, laid, lines);
    stakes.set(route, Math.min(stakeM, stakes.get(route) ?? Number.POSITIVE_INFINITY));
  }
  return [...stakes].map(([route, stakeM]) => ({ route, stakeM })).sort((a, b) => a.route - b.route);
}
