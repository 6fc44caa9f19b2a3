import { MAP_ELEMENT_ID } from "../../map/map-element.ts";
import type { FeatureRef, ZoneMap } from "../../map/picture.ts";
import { featuresAroundMiddle, pixelsFromMiddle } from "../../state/around-middle.ts";
import { findLedger, useLedgers } from "../../state/ledgers.ts";
import { hover, type Surface, useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import { clickMap } from "./click-map.ts";

/** How much nearer Enter goes where the map shows counts: as a click on one does. */
const ZOOM_STEP = 1.5;

/** Where the keys stand among the features around the middle of one picture of the map. */
let walk: { readonly bounds: Surface["bounds"]; readonly features: readonly FeatureRef[]; at: number } | null = null;

/** What keys do on the map beyond panning and zooming, which the map does itself. @returns whether the key meant something. */
export function pressOnMap(event: KeyboardEvent): boolean {
  const { map, drawing } = useSurface.getState();
  if (!map || drawing || !(event.target instanceof Element) || event.target.id !== MAP_ELEMENT_ID) return false;
  if (event.key === "n" || event.key === "N") {
    step(map, event.shiftKey ? -1 : 1);
    return true;
  }
  if (event.key === "Enter") {
    enter(map, event.shiftKey);
    return true;
  }
  return false;
}

function around(map: ZoneMap): readonly FeatureRef[] {
  const { bounds } = useSurface.getState();
  if (!bounds) return [];
  return featuresAroundMiddle(useLedgers.getState().layers, useView.getState(), map.camera, bounds);
}

function step(map: ZoneMap, by: 1 | -1): void {
  const { bounds } = useSurface.getState();
  if (walk?.bounds !== bounds) walk = { bounds, features: around(map), at: by > 0 ? -1 : 0 };
  const { features } = walk;
  if (features.length === 0) return;
  walk.at = (walk.at + by + features.length) % features.length;
  const feature = features[walk.at]!;
  const from = pixelsFromMiddle(map.camera, positionOf(feature));
  const { clientWidth, clientHeight } = document.getElementById(MAP_ELEMENT_ID)!;
  hover(feature, { x: clientWidth / 2 + from.x, y: clientHeight / 2 + from.y });
}

/** The same as a click: on the feature pointed at, else on the nearest; rings may also begin at the bare middle. */
function enter(map: ZoneMap, add: boolean): void {
  const { lon, lat, zoom } = map.camera;
  const { hovered, bounds } = useSurface.getState();
  const pointed = hovered && walk?.bounds === bounds ? hovered : null;
  const feature = pointed ?? (useView.getState().tool === "rings" ? null : (around(map)[0] ?? null));
  if (!feature && useView.getState().tool !== "rings") {
    map.moveTo({ ...map.camera, zoom: zoom + ZOOM_STEP });
    return;
  }
  clickMap(feature, feature ? positionOf(feature) : [lon, lat], { add });
}

function positionOf({ layer, row }: FeatureRef): [number, number] {
  const { lonLat } = findLedger(layer)!.snapshot;
  return [lonLat[row * 2]!, lonLat[row * 2 + 1]!];
}

/** A card that a key called up points at nothing once the map has moved. @returns a function that ends it. */
export function forgetWalkOnMove(): () => void {
  return useSurface.subscribe(({ bounds }, before) => {
    if (bounds === before.bounds || !walk || walk.bounds === bounds) return;
    walk = null;
    hover(null, useSurface.getState().hoveredAt);
  });
}
