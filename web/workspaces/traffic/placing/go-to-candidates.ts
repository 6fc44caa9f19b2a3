import { boundsOf } from "#data/geodesy/wkb.ts";
import { WORLD_PX } from "../../../map/mercator.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { useSurface } from "../../../state/surface.ts";
import type { QueueRow } from "./queue-rows.ts";

/** So that the roads around them are seen too. */
const PADDING_PX = 70;

/** Parallel roads are a few metres apart: nearer than this tells them apart and still shows which road is which. */
const NEAREST_ZOOM = 18.6;

/** Where a fitted map stops by itself. */
const FITTED_ZOOM = 17;

/** Without candidates, near enough to see what roads there are around. */
const ALONE_ZOOM = 15;

/** Of the map, for places that are close together. */
const ROOM_PX = 300;

/** Moves the map to where an accident is recorded and to all places where it may have been. */
export function goToCandidates({ position, finding }: QueueRow): void {
  const { map } = useSurface.getState();
  const places = [position, ...(finding?.candidates.map((each) => each.position) ?? [])];
  if (!map) return;
  if (places.length === 1) {
    goToPlace(position, ALONE_ZOOM);
    return;
  }
  const extent = boundsOf({ type: "MultiPoint", coordinates: places.map((at) => [...at]) });
  const [west, south, east, north] = extent;
  map.fit(extent, PADDING_PX);
  const squeezed = Math.cos((south * Math.PI) / 180);
  const shareOfWorld = Math.max(east - west, (north - south) / squeezed) / 360;
  const zoom = Math.min(NEAREST_ZOOM, Math.log2(ROOM_PX / (shareOfWorld * WORLD_PX)));
  if (zoom > FITTED_ZOOM) map.moveTo({ ...map.camera, lon: (west + east) / 2, lat: (south + north) / 2, zoom });
}
