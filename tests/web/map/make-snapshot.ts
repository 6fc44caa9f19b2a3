import type { Geometry } from "geojson";
import type { AttributeValue } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { projectTable } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";

export const ZONE: readonly [number, number] = [122.26, 43.62];

export interface Row {
  readonly name?: string;
  readonly geometry: Geometry;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** A snapshot as the server would deliver it, from a few rows. */
export function makeSnapshot(layer: string, rows: readonly Row[]): Snapshot {
  const records = rows.map((row, index) => ({
    id: `0190a000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`,
    code: `N${index}`,
    name: row.name ?? "",
    geometry: row.geometry,
    attributes: row.attributes ?? {},
    positionErrorM: null,
    districtCode: null,
    source: "test",
    observedOn: null,
  }));
  return projectTable(buildTable(getLayer(layer), records, 1, ZONE));
}

export const point = (lon: number, lat: number): Geometry => ({ type: "Point", coordinates: [lon, lat] });
