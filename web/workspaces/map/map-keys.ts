import { MAP_ELEMENT_ID } from "../../map/map-element.ts";
import type { FeatureRef, ZoneMap } from "../../map/picture.ts";
import { featuresAroundMiddle, pixelsFromMiddle } from "../../state/around-middle.ts";
import { findLedger, type Ledgers, useLedgers } from "../../state/ledgers.ts";
import { hover, type Surface, useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import { clickMap } from "./click-map.ts";

/** How much nearer Enter goes where the map shows counts: as a click on one does. */
const ZOOM_STEP = 1.5;

/** The features around the middle of one picture of the map, and which of them the keys point at. */
let walk: {
  readonly bounds: Surface["bounds"];
  /** Rows mean something in these only. */
  readonly layers: Ledgers["layers"];
  readonly features: readonly FeatureRef[];
  at: number;
} | null = null;

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
  const { layers } = useLedgers.getState();
  const last = pointedAt();
  if (walk?.bounds !== bounds || walk.layers !== layers) {
    const features = around(map);
    walk = { bounds, layers, features, at: features.findIndex((each) => last !== null && isSame(each, last)) };
  }
  const { features } = walk;
  if (features.length === 0) return;
  walk.at = (Math.max(walk.at, by > 0 ? -1 : 0) + by + features.length) % features.length;
  pointAt(map, features[walk.at]!);
}

function pointAt(map: ZoneMap, feature: FeatureRef): void {
  const from = pixelsFromMiddle(map.camera, positionOf(feature));
  const { clientWidth, clientHeight } = document.getElementById(MAP_ELEMENT_ID)!;
  hover(feature, { x: clientWidth / 2 + from.x, y: clientHeight / 2 + from.y });
}

/** What the keys point at, unless a pointer has pointed at something else since. */
function pointedAt(): FeatureRef | null {
  const { hovered } = useSurface.getState();
  const feature = walk?.layers === useLedgers.getState().layers ? walk.features[walk.at] : undefined;
  return feature && hovered && isSame(feature, hovered) ? feature : null;
}

const isSame = (a: FeatureRef, b: FeatureRef) => a.layer === b.layer && a.row === b.row;

/** The same as a click: on the feature pointed at, else on the nearest; rings may also begin at the bare middle. */
function enter(map: ZoneMap, add: boolean): void {
  const { lon, lat, zoom } = map.camera;
  const feature = pointedAt() ?? (useView.getState().tool === "rings" ? null : (around(map)[0] ?? null));
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

/** The card that a key called up stays with its feature while that is in view. @returns a function that ends it. */
export function followMoves(): () => void {
  return useSurface.subscribe(({ bounds, map, hoveredAt }, before) => {
    const feature = bounds === before.bounds ? null : pointedAt();
    if (!feature || !map || !bounds) return;
    const [lon, lat] = positionOf(feature);
    const [west, south, east, north] = bounds;
    if (lon >= west && lon <= east && lat >= south && lat <= north) pointAt(map, feature);
    else hover(null, hoveredAt);
  });
}
