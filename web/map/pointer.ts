import type { Map as MapLibreMap, MapMouseEvent, Marker } from "maplibre-gl";
import type { PlacedBadge } from "./badge-scene.ts";
import { outlinesMinZoom } from "./outlines.ts";
import { findUnder, metresPerPixel } from "./pick.ts";
import type { FeatureRef, MapEvents, MapPicture } from "./picture.ts";
import type { SceneBuilder } from "./scene.ts";
import { symbolLayers } from "./scene-view.ts";
import { symbolSizePx } from "./symbol-atlas.ts";

/** What a pointer may miss a symbol by. */
const SLACK_PX = { mouse: 2, touch: 10 };

interface Shown {
  readonly picture: MapPicture;
  readonly badges: readonly PlacedBadge[];
}

/** Turns pointer events into the features and badges under them. `shown` is what is on the screen, `null` before the first picture. */
export function listenToPointer(
  map: MapLibreMap,
  scene: SceneBuilder,
  shown: () => Shown | null,
  events: MapEvents,
  isDrawing: () => boolean,
): void {
  let pending: { x: number; y: number } | null = null;
  let hovered: FeatureRef | null = null;
  let slack = SLACK_PX.mouse;

  const featureAt = (x: number, y: number): FeatureRef | null => {
    const now = shown();
    if (!now) return null;
    const { lng, lat } = map.unproject([x, y]);
    const zoom = map.getZoom();
    const pixelM = metresPerPixel(lat, zoom);
    let outline: FeatureRef | null = null;
    for (const layer of symbolLayers(now.picture, zoom).toReversed()) {
      const { definition, snapshot, visible } = layer;
      const symbolM = (symbolSizePx(zoom, definition.symbol.minZoom) / 2 + slack) * pixelM;
      const outlineM = zoom < outlinesMinZoom(definition) ? null : (3 + slack) * pixelM;
      const hit = findUnder(snapshot, scene.columns(layer), [lng, lat], symbolM, outlineM, visible);
      if (hit?.part === "symbol") return { layer: definition.id, row: hit.row };
      if (hit) outline ??= { layer: definition.id, row: hit.row };
    }
    return outline;
  };

  const badgeAt = (x: number, y: number): PlacedBadge | null =>
    shown()?.badges.find((badge) => {
      const at = map.project([badge.lonLat[0], badge.lonLat[1]]);
      return Math.abs(at.x - x) <= badge.widthPx / 2 && Math.abs(at.y - y) <= badge.heightPx / 2;
    }) ?? null;

  const hover = () => {
    if (!pending) return;
    const pointer = pending;
    pending = null;
    const at = map.unproject([pointer.x, pointer.y]);
    events.onPointer([at.lng, at.lat]);
    if (isDrawing()) return;
    const feature = featureAt(pointer.x, pointer.y);
    map.getCanvas().style.cursor = feature || badgeAt(pointer.x, pointer.y) ? "pointer" : "";
    if (feature || hovered) events.onHover(feature, pointer);
    hovered = feature;
  };

  map.on("mousemove", (event) => {
    if (!pending) requestAnimationFrame(hover);
    pending = { x: event.point.x, y: event.point.y };
  });
  map.on("mouseout", () => {
    pending = null;
    events.onPointer(null);
    if (hovered) events.onHover(null, { x: 0, y: 0 });
    hovered = null;
  });
  map.on("touchstart", () => {
    slack = SLACK_PX.touch;
  });
  map.on("mousedown", (event) => {
    const source = event.originalEvent as MouseEvent & { sourceCapabilities?: { firesTouchEvents?: boolean } };
    slack = source.sourceCapabilities?.firesTouchEvents ? SLACK_PX.touch : SLACK_PX.mouse;
  });
  map.on("click", (event: MapMouseEvent) => {
    if (isDrawing()) return;
    const { x, y } = event.point;
    const feature = featureAt(x, y);
    const badge = feature ? null : badgeAt(x, y);
    if (badge) {
      map.easeTo({ center: [badge.lonLat[0], badge.lonLat[1]], zoom: map.getZoom() + 1.5, duration: 350 });
      return;
    }
    const { ctrlKey, shiftKey, metaKey } = event.originalEvent;
    events.onClick(feature, [event.lngLat.lng, event.lngLat.lat], { add: ctrlKey || shiftKey || metaKey });
  });
}

/** The ring around the hovered symbol: a page element, so that hovering draws no frame of the map. */
export function hoverRing(map: MapLibreMap, Ring: new (options: { element: HTMLElement }) => Marker) {
  const element = document.createElement("div");
  element.className = "map-hover";
  const marker = new Ring({ element });
  return (picture: MapPicture): void => {
    const { hovered } = picture;
    const layer = hovered && picture.layers.find((each) => each.definition.id === hovered.layer);
    if (!hovered || !layer || hovered.row >= layer.snapshot.count) {
      marker.remove();
      return;
    }
    const { minZoom } = layer.definition.symbol;
    const size = map.getZoom() < minZoom ? 14 : symbolSizePx(map.getZoom(), minZoom) + 4;
    element.style.width = `${size}px`;
    element.style.height = `${size}px`;
    const [lon, lat] = [layer.snapshot.lonLat[hovered.row * 2]!, layer.snapshot.lonLat[hovered.row * 2 + 1]!];
    marker.setLngLat([lon, lat]).addTo(map);
  };
}
