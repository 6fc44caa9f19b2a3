import type { TimeColumns, TimeCounts } from "../../analyses/crash-times-results.ts";
import { getOrMake } from "../../analyses/get-or-make.ts";
import type { Crashes } from "../crashes.ts";

/** Crashes in boxes, by column; every list is as long as there are boxes. */
export type BoxCounts = { readonly [Name in keyof TimeCounts]: Float64Array };

/**
 * Sorts crashes into boxes and counts each box.
 *
 * @param rows - of the accidents' snapshot, each once.
 * @param boxOf - the box of each of them, in the same order; what is below 0 or not below `boxes` is left out.
 */
export function countBoxes(crashes: Crashes, rows: Uint32Array, boxes: number, boxOf: Int32Array): BoxCounts {
  const { severity, deaths, injuries } = figuresOf(crashes, rows);
  const list = () => new Float64Array(boxes);
  const counts = { crashes: list(), casualty: list(), fatal: list(), deaths: list(), injuries: list() };
  for (let i = 0; i < rows.length; i++) {
    const box = boxOf[i]!;
    if (box < 0 || box >= boxes) continue;
    const own = severity[i]!;
    counts.crashes[box]!++;
    if (own <= 1) counts.casualty[box]!++;
    if (own === 0) counts.fatal[box]!++;
    if (deaths[i]! > 0) counts.deaths[box]! += deaths[i]!;
    if (injuries[i]! > 0) counts.injuries[box]! += injuries[i]!;
  }
  return counts;
}

/** What is added up, in the order of some rows: rows of one time lie scattered in the snapshot, and every count reads them all. */
type Figures = Pick<Crashes, "severity" | "deaths" | "injuries">;

const gathered = new WeakMap<Uint32Array, Figures>();

function figuresOf({ severity, deaths, injuries }: Crashes, rows: Uint32Array): Figures {
  return getOrMake(gathered, rows, () => {
    const figures = {
      severity: new Uint8Array(rows.length),
      deaths: new Float64Array(rows.length),
      injuries: new Float64Array(rows.length),
    };
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      figures.severity[i] = severity[row]!;
      figures.deaths[i] = deaths[row]!;
      figures.injuries[i] = injuries[row]!;
    }
    return figures;
  });
}

/** The boxes of rows by a column of the snapshot. An array and no function per row: a hundred thousand calls are felt. */
export function boxesBy(rows: Uint32Array, column: Uint8Array | Uint16Array | Int32Array, first = 0): Int32Array {
  const boxes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) boxes[i] = column[rows[i]!]! - first;
  return boxes;
}

/** Those of one box. */
export const boxAt = (counts: BoxCounts, box: number): TimeCounts => ({
  crashes: counts.crashes[box]!,
  casualty: counts.casualty[box]!,
  fatal: counts.fatal[box]!,
  deaths: counts.deaths[box]!,
  injuries: counts.injuries[box]!,
});

/** All crashes as one box. */
export const countTimes = (crashes: Crashes, rows: Uint32Array): TimeCounts =>
  boxAt(countBoxes(crashes, rows, 1, new Int32Array(rows.length)), 0);

export function sumOf(counts: readonly TimeCounts[]): TimeCounts {
  const sum = { crashes: 0, casualty: 0, fatal: 0, deaths: 0, injuries: 0 };
  for (const { crashes, casualty, fatal, deaths, injuries } of counts) {
    sum.crashes += crashes;
    sum.casualty += casualty;
    sum.fatal += fatal;
    sum.deaths += deaths;
    sum.injuries += injuries;
  }
  return sum;
}

/** As plain lists. */
export const columnsOf = (counts: BoxCounts): TimeColumns => mapped(counts, (values) => Array.from(values));

/** The sums of boxes that go together. @param groupOf - the group of a box, below `groups`. */
export const groupedBoxes = (counts: BoxCounts, groups: number, groupOf: (box: number) => number): TimeColumns =>
  mapped(counts, (values) => {
    const sums = new Array<number>(groups).fill(0);
    values.forEach((value, box) => {
      sums[groupOf(box)]! += value;
    });
    return sums;
  });

const mapped = (counts: BoxCounts, change: (values: Float64Array) => number[]): TimeColumns => ({
  crashes: change(counts.crashes),
  casualty: change(counts.casualty),
  fatal: change(counts.fatal),
  deaths: change(counts.deaths),
  injuries: change(counts.injuries),
});
