import type { Feature, Geometry } from "geojson";
import { positionsOf, ringsToGeoJson } from "../geometry/to-geojson.ts";
import type { LayerDefinition } from "../layers/define.ts";
import type { AttributeValue } from "../layers/feature.ts";
import { formatLocalDay, formatLocalMinute } from "./local-time.ts";
import type { Snapshot } from "./snapshot.ts";
import { UNKNOWN_CODE } from "./snapshot.ts";

/** A row's geometry in WGS84, rings closed; a point when the layer has no outlines. */
export function rowGeometry(snapshot: Pick<Snapshot, "lonLat" | "outlines">, row: number): Geometry {
  const { outlines, lonLat } = snapshot;
  if (!outlines) return { type: "Point", coordinates: [lonLat[row * 2]!, lonLat[row * 2 + 1]!] };
  const parts: Float64Array[] = [];
  for (let part = outlines.featureStart[row]!; part < outlines.featureStart[row + 1]!; part++)
    parts.push(outlines.lonLat.subarray(outlines.partStart[part]! * 2, outlines.partStart[part + 1]! * 2));
  if (outlines.kind[row] === 2) return ringsToGeoJson(parts);
  const lines = parts.map(positionsOf);
  const single = lines.length === 1;
  if (outlines.kind[row] === 1)
    return single ? { type: "LineString", coordinates: lines[0]! } : { type: "MultiLineString", coordinates: lines };
  return single
    ? { type: "Point", coordinates: lines[0]![0]! }
    : { type: "MultiPoint", coordinates: lines.map((line) => line[0]!) };
}

/** The value of an attribute in a row, in the form of the record; `null` when it is not known. */
export function rowValue(
  snapshot: Pick<Snapshot, "columns">,
  layer: LayerDefinition,
  attribute: string,
  row: number,
): AttributeValue {
  const column = snapshot.columns[attribute];
  switch (column?.type) {
    case undefined:
      return null;
    case "code":
      return column.indices[row] === UNKNOWN_CODE ? null : column.values[column.indices[row]!]!;
    case "number":
      return Number.isNaN(column.numbers[row]) ? null : column.numbers[row]!;
    case "boolean":
      return column.states[row] === 2 ? null : column.states[row] === 1;
    case "time": {
      const time = column.milliseconds[row]!;
      if (Number.isNaN(time)) return null;
      return layer.attributes[attribute]?.type === "date" ? formatLocalDay(time) : formatLocalMinute(time);
    }
    case "text":
    case "list":
      return column.get(row);
  }
}

/** Properties of an exported feature: what every feature has, then the layer's attributes that are not personal. */
export interface RowProperties {
  readonly code: string;
  readonly name: string;
  readonly district: string | null;
  readonly source: string | null;
  readonly observedOn: string | null;
  readonly positionErrorM: number | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** A row as a GeoJSON feature whose id is the feature's UUID. Gaps are `null`. */
export function rowToGeoJson(
  snapshot: Omit<Snapshot, "plane" | "xy" | "boxes">,
  layer: LayerDefinition,
  row: number,
): Feature<Geometry, RowProperties> {
  const code = ({ values, indices }: Snapshot["district"]) => values[indices[row]!] ?? null;
  const observed = snapshot.observedOn.milliseconds[row]!;
  const error = snapshot.positionErrorM[row]!;
  return {
    type: "Feature",
    id: snapshot.ids.get(row)!,
    geometry: rowGeometry(snapshot, row),
    properties: {
      code: snapshot.codes.get(row)!,
      name: snapshot.names.get(row)!,
      district: code(snapshot.district),
      source: code(snapshot.source),
      observedOn: Number.isNaN(observed) ? null : formatLocalDay(observed),
      positionErrorM: Number.isNaN(error) ? null : error,
      attributes: Object.fromEntries(
        Object.keys(snapshot.columns).map((id) => [id, rowValue(snapshot, layer, id, row)]),
      ),
    },
  };
}
