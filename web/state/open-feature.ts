import { getLayer } from "#data/layers/index.ts";
import { findRow } from "./features.ts";
import { findLedger, useLedgers } from "./ledgers.ts";
import { useSurface } from "./surface.ts";
import type { FeatureKey } from "./view.ts";
import { changeView } from "./view-store.ts";

/** Opens the details of a feature and brings it before the eye, close enough to be seen by itself. */
export function openFeature(key: FeatureKey): void {
  changeView({ detail: { layer: key.layer, id: key.id }, tool: "detail" });
  const row = findRow(useLedgers.getState().layers, key);
  const snapshot = findLedger(key.layer)?.snapshot;
  const { map } = useSurface.getState();
  if (row === null || !snapshot || !map) return;
  const zoom = Math.max(map.camera.zoom, getLayer(key.layer).symbol.minZoom + 1);
  map.moveTo({ ...map.camera, lon: snapshot.lonLat[row * 2]!, lat: snapshot.lonLat[row * 2 + 1]!, zoom });
}
