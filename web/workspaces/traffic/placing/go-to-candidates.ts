import { boundsOf } from "#data/geodesy/wkb.ts";
import { useSurface } from "../../../state/surface.ts";
import type { QueueRow } from "./queue-rows.ts";

/** So that the roads around them are seen too. */
const PADDING_PX = 70;

/** Candidates of parallel roads are a few metres apart: at least so much is shown, degrees of latitude (about 120 m). */
const LEAST_DEGREES = 0.0011;

/** Moves the map to where an accident is recorded and to all places where it may have been. */
export function goToCandidates(
  { position, finding }: QueueRow,
  also: readonly (readonly [number, number])[] = [],
): void {
  const places = [position, ...(finding?.candidates.map((each) => each.position) ?? []), ...also];
  const [west, south, east, north] = boundsOf({ type: "MultiPoint", coordinates: places.map((at) => [...at]) });
  const stretch = 1 / Math.cos((position[1] * Math.PI) / 180);
  const widen = (from: number, to: number, least: number): [number, number] => {
    const more = Math.max(0, least - (to - from)) / 2;
    return [from - more, to + more];
  };
  const [left, right] = widen(west, east, LEAST_DEGREES * stretch);
  const [bottom, top] = widen(south, north, LEAST_DEGREES);
  useSurface.getState().map?.fit([left, bottom, right, top], PADDING_PX);
}
