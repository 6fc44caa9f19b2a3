import type { Geometry, Position } from "geojson";
import { getLayer } from "#data/layers/index.ts";
import { buildTable, type SnapshotRow } from "#data/snapshot/build.ts";
import { projectTable } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";

export const ZONE: readonly [number, number] = [122.26, 43.62];

/** What a test says of a feature; the rest is filled in. */
export type Row = Pick<SnapshotRow, "geometry"> & Partial<SnapshotRow>;

/** UUID of the n-th row that states no id. */
export const idOf = (n: number): string => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** A snapshot as the server would deliver it, from a few rows. */
export function makeSnapshot(layer: string, rows: readonly Row[], center: readonly [number, number] = ZONE): Snapshot {
  const records = rows.map((row, n) => ({
    id: idOf(n),
    code: `N${n}`,
    name: "",
    attributes: {},
    positionErrorM: null,
    districtCode: null,
    source: "test",
    observedOn: null,
    ...row,
  }));
  return projectTable(buildTable(getLayer(layer), records, 1, center));
}

export const point = (lon: number, lat: number): Geometry => ({ type: "Point", coordinates: [lon, lat] });

/** To nine decimals, so that the snapshot has the very line that the test measures with. */
export const line = (...positions: Position[]): Geometry => ({
  type: "LineString",
  coordinates: positions.map(toNineDecimals),
});

/** A polygon of these corners, closed here; to nine decimals too. */
export const polygon = (...corners: Position[]): Geometry => ({
  type: "Polygon",
  coordinates: [[...corners, corners[0]!].map(toNineDecimals)],
});

const toNineDecimals = (position: Position): Position => position.map((degrees) => Number(degrees.toFixed(9)));
