import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import type { Outline } from "../../../state/proposal-draft.ts";

const CORNERS = 96;

/** A site as a circle: corners that lie outside it by so little that no side comes nearer to the middle than the radius. 0: a point. */
export function footprintAt([lon, lat]: readonly [number, number], radiusM: number): Outline {
  if (radiusM === 0) return { type: "Point", coordinates: [lon, lat] };
  const plane = createZonePlane([lon, lat]);
  const cornerM = radiusM / Math.cos(Math.PI / CORNERS);
  const ring = Array.from({ length: CORNERS }, (_, i) => {
    const turn = (2 * Math.PI * i) / CORNERS;
    const at = plane.toLonLat(cornerM * Math.cos(turn), cornerM * Math.sin(turn));
    return [at[0], at[1]];
  });
  return { type: "Polygon", coordinates: [[...ring, [...ring[0]!]]] };
}
