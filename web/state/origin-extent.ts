import { findRow } from "./features.ts";
import type { Extent } from "./home-extent.ts";
import { findLedger, useLedgers } from "./ledgers.ts";
import { rowsExtent } from "./rows-extent.ts";
import { useSurface } from "./surface.ts";
import type { RingOrigin } from "./view.ts";

/** A place has no extent of its own: some 300 m of its surroundings. */
const AROUND_DEG = 0.0015;

/** Moves the map to the origin of the rings. */
export function showOrigin(origin: RingOrigin): void {
  const extent = originExtent(origin);
  if (extent) useSurface.getState().map?.fit(extent, 120);
}

function originExtent(origin: RingOrigin): Extent | null {
  if (origin.kind === "features") {
    const ledger = findLedger(origin.layer);
    const { layers } = useLedgers.getState();
    const rows = origin.ids.flatMap((id) => findRow(layers, { layer: origin.layer, id }) ?? []);
    return ledger && rows.length > 0 ? rowsExtent([{ snapshot: ledger.snapshot, rows }]) : null;
  }
  const { shape } = origin;
  const positions =
    shape.type === "Point"
      ? [shape.coordinates]
      : shape.type === "LineString"
        ? shape.coordinates
        : shape.coordinates[0];
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  const around = shape.type === "Point" ? AROUND_DEG : 0;
  return [
    Math.min(...lons) - around,
    Math.min(...lats) - around,
    Math.max(...lons) + around,
    Math.max(...lats) + around,
  ];
}
