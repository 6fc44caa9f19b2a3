import { toMercatorX, toMercatorY, WORLD_PX } from "../map/mercator.ts";
import type { FeatureRef } from "../map/picture.ts";
import { findRow } from "./features.ts";
import { goToFeature, openFeature } from "./go-to-feature.ts";
import { findLedger, useLedgers } from "./ledgers.ts";
import { selectRows } from "./selections.ts";
import { hover, useSurface } from "./surface.ts";
import type { FeatureKey } from "./view.ts";
import { useView } from "./view-store.ts";

/** Opens a feature that a list names, and moves the map there. */
export function openListed(key: FeatureKey): void {
  const ledger = findLedger(key.layer);
  const row = findRow(useLedgers.getState().layers, key);
  if (!ledger || row === null) return;
  const { rows } = selectRows(ledger.definition, ledger.snapshot, useView.getState());
  openFeature(ledger, row, rows !== null && rows[row] !== 1);
  goToFeature(ledger, row);
}

/** Points at a feature that a list names as if the pointer were on it; at nothing where it lies beside what the map shows. */
export function hoverListed(feature: FeatureRef | null): void {
  const { hoveredAt } = useSurface.getState();
  const at = feature && pixelOf(feature);
  hover(at && feature, at ?? hoveredAt);
}

/** Pixels from the map's corner; `null` beside what the map shows. */
function pixelOf({ layer, row }: FeatureRef): { x: number; y: number } | null {
  const { bounds, zoom } = useSurface.getState();
  const snapshot = findLedger(layer)?.snapshot;
  if (!snapshot || !bounds) return null;
  const [lon, lat] = [snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!];
  const [west, south, east, north] = bounds;
  if (lon < west || lon > east || lat < south || lat > north) return null;
  const worldPx = WORLD_PX * 2 ** zoom;
  return {
    x: (toMercatorX(lon) - toMercatorX(west)) * worldPx,
    y: (toMercatorY(lat) - toMercatorY(north)) * worldPx,
  };
}
