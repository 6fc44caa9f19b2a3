import { at, type Frame, type Point } from "./frame.ts";
import type { RoadClass } from "./plan.ts";
import type { Random } from "./random.ts";

/** A street before it has a name: points in order, one at every crossing of its own grid. */
export interface StreetLine {
  readonly class: RoadClass;
  /** Which family of names it takes. */
  readonly heading: "along" | "across" | "lane";
  readonly points: Point[];
}

/** The ground between streets, in its grid's frame, streets and pavements already taken off. */
export interface Block {
  readonly frame: Frame;
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
  /** Which cell of the main grid it lies in. */
  readonly column: number;
  readonly row: number;
}

/** A line of a grid: where it lies and how important it is. `null`: there is a street already (the ring). */
export type GridLine = readonly [position: number, roadClass: RoadClass | null];

export interface GridPlan {
  readonly frame: Frame;
  /** Streets across: their `u`. Ascending. */
  readonly across: readonly GridLine[];
  /** Streets along: their `v`. Ascending. */
  readonly along: readonly GridLine[];
  /** Share of cells cut by a minor street in each direction. */
  readonly cutShare: number;
  /** Cells that stay whole. */
  isWhole(column: number, row: number): boolean;
}

/** Half of what a street of this class takes from the blocks beside it: carriageway, verge and pavement, metres. */
export const HALF_TAKEN_M: Readonly<Record<RoadClass, number>> = {
  motorway: 30,
  national: 20,
  provincial: 16,
  arterial: 24,
  secondary: 17,
  county: 9,
  local: 10,
  service: 4,
};

/** Streets and blocks of a grid: main lines from end to end, minor streets that run on through neighbouring cells. */
export function layGrid(plan: GridPlan, random: Random): { streets: StreetLine[]; blocks: Block[] } {
  const { frame, across, along } = plan;
  const columns = across.length - 1;
  const rows = along.length - 1;
  const cutAt = (lines: readonly GridLine[], cell: number): number => {
    const [from] = lines[cell]!;
    const [to] = lines[cell + 1]!;
    return from + (to - from) * random.between(0.42, 0.58);
  };
  const cutU = across.slice(1).map((_, column) => cutAt(across, column));
  const cutV = along.slice(1).map((_, row) => cutAt(along, row));
  const isCut = (column: number, row: number) => !plan.isWhole(column, row) && random.chance(plan.cutShare);
  const hasCutU = grid(columns, rows, isCut);
  const hasCutV = grid(columns, rows, isCut);

  const streets: StreetLine[] = [];
  const [lowU, highU] = [across[0]![0], across[columns]![0]];
  const [lowV, highV] = [along[0]![0], along[rows]![0]];
  for (const [u, roadClass] of across) {
    if (!roadClass) continue;
    const stops = [...along.map(([v]) => v)].filter((v) => v >= lowV && v <= highV);
    streets.push({ class: roadClass, heading: "across", points: stops.map((v) => at(frame, u, v)) });
  }
  for (const [v, roadClass] of along) {
    if (!roadClass) continue;
    const stops = [...across.map(([u]) => u)].filter((u) => u >= lowU && u <= highU);
    streets.push({ class: roadClass, heading: "along", points: stops.map((u) => at(frame, u, v)) });
  }
  for (let column = 0; column < columns; column++)
    for (const [first, last] of runs(hasCutU[column]!))
      streets.push({
        class: "local",
        heading: "across",
        points: along.slice(first, last + 2).map(([v]) => at(frame, cutU[column]!, v)),
      });
  for (let row = 0; row < rows; row++)
    for (const [first, last] of runs(hasCutV.map((cells) => cells[row]!)))
      streets.push({
        class: "local",
        heading: "along",
        points: across.slice(first, last + 2).map(([u]) => at(frame, u, cutV[row]!)),
      });

  const blocks: Block[] = [];
  const taken = (roadClass: RoadClass | null) => HALF_TAKEN_M[roadClass ?? "arterial"];
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) {
      const us = spans(across[column]!, across[column + 1]!, hasCutU[column]![row]! ? cutU[column]! : null, taken);
      const vs = spans(along[row]!, along[row + 1]!, hasCutV[column]![row]! ? cutV[row]! : null, taken);
      for (const [u0, u1] of us) for (const [v0, v1] of vs) blocks.push({ frame, u0, v0, u1, v1, column, row });
    }
  return { streets, blocks };
}

function grid(columns: number, rows: number, value: (column: number, row: number) => boolean): boolean[][] {
  return Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (__, row) => value(column, row)));
}

/** First and last index of each unbroken run of `true`. */
function runs(flags: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  flags.forEach((flag, i) => {
    if (!flag) return;
    const last = found[found.length - 1];
    if (last && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  });
  return found;
}

function spans(
  [from, fromClass]: GridLine,
  [to, toClass]: GridLine,
  cut: number | null,
  taken: (roadClass: RoadClass | null) => number,
): [number, number][] {
  const low = from + taken(fromClass);
  const high = to - taken(toClass);
  if (cut === null) return [[low, high]];
  return [
    [low, cut - HALF_TAKEN_M.local],
    [cut + HALF_TAKEN_M.local, high],
  ];
}

/**
 * Narrow lanes of a village or an old quarter: one for every second row of yards (the alleys between are no roads), and a
 * few across. The first and the last row always have their lane.
 */
export function layLanes(
  frame: Frame,
  [u0, v0, u1, v1]: readonly [number, number, number, number],
  rowDepthM: number,
  acrossCount: number,
): {
  lanes: StreetLine[];
  laneLevels: readonly number[];
  acrossAt: readonly number[];
  rows: readonly { v0: number; v1: number }[];
} {
  const count = Math.max(2, Math.round((v1 - v0) / rowDepthM));
  const depth = (v1 - v0) / count;
  const levels = Array.from({ length: count + 1 }, (_, i) => v0 + i * depth);
  const acrossAt = Array.from({ length: acrossCount }, (_, i) => u0 + ((u1 - u0) * (i + 0.5)) / acrossCount);
  const laneLevels = levels.filter((_, i) => i % 2 === 0 || i === count);
  const lanes: StreetLine[] = laneLevels.map((v) => ({
    class: "service",
    heading: "lane",
    points: [u0, ...acrossAt, u1].map((u) => at(frame, u, v)),
  }));
  for (const u of acrossAt)
    lanes.push({ class: "service", heading: "lane", points: laneLevels.map((v) => at(frame, u, v)) });
  return { lanes, laneLevels, acrossAt, rows: levels.slice(1).map((v, i) => ({ v0: levels[i]!, v1: v })) };
}
