import type { OutlineColumns } from "./outline-columns.ts";
import { PackedText, packKnown, packTexts, SharedText } from "./packed-text.ts";
import type { CodeColumn } from "./snapshot.ts";
import { IdColumn, type SnapshotTable, SubstancesColumn, type TableColumn } from "./table.ts";

/**
 * The table of some rows of another one: the same coordinates, values, plane, revision and data date, so that whatever is measured
 * between these rows is measured the same.
 *
 * @param rows - row numbers, ascending, each at most once.
 */
export function takeRows(table: SnapshotTable, rows: readonly number[]): SnapshotTable {
  const lonLat = takeGroups(table.lonLat, rows, 2);
  const outlines = table.outlines && takeOutlines(table.outlines, rows);
  return {
    ...table,
    count: rows.length,
    extent: extentOf(outlines?.lonLat ?? lonLat),
    lonLat,
    outlines,
    ids: new IdColumn(takeGroups(table.ids.bytes, rows, 16)),
    codes: takeTexts(table.codes, rows),
    names: table.names instanceof PackedText ? takeTexts(table.names, rows) : takeShared(table.names, rows),
    positionErrorM: takeGroups(table.positionErrorM, rows, 1),
    district: takeCodes(table.district, rows),
    source: takeCodes(table.source, rows),
    observedOn: { type: "time", milliseconds: takeGroups(table.observedOn.milliseconds, rows, 1) },
    columns: Object.fromEntries(Object.entries(table.columns).map(([id, column]) => [id, takeColumn(column, rows)])),
  };
}

function takeColumn(column: TableColumn, rows: readonly number[]): TableColumn {
  if (column instanceof SubstancesColumn) return new SubstancesColumn(takeTexts(column.json, rows));
  if (column instanceof PackedText) return takeTexts(column, rows);
  if (column instanceof SharedText) return takeShared(column, rows);
  switch (column.type) {
    case "code":
      return takeCodes(column, rows);
    case "number":
      return { type: "number", numbers: takeGroups(column.numbers, rows, 1) };
    case "time":
      return { type: "time", milliseconds: takeGroups(column.milliseconds, rows, 1) };
    case "boolean":
      return { type: "boolean", states: takeGroups(column.states, rows, 1) };
  }
}

/** The list of values stays whole: which codes a layer has is not a matter of the rows. */
const takeCodes = ({ values, indices }: CodeColumn, rows: readonly number[]): CodeColumn => ({
  type: "code",
  values,
  indices: takeGroups(indices, rows, 1),
});

const takeShared = ({ values, indices }: SharedText, rows: readonly number[]): SharedText =>
  new SharedText(values, takeGroups(indices, rows, 1));

function takeTexts(texts: PackedText, rows: readonly number[]): PackedText {
  const taken = rows.map((row) => texts.get(row));
  const { bytes, offsets } = packTexts(taken);
  // A column without gaps stays one without, and one that may have them keeps its bitmap: readers see the same type.
  const known = texts.known === null ? null : packKnown(taken.length, (row) => taken[row] !== null);
  return new PackedText(bytes, offsets, known);
}

function takeOutlines({ kind, featureStart, partStart, lonLat }: OutlineColumns, rows: readonly number[]) {
  const featureStarts = [0];
  const partStarts = [0];
  const pieces: Float64Array[] = [];
  let vertices = 0;
  for (const row of rows) {
    for (let part = featureStart[row]!; part < featureStart[row + 1]!; part++) {
      const [from, to] = [partStart[part]!, partStart[part + 1]!];
      pieces.push(lonLat.subarray(from * 2, to * 2));
      vertices += to - from;
      partStarts.push(vertices);
    }
    featureStarts.push(partStarts.length - 1);
  }
  const joined = new Float64Array(vertices * 2);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return {
    kind: takeGroups(kind, rows, 1),
    featureStart: Uint32Array.from(featureStarts),
    partStart: Uint32Array.from(partStarts),
    lonLat: joined,
  };
}

type Numbers = Float64Array | Float32Array | Uint16Array | Uint8Array;

/** Rows of a column that has `size` numbers a row. */
function takeGroups<Values extends Numbers>(values: Values, rows: readonly number[], size: number): Values {
  const taken = new (values.constructor as new (length: number) => Values)(rows.length * size);
  rows.forEach((row, i) => {
    for (let k = 0; k < size; k++) taken[i * size + k] = values[row * size + k]!;
  });
  return taken;
}

function extentOf(lonLat: Float64Array): [number, number, number, number] | null {
  if (lonLat.length === 0) return null;
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  for (let i = 0; i < lonLat.length; i += 2) {
    extent[0] = Math.min(extent[0], lonLat[i]!);
    extent[1] = Math.min(extent[1], lonLat[i + 1]!);
    extent[2] = Math.max(extent[2], lonLat[i]!);
    extent[3] = Math.max(extent[3], lonLat[i + 1]!);
  }
  return extent;
}
