/** Shapes as lists of parts; points have one part with one position. */
export interface ShapeSpec {
  readonly type: 0 | 1 | 3 | 5 | 8 | 11 | 15 | 31;
  readonly parts: readonly (readonly (readonly [number, number])[])[];
}

/** The files `.shp` and `.shx`. */
export function makeShapes(shapes: readonly ShapeSpec[]): { shp: Buffer; shx: Buffer } {
  const contents = shapes.map(makeContent);
  const records = contents.map((content, index) => {
    const lead = Buffer.alloc(8);
    lead.writeInt32BE(index + 1, 0);
    lead.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([lead, content]);
  });
  let at = 100;
  const index = records.map((record) => {
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(at / 2, 0);
    entry.writeInt32BE(record.length / 2 - 4, 4);
    at += record.length;
    return entry;
  });
  return { shp: withHeader(records, shapes[0]?.type ?? 0), shx: withHeader(index, shapes[0]?.type ?? 0) };
}

function withHeader(records: readonly Buffer[], type: number): Buffer {
  const header = Buffer.alloc(100);
  const body = Buffer.concat(records);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, body]);
}

const doubles = (values: readonly number[]): Buffer => Buffer.from(Float64Array.from(values).buffer);
const integers = (values: readonly number[]): Buffer => Buffer.from(Int32Array.from(values).buffer);

function makeContent({ type, parts }: ShapeSpec): Buffer {
  const positions = parts.flat();
  const box = doubles([0, 0, 0, 0]);
  if (type === 0) return integers([0]);
  if (type === 1) return Buffer.concat([integers([1]), doubles(positions[0]!)]);
  if (type === 11) return Buffer.concat([integers([11]), doubles([...positions[0]!, 100, 0])]);
  if (type === 8) return Buffer.concat([integers([8]), box, integers([positions.length]), doubles(positions.flat())]);
  const starts = parts.map((_, index) => parts.slice(0, index).flat().length);
  const plane = [
    integers([type]),
    box,
    integers([parts.length, positions.length, ...starts]),
    doubles(positions.flat()),
  ];
  const heights = doubles([0, 0, ...positions.map(() => 100)]);
  return Buffer.concat(type === 15 ? [...plane, heights] : plane);
}

export interface DbfField {
  readonly name: string | Uint8Array;
  readonly type: string;
  readonly length: number;
}

/** @param records - values as they stand in the file, which are padded with blanks. */
export function makeDbf(
  fields: readonly DbfField[],
  records: readonly (readonly (string | Uint8Array)[])[],
  { driver = 0, deleted = [] as number[] } = {},
): Buffer {
  const recordBytes = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header[0] = 3;
  header.writeUInt32LE(records.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(recordBytes, 10);
  header[29] = driver;
  fields.forEach(({ name, type, length }, index) => {
    const at = 32 + index * 32;
    Buffer.from(name as string).copy(header, at, 0, 10);
    header[at + 11] = type.charCodeAt(0);
    header[at + 16] = length;
  });
  header[header.length - 1] = 0x0d;
  const rows = records.map((values, index) => {
    const row = Buffer.alloc(recordBytes, " ");
    if (deleted.includes(index)) row[0] = 0x2a;
    let at = 1;
    values.forEach((value, i) => {
      const { length } = fields[i]!;
      Buffer.from(value as string).copy(row, at, 0, length);
      at += length;
    });
    return row;
  });
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}
