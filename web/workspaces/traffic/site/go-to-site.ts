import { boundsOf } from "#data/geodesy/wkb.ts";
import type { SitePlace } from "#data/traffic/site.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { useSurface } from "../../../state/surface.ts";

/** Around a stretch, so that the roads that join it are seen too. */
const PADDING_PX = 120;
/** Where single accidents are told apart. */
const JUNCTION_ZOOM = 16.5;

/** From farther away nobody sees a site. */
const LEAST_ZOOM = 13.5;

/** Moves the map to a site that it does not show, as after a link. */
export function showSite(place: SitePlace): void {
  const { bounds, zoom } = useSurface.getState();
  const [lon, lat] = place.middle;
  const isSeen = bounds && lon > bounds[0] && lon < bounds[2] && lat > bounds[1] && lat < bounds[3];
  if (!isSeen || zoom < LEAST_ZOOM) goToSite(place);
}

/** Moves the map to a site. */
export function goToSite({ geometry, middle, site }: SitePlace): void {
  if (site.kind === "segment") useSurface.getState().map?.fit(boundsOf(geometry), PADDING_PX);
  else goToPlace(middle, JUNCTION_ZOOM);
}
