import type { TimeColumns, TimeCounts } from "../../analyses/crash-times-results.ts";
import type { Crashes } from "../crashes.ts";

/** Crashes in boxes, by column; every list is as long as there are boxes. */
export type BoxCounts = { readonly [Name in keyof TimeCounts]: Float64Array };

/**
 * Sorts crashes into boxes and counts each box.
 *
 * @param rows - of the accidents' snapshot, each once.
 * @param boxOf - the box of a row; what is below 0 or not below `boxes` is left out.
 */
export function countBoxes(
  crashes: Crashes,
  rows: ArrayLike<number>,
  boxes: number,
  boxOf: (row: number) => number,
): BoxCounts {
  const { severity, deaths, injuries } = crashes;
  const list = () => new Float64Array(boxes);
  const counts = { crashes: list(), casualty: list(), fatal: list(), deaths: list(), injuries: list() };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const box = boxOf(row);
    if (!(box >= 0 && box < boxes)) continue;
    counts.crashes[box]!++;
    if (severity[row]! <= 1) counts.casualty[box]!++;
    if (severity[row] === 0) counts.fatal[box]!++;
    // `|| 0`: persons that are not known.
    counts.deaths[box]! += deaths[row]! || 0;
    counts.injuries[box]! += injuries[row]! || 0;
  }
  return counts;
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
export const countTimes = (crashes: Crashes, rows: ArrayLike<number>): TimeCounts =>
  boxAt(
    countBoxes(crashes, rows, 1, () => 0),
    0,
  );

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
