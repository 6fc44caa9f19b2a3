import { boundsOf } from "#data/geodesy/wkb.ts";
import type { SitePlace } from "#data/traffic/site.ts";
import { useSurface } from "../../../state/surface.ts";

/** So that the roads around it are seen too. */
const PADDING_PX = 110;

/** Moves the map to a site. */
export function goToPlace({ geometry }: SitePlace): void {
  useSurface.getState().map?.fit(boundsOf(geometry), PADDING_PX);
}
