/**
 * The part of apache-arrow that snapshots use. Its own types bring Node's with them, which data/ must not know.
 *
 * @see https://arrow.apache.org/js/
 */

export interface DataType {
  readonly typeId: number;
}
export const DataType: Readonly<
  Record<"isBool" | "isDate" | "isDictionary" | "isFloat" | "isTimestamp" | "isUtf8", (type: DataType) => boolean>
>;
export const Binary: new () => DataType;
export const Bool: new () => DataType;
export const DateDay: new () => DataType;
export const Float32: new () => DataType;
export const Float64: new () => DataType;
export const TimestampMillisecond: new () => DataType;
export const Uint8: new () => DataType;
export const Uint16: new () => DataType;
export const Utf8: new () => DataType;
export const FixedSizeBinary: new (byteWidth: number) => DataType;
export const FixedSizeList: new (listSize: number, child: Field) => DataType;
export const Struct: new (children: readonly Field[]) => DataType;
export const Dictionary: new (values: DataType, indices: DataType, id?: number) => DataType;

export class Field {
  constructor(name: string, type: DataType, nullable?: boolean, metadata?: ReadonlyMap<string, string>);
  readonly name: string;
  readonly type: DataType;
  readonly metadata: ReadonlyMap<string, string>;
}

export class Schema {
  constructor(fields: readonly Field[], metadata?: ReadonlyMap<string, string>);
  readonly fields: readonly Field[];
  readonly metadata: ReadonlyMap<string, string>;
}

type NumberArray = Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array | BigInt64Array;

/** One run of a column: Arrow's buffers, and its children or dictionary. */
export interface Data {
  readonly type: DataType;
  readonly length: number;
  readonly values: NumberArray;
  readonly valueOffsets: Int32Array;
  /** Empty when every value is known. */
  readonly nullBitmap: Uint8Array;
  readonly children: readonly Data[];
  readonly dictionary?: Vector;
}

export function makeData(parts: {
  type: DataType;
  length?: number;
  nullCount?: number;
  nullBitmap?: Uint8Array | null;
  data?: NumberArray;
  valueOffsets?: Int32Array;
  child?: Data;
  children?: readonly Data[];
  dictionary?: Vector;
}): Data;

export class Vector {
  constructor(runs: readonly Data[]);
  readonly length: number;
  readonly data: readonly Data[];
  get(row: number): unknown;
  toArray(): ArrayLike<unknown>;
}

export class RecordBatch {
  constructor(schema: Schema, data: Data);
}

export class Table {
  constructor(schema: Schema, batches: readonly RecordBatch[]);
  readonly schema: Schema;
  readonly numRows: number;
  getChild(name: string): Vector | null;
}

export function tableFromIPC(bytes: Uint8Array): Table;
export function tableToIPC(table: Table, type: "stream"): Uint8Array;
