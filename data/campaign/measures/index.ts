import { BLACK_SPOT_MEASURES } from "./black-spots.ts";
import { CHECK_AND_DRILL_MEASURES } from "./checks-and-drills.ts";
import { HAZARD_SOURCE_MEASURES } from "./hazard-sources.ts";
import { HOUSE_MEASURES } from "./houses.ts";
import type { Measure } from "./measure.ts";
import { WATER_SOURCE_MEASURES } from "./water-sources.ts";

/** Every target that the ledgers can answer. All others lack the data, and say which. */
export const MEASURES: readonly Measure[] = [
  ...BLACK_SPOT_MEASURES,
  ...HOUSE_MEASURES,
  ...CHECK_AND_DRILL_MEASURES,
  ...HAZARD_SOURCE_MEASURES,
  ...WATER_SOURCE_MEASURES,
];

const byTarget = new Map(MEASURES.map((measure) => [measure.target, measure]));

/** @returns the measure of a target, or `undefined` when there is no data to measure it. */
export const findMeasure = (target: string): Measure | undefined => byTarget.get(target);
