import { flushSync } from "react-dom";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import type { Ledger } from "./ledgers.ts";
import { GROUND_LAYERS } from "./picture.ts";
import { useSurface } from "./surface.ts";
import { changeView } from "./view-store.ts";

/** Around an outline, so that what it borders on is seen too. */
const PADDING_PX = 96;

/** How much nearer than where symbols separate: there a symbol no longer stands in a crowd. */
const NEARER = 2;

/** Moves the map to a feature: all of its outline, or near enough that a point's symbol is drawn. */
export function goToFeature({ definition, snapshot }: Ledger, row: number): void {
  const { map } = useSurface.getState();
  if (!map) return;
  const extent = boundsOf(rowGeometry(snapshot, row));
  const [west, south, east, north] = extent;
  if (east > west || north > south) map.fit(extent, PADDING_PX);
  else goToPlace([west, south], definition.symbol.minZoom + NEARER);
}

/** Moves the map to a place, and nearer where it is farther away than `zoom`. */
export function goToPlace([lon, lat]: readonly [number, number], zoom: number): void {
  const { map } = useSurface.getState();
  map?.moveTo({ ...map.camera, lon, lat, zoom: Math.max(map.camera.zoom, zoom) });
}

/** Opens a feature that was found: details, its layer on, and on the ground its outline. */
export function openFeature({ definition: { id: layer }, snapshot }: Ledger, row: number, isHidden: boolean): void {
  const isGround = GROUND_LAYERS.includes(layer);
  // At once, so that who moves the map next finds it beside the open panel.
  flushSync(() =>
    changeView(({ layers }) => ({
      detail: { layer, id: snapshot.ids.get(row)! },
      tool: "detail",
      ...(!isGround && !layers.includes(layer) && { layers: [...layers, layer] }),
    })),
  );
  // A symbol that a filter hides, and an outline of the ground that is never highlighted, need a pin.
  useSurface.setState({
    marker: isGround || isHidden ? [snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!] : null,
    found: isGround ? rowGeometry(snapshot, row) : null,
  });
}
