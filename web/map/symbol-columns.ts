import type { LayerDefinition } from "#data/layers/define.ts";
import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";
import { toMercatorX, toMercatorY } from "./mercator.ts";
import { attentionAttribute, isGraded, symbolClasses } from "./symbol-classes.ts";

/** A layer's features in the order in which they are drawn: the worst last, so that nothing covers it. */
export interface SymbolColumns {
  readonly count: number;
  /** Snapshot row of each drawn symbol. */
  readonly rows: Uint32Array;
  /** Place in the drawing order of each snapshot row. */
  readonly ranks: Uint32Array;
  /** `[lon0, lat0, …]` in drawing order. */
  readonly lonLat: Float64Array;
  /** `[x0, y0, …]` in drawing order, fractions of the world. */
  readonly mercator: Float64Array;
  /** Index into `symbolClasses(definition)`. */
  readonly classes: Uint8Array;
  readonly classCount: number;
  /** 1 where the symbol carries the attention dot. */
  readonly attention: Uint8Array;
}

export function toSymbolColumns(definition: LayerDefinition, snapshot: Snapshot): SymbolColumns {
  const { count } = snapshot;
  const rowClasses = classesByRow(definition, snapshot);
  const rowAttention = attentionByRow(definition, snapshot);
  const classCount = symbolClasses(definition).length;
  const rows = drawingOrder(rowClasses, rowAttention, isGraded(definition) ? classCount : 1);

  const ranks = new Uint32Array(count);
  const lonLat = new Float64Array(count * 2);
  const mercator = new Float64Array(count * 2);
  const classes = new Uint8Array(count);
  const attention = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    ranks[row] = i;
    const lon = snapshot.lonLat[row * 2]!;
    const lat = snapshot.lonLat[row * 2 + 1]!;
    lonLat[i * 2] = lon;
    lonLat[i * 2 + 1] = lat;
    mercator[i * 2] = toMercatorX(lon);
    mercator[i * 2 + 1] = toMercatorY(lat);
    classes[i] = rowClasses[row]!;
    attention[i] = rowAttention[row]!;
  }
  return { count, rows, ranks, lonLat, mercator, classes, classCount, attention };
}

/** What the symbol layer reads: 0 for a symbol that is filtered out, else 1 + its place in the atlas. */
export function toIconColumn(columns: SymbolColumns, visible: Selection): Uint8Array {
  const icons = new Uint8Array(columns.count);
  for (let i = 0; i < columns.count; i++) {
    if (visible && visible[columns.rows[i]!] === 0) continue;
    icons[i] = 1 + columns.classes[i]! * 2 + columns.attention[i]!;
  }
  return icons;
}

function classesByRow(definition: LayerDefinition, snapshot: Snapshot): Uint8Array {
  const classes = symbolClasses(definition);
  const result = new Uint8Array(snapshot.count).fill(classes.length - 1);
  const column = definition.symbol.by ? snapshot.columns[definition.symbol.by] : undefined;
  if (column?.type !== "code") return result;
  const classOf = column.values.map((code) => classes.findIndex((each) => each.code === code));
  for (let row = 0; row < snapshot.count; row++) {
    const found = classOf[column.indices[row]!] ?? -1;
    if (found >= 0) result[row] = found;
  }
  return result;
}

function attentionByRow(definition: LayerDefinition, snapshot: Snapshot): Uint8Array {
  const result = new Uint8Array(snapshot.count);
  const id = attentionAttribute(definition);
  const attribute = id ? definition.attributes[id] : undefined;
  const column = id ? snapshot.columns[id] : undefined;
  if (attribute?.type !== "code" || column?.type !== "code") return result;
  const best = attribute.values.at(-1)?.code;
  const needs = column.values.map((code) => (code === best ? 0 : 1));
  for (let row = 0; row < snapshot.count; row++) result[row] = needs[column.indices[row]!] ?? 0;
  return result;
}

/** A stable counting sort: best first, then those that need attention. With one rank the ledger's order stays. */
function drawingOrder(classes: Uint8Array, attention: Uint8Array, ranks: number): Uint32Array {
  const key = (row: number) => (ranks > 1 ? ranks - 1 - classes[row]! : 0) + attention[row]! * ranks;
  // The unknown value is the last class, hence drawn first: a known grade covers it, never the reverse.
  const starts = new Uint32Array(ranks * 2 + 1);
  for (let row = 0; row < classes.length; row++) starts[key(row) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const rows = new Uint32Array(classes.length);
  for (let row = 0; row < classes.length; row++) rows[starts[key(row)]!++] = row;
  return rows;
}
