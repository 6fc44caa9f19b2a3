import type { Title } from "../layers/define.ts";

/**
 * How far a fire-water source serves, measured straight from the outline of what it has to serve. The number was read in a copy of the
 * standard, the number of its clause is from memory.
 *
 * @see GB 50974-2014, 7.2.5 (hydrants of the town), 7.3.2 (of a building), 6.1.5 (intakes of pools)
 */
export const WATER_REACH_M = 150;

/** Which sources count, CQL2 text; of one whose state nobody has stated it cannot be told. */
export const USABLE_WATER = "state = 'ok'";

/** What has to be within reach of water, in the order in which it is shown. */
export const WATER_TARGETS: readonly string[] = [
  "protection-targets",
  "hazard-sources",
  "enterprises",
  "houses",
  "buildings",
];

/** By which rule, and how sure that is. */
export const WATER_REACH_SOURCE: Title = {
  zh: "GB 50974-2014 保护半径150 m（条号7.2.5待核实），直线量取，仅计状态完好的水源",
  en: "150 m by GB 50974-2014 (clause 7.2.5 to be confirmed), straight line, sources in order only",
};
