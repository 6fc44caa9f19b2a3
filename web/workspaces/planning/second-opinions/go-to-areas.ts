import type { MultiPolygon, Polygon } from "geojson";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { useSurface } from "../../../state/surface.ts";

const PADDING_PX = 48;

/** Shows all of what came in, wherever the map was. */
export function goToAreas(areas: readonly (Polygon | MultiPolygon)[]): void {
  const coordinates = areas.flatMap((area) => (area.type === "Polygon" ? [area.coordinates] : area.coordinates));
  if (coordinates.length > 0)
    useSurface.getState().map?.fit(boundsOf({ type: "MultiPolygon", coordinates }), PADDING_PX);
}
