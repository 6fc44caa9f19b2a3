import type { LayerDefinition } from "#data/layers/define.ts";
import { SharedText } from "#data/snapshot/packed-text.ts";
import type { Column, Selection, Snapshot } from "#data/snapshot/snapshot.ts";

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** How many of the selected features have their display position within the bounds. */
export function countInView(lonLat: Float64Array, bounds: Bounds, selection: Selection): number {
  const [west, south, east, north] = bounds;
  // A map that shows the antimeridian counts its longitudes on beyond 180°, or from -180° down.
  const turns = west < -180 || east > 180 ? [-360, 0, 360] : [0];
  let count = 0;
  for (const turn of turns) {
    for (let row = 0, i = 0; i < lonLat.length; row++, i += 2) {
      if (selection && selection[row] === 0) continue;
      const lon = lonLat[i]! + turn;
      const lat = lonLat[i + 1]!;
      if (lon >= west && lon <= east && lat >= south && lat <= north) count++;
    }
  }
  return count;
}

/** How many features have each value of a property, and how many have none. */
export interface ValueCounts {
  /** Codes, texts, or `true` and `false`; a value that no feature has is absent. */
  readonly known: ReadonlyMap<string | boolean, number>;
  readonly unknown: number;
}

/** Counts among the selected features. A property with a value of its own for nearly every feature is not made for this. */
export function countValues(column: Column, count: number, selection: Selection): ValueCounts {
  const known = new Map<string | boolean, number>();
  let unknown = 0;
  if (column.type === "code" || column instanceof SharedText) {
    // Both keep 65535 for the unknown, which no list of values reaches.
    const counts = new Uint32Array(column.values.length);
    eachSelected(count, selection, (row) => {
      const index = column.indices[row]!;
      if (index < counts.length) counts[index]!++;
      else unknown++;
    });
    column.values.forEach((value, index) => {
      if (counts[index]! > 0) known.set(value, counts[index]!);
    });
    return { known, unknown };
  }
  const valueAt = valueReader(column);
  eachSelected(count, selection, (row) => {
    const value = valueAt(row);
    if (value === null) unknown++;
    else known.set(value, (known.get(value) ?? 0) + 1);
  });
  return { known, unknown };
}

/** How many of the selected features have no value. */
export function countUnknown(column: Column, count: number, selection: Selection): number {
  const values = column.type === "number" ? column.numbers : column.type === "time" ? column.milliseconds : null;
  if (!values) return countValues(column, count, selection).unknown;
  let unknown = 0;
  eachSelected(count, selection, (row) => {
    if (Number.isNaN(values[row])) unknown++;
  });
  return unknown;
}

/** The least and greatest known value, in the column's unit (milliseconds for times); `null` when none is known. */
export function rangeOf(column: Column): readonly [number, number] | null {
  const values = column.type === "number" ? column.numbers : column.type === "time" ? column.milliseconds : [];
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least <= greatest ? [least, greatest] : null;
}

/** The column behind a property of the filter form; an attribute goes before a standard property of the same name. */
export function columnOf(snapshot: Snapshot, definition: LayerDefinition, property: string): Column {
  if (Object.hasOwn(definition.attributes, property)) return snapshot.columns[property]!;
  const standard: Readonly<Record<string, Column>> = {
    code: snapshot.codes,
    name: snapshot.names,
    district: snapshot.district,
    source: snapshot.source,
    observedOn: snapshot.observedOn,
  };
  const column = standard[property];
  if (!column) throw new RangeError(`${definition.id} has no ${property}`);
  return column;
}

function eachSelected(count: number, selection: Selection, visit: (row: number) => void): void {
  for (let row = 0; row < count; row++) if (!selection || selection[row] === 1) visit(row);
}

function valueReader(column: Column): (row: number) => string | boolean | null {
  if (column.type === "boolean") return (row) => [false, true, null][column.states[row]!]!;
  if (column.type === "text") return (row) => column.get(row);
  throw new RangeError(`values of a ${column.type} column are not counted one by one`);
}
