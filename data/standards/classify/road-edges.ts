import type { Reason } from "../../analyses/spacing-results.ts";
import type { MeasurePoint } from "../classes.ts";
import { reason } from "./facets.ts";

/** How far the point that a rule means lies from the line that the map has, least and most metres. */
export interface LineOffset {
  readonly leastM: number;
  readonly mostM: number;
  readonly reasons: readonly Reason[];
}

/** Carriageway widths by class where none is stated, least and most metres (JTG B01-2014, CJJ 37-2012). */
const WIDTHS_M: Readonly<Record<string, readonly [number, number]>> = {
  motorway: [21, 42],
  national: [7, 26],
  provincial: [7, 26],
  arterial: [14, 50],
  secondary: [9, 40],
  county: [4, 9],
  local: [4, 18],
  service: [2, 9],
};

/** The highway's land ends at least 1 m beyond ditch or slope (公路安全保护条例, art. 3 of the rules on highway land); assumed at most this. */
const LAND_BEYOND_EDGE_M = [0, 15] as const;

/** Foot of the embankment from the centre line, for one or two tracks. */
const EMBANKMENT_M = [2.5, 12] as const;

const NONE: LineOffset = { leastM: 0, mostM: 0, reasons: [] };

/** From a road's or railway's centre line to the point that a rule means. */
export function lineOffset(point: MeasurePoint, roadClass: string | null, widthM: number | null): LineOffset {
  if (point === "embankment-foot")
    return { leastM: EMBANKMENT_M[0], mostM: EMBANKMENT_M[1], reasons: [reason("centre-line-only")] };
  if (point !== "road-edge" && point !== "road-land-edge") return NONE;
  const known = widthM !== null && widthM > 0;
  const [narrow, wide] = known ? [widthM, widthM] : (WIDTHS_M[roadClass ?? ""] ?? [2, 50]);
  const reasons = [
    known ? reason("edge-from-width", { widthM }) : reason("edge-width-assumed", { narrowM: narrow, wideM: wide }),
  ];
  if (point === "road-edge") return { leastM: narrow / 2, mostM: wide / 2, reasons };
  const [land0, land1] = LAND_BEYOND_EDGE_M;
  return {
    leastM: narrow / 2 + land0,
    mostM: wide / 2 + land1,
    reasons: [...reasons, reason("centre-line-only", { landM: land1 })],
  };
}

/** No point that a rule means lies farther from a mapped line. @param widestM - the widest road that the ledger states. */
export const mostLineOffsetM = (widestM: number): number =>
  Math.max(widestM, ...Object.values(WIDTHS_M).map(([, wide]) => wide)) / 2 + LAND_BEYOND_EDGE_M[1];
