import {
  Bool,
  type Data,
  DataType,
  DateDay,
  Dictionary,
  Field,
  FixedSizeBinary,
  Float32,
  Float64,
  makeData,
  TimestampMillisecond,
  Uint16,
  Utf8,
  Vector,
} from "./arrow-library.js";
import { DAY_MS } from "./local-time.ts";
import { isKnown, PackedText, packKnown, packTexts, SharedText } from "./packed-text.ts";
import { type BooleanColumn, type CodeColumn, type NumberColumn, type TimeColumn, UNKNOWN_CODE } from "./snapshot.ts";
import { SubstancesColumn, type TableColumn } from "./table.ts";

/** A field of the schema and its values: a record batch is made of these. */
export interface ArrowColumn {
  readonly field: Field;
  readonly data: Data;
}

const EXTENSION = "ARROW:extension:name";

/** Arrow keeps the names of its own and others' extension types in the field's metadata. */
export const extension = (name: string, metadata = ""): ReadonlyMap<string, string> =>
  new Map([
    [EXTENSION, name],
    ["ARROW:extension:metadata", metadata],
  ]);

/** Gaps are marked twice: in Arrow's bitmap for other readers, and in the value itself so that ours needs no copy. */
function flat(
  name: string,
  type: DataType,
  data: Parameters<typeof makeData>[0]["data"],
  known: Uint8Array | null,
  count: number,
  rest: { dictionary?: Vector; metadata?: ReadonlyMap<string, string> } = {},
): ArrowColumn {
  const { dictionary, metadata } = rest;
  return {
    field: new Field(name, type, known !== null, metadata),
    data: makeData({ type, data, nullBitmap: known, length: count, ...(dictionary && { dictionary }) }),
  };
}

export const idColumn = (name: string, bytes: Uint8Array): ArrowColumn =>
  flat(name, new FixedSizeBinary(16), bytes, null, bytes.length / 16, { metadata: extension("arrow.uuid") });

/** Marks a dictionary column whose values are free text, not a code list. */
const SHARED_TEXT = new Map([["column", "text"]]);

/** @param id - unique in the table: Arrow finds dictionaries by number. */
export const sharedTextColumn = (name: string, text: SharedText, id: number): ArrowColumn =>
  codeColumn(name, { type: "code", values: text.values, indices: text.indices }, id, SHARED_TEXT);

export function textColumn(name: string, text: PackedText, metadata?: ReadonlyMap<string, string>): ArrowColumn {
  const type = new Utf8();
  return {
    field: new Field(name, type, text.known !== null, metadata),
    data: makeData({ type, data: text.bytes, valueOffsets: text.offsets, nullBitmap: text.known }),
  };
}

/** @param id - unique in the table: Arrow finds dictionaries by number. */
export function codeColumn(
  name: string,
  { values, indices }: CodeColumn,
  id: number,
  metadata?: ReadonlyMap<string, string>,
): ArrowColumn {
  const known = packKnown(indices.length, (row) => indices[row] !== UNKNOWN_CODE);
  const dictionary = new Vector([textColumn(name, packTexts(values)).data]);
  return flat(name, new Dictionary(new Utf8(), new Uint16(), id), indices, known, indices.length, {
    dictionary,
    metadata,
  });
}

export function numberColumn(name: string, { numbers }: NumberColumn): ArrowColumn {
  const known = packKnown(numbers.length, (row) => !Number.isNaN(numbers[row]));
  return flat(name, new Float64(), numbers, known, numbers.length);
}

export function floatColumn(name: string, numbers: Float32Array): ArrowColumn {
  const known = packKnown(numbers.length, (row) => !Number.isNaN(numbers[row]));
  return flat(name, new Float32(), numbers, known, numbers.length);
}

/** @param unit - `day` when the column only ever holds midnights. */
export function timeColumn(name: string, { milliseconds }: TimeColumn, unit: "day" | "minute"): ArrowColumn {
  const count = milliseconds.length;
  const known = packKnown(count, (row) => !Number.isNaN(milliseconds[row]));
  if (unit === "day") {
    const days = Int32Array.from(milliseconds, (time) => (Number.isNaN(time) ? 0 : time / DAY_MS));
    return flat(name, new DateDay(), days, known, count);
  }
  const times = new BigInt64Array(count);
  for (let row = 0; row < count; row++) {
    const time = milliseconds[row]!;
    times[row] = BigInt(Number.isNaN(time) ? 0 : time);
  }
  return flat(name, new TimestampMillisecond(), times, known, count);
}

export function booleanColumn(name: string, { states }: BooleanColumn): ArrowColumn {
  const known = packKnown(states.length, (row) => states[row] !== 2);
  const bits = new Uint8Array(Math.ceil(states.length / 64) * 8);
  states.forEach((state, row) => {
    if (state === 1) bits[row >> 3]! |= 1 << (row & 7);
  });
  return flat(name, new Bool(), bits, known, states.length);
}

const gapsOf = (data: Data): Uint8Array | null => (data.nullBitmap?.length > 0 ? data.nullBitmap : null);

/** A run's values without the padding that Arrow puts after them. @param width - values per row. */
export const valuesOf = <Values extends Data["values"]>(data: Data, width = 1): Values =>
  data.values.subarray(0, data.length * width) as Values;

/** Where each list of a run begins, and where the last one ends. */
export const startsOf = (data: Data): Int32Array => data.valueOffsets.subarray(0, data.length + 1);

export const readText = (data: Data): PackedText =>
  new PackedText(data.values as Uint8Array, startsOf(data), gapsOf(data));

export function readCodes(data: Data): CodeColumn {
  const text = readText(data.dictionary!.data[0]!);
  const values = Array.from({ length: data.dictionary!.length }, (_, index) => text.get(index)!);
  return { type: "code", values, indices: valuesOf<Uint16Array>(data) };
}

export function readSharedText(data: Data): SharedText {
  const { values, indices } = readCodes(data);
  return new SharedText(values, indices);
}

export function readTimes(data: Data): TimeColumn {
  const known = gapsOf(data);
  const { length, values } = data;
  const milliseconds = new Float64Array(length);
  if (values instanceof Int32Array) {
    for (let row = 0; row < length; row++) milliseconds[row] = values[row]! * DAY_MS;
  } else {
    // As two halves: a BigInt per value would cost ten times as much.
    const halves = new Int32Array(values.buffer, values.byteOffset, length * 2);
    for (let row = 0; row < length; row++)
      milliseconds[row] = halves[row * 2 + 1]! * 4_294_967_296 + (halves[row * 2]! >>> 0);
  }
  if (known) for (let row = 0; row < length; row++) if (!isKnown(known, row)) milliseconds[row] = Number.NaN;
  return { type: "time", milliseconds };
}

function readBooleans(data: Data): BooleanColumn {
  const known = gapsOf(data);
  const bits = data.values as Uint8Array;
  const states = new Uint8Array(data.length);
  for (let row = 0; row < states.length; row++)
    states[row] = known && !isKnown(known, row) ? 2 : Number(isKnown(bits, row));
  return { type: "boolean", states };
}

/** A column of attributes as it was encoded. @throws RangeError for a type that we never write. */
export function readColumn(field: Field, data: Data): TableColumn {
  const { type } = field;
  if (DataType.isDictionary(type)) return field.metadata.has("column") ? readSharedText(data) : readCodes(data);
  if (DataType.isFloat(type)) return { type: "number", numbers: valuesOf<Float64Array>(data) };
  if (DataType.isBool(type)) return readBooleans(data);
  if (DataType.isUtf8(type))
    return field.metadata.get(EXTENSION) === "arrow.json" ? new SubstancesColumn(readText(data)) : readText(data);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return readTimes(data);
  throw new RangeError(`column ${field.name} has a type that snapshots do not use`);
}
