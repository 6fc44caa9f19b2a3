import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { middleOf } from "../../../state/move-distance.ts";
import type { Outline } from "../../../state/proposal-draft.ts";

/** An outline moved by metres east and north, on a plane around its own middle: true to the millimetre over kilometres. */
export function shiftOutline(outline: Outline, eastM: number, northM: number): Outline {
  const plane = createZonePlane(middleOf(outline));
  const moved = (coordinates: unknown): unknown => {
    if (!Array.isArray(coordinates)) return coordinates;
    if (typeof coordinates[0] !== "number") return coordinates.map(moved);
    const [x, y] = plane.toPlane(coordinates[0], coordinates[1] as number);
    return plane.toLonLat(x + eastM, y + northM);
  };
  return { ...outline, coordinates: moved(outline.coordinates) } as Outline;
}
