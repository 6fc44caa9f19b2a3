import type { Feature, Geometry, Position } from "geojson";
import type { LayerDefinition } from "../layers/define.ts";
import type { AttributeValue } from "../layers/feature.ts";
import { formatLocalDay, formatLocalMinute } from "./local-time.ts";
import type { Snapshot } from "./snapshot.ts";
import { UNKNOWN_CODE } from "./snapshot.ts";

/** A row's geometry in WGS84, rings closed; a point when the layer has no outlines. */
export function rowGeometry(snapshot: Pick<Snapshot, "lonLat" | "outlines">, row: number): Geometry {
  const { outlines, lonLat } = snapshot;
  if (!outlines) return { type: "Point", coordinates: [lonLat[row * 2]!, lonLat[row * 2 + 1]!] };
  const lines: Position[][] = [];
  for (let part = outlines.featureStart[row]!; part < outlines.featureStart[row + 1]!; part++) {
    const line: Position[] = [];
    for (let i = outlines.partStart[part]!; i < outlines.partStart[part + 1]!; i++)
      line.push([outlines.lonLat[i * 2]!, outlines.lonLat[i * 2 + 1]!]);
    lines.push(line);
  }
  const single = lines.length === 1;
  switch (outlines.kind[row]) {
    case 0:
      return single
        ? { type: "Point", coordinates: lines[0]![0]! }
        : { type: "MultiPoint", coordinates: lines.map((line) => line[0]!) };
    case 1:
      return single ? { type: "LineString", coordinates: lines[0]! } : { type: "MultiLineString", coordinates: lines };
    default: {
      const polygons = groupRings(lines);
      return polygons.length === 1
        ? { type: "Polygon", coordinates: polygons[0]! }
        : { type: "MultiPolygon", coordinates: polygons };
    }
  }
}

/** Outer rings run counter-clockwise, their holes follow them clockwise. */
function groupRings(rings: Position[][]): Position[][][] {
  const polygons: Position[][][] = [];
  for (const ring of rings) {
    const closed = [...ring, ring[0]!];
    const current = polygons[polygons.length - 1];
    if (current && isClockwise(ring)) current.push(closed);
    else polygons.push([closed]);
  }
  return polygons;
}

function isClockwise(ring: Position[]): boolean {
  const [x0, y0] = ring[0] as [number, number];
  let area = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    area += (a[0]! - x0) * (b[1]! - y0) - (b[0]! - x0) * (a[1]! - y0);
  }
  return area < 0;
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
