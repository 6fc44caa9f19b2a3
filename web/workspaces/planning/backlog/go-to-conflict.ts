import type { Conflict } from "../../../api.ts";
import { useSurface } from "../../../state/surface.ts";

const PADDING_PX = 120;

/** Moves the map so that both ends of the shortest line are seen. */
export function goToConflict({ finding: { line } }: Conflict): void {
  const lons = line.map(([lon]) => lon);
  const lats = line.map(([, lat]) => lat);
  useSurface
    .getState()
    .map?.fit([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], PADDING_PX);
}
