import type { Geometry, Position } from "geojson";

/**
 * Well-known binary, the form in which the record keeps geometry: two dimensions, no SRID.
 *
 * @see OGC 06-103r4, 8.2 (Simple Feature Access, part 1)
 */
const TYPES = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"] as const;

/** The geometry types that can be written as WKB here; `GeometryCollection` is not one of them. */
export type WkbGeometry = Extract<Geometry, { type: (typeof TYPES)[number] }>;

/** West, south, east, north, in the units of the geometry. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const POSITION_BYTES = 16;
const HEADER_BYTES = 5;

/** The single geometries that a geometry is made of, each as its rings (a point is one ring of one position). */
function partsOf(geometry: WkbGeometry): Position[][][] {
  switch (geometry.type) {
    case "Point":
      return [[[geometry.coordinates]]];
    case "LineString":
      return [[geometry.coordinates]];
    case "Polygon":
      return [geometry.coordinates];
    case "MultiPoint":
      return geometry.coordinates.map((position) => [[position]]);
    case "MultiLineString":
      return geometry.coordinates.map((line) => [line]);
    case "MultiPolygon":
      return geometry.coordinates;
  }
}

function assertWritable(geometry: Geometry): asserts geometry is WkbGeometry {
  if (!(TYPES as readonly string[]).includes(geometry?.type))
    throw new RangeError(`a ${geometry?.type} cannot be written as WKB; one of ${TYPES.join(", ")} can`);
}

/**
 * Writes a geometry as little-endian WKB. Third and further ordinates are dropped.
 *
 * @param geometry - any GeoJSON geometry but a collection; not empty. Rings are written as they are, closed or not.
 * @throws RangeError on a collection, an empty geometry, or an ordinate that is not a finite number.
 */
export function toWkb(geometry: Geometry): Uint8Array {
  assertWritable(geometry);
  const type = TYPES.indexOf(geometry.type) + 1;
  const partType = type > 3 ? type - 3 : type;
  const parts = partsOf(geometry);
  if (parts.length === 0) throw new RangeError(`an empty ${geometry.type} has no place`);

  const partHeader = HEADER_BYTES + (partType === 1 ? 0 : 4);
  let size = type > 3 ? HEADER_BYTES + 4 : 0;
  for (const rings of parts) {
    size += partHeader;
    for (const ring of rings) size += (partType === 3 ? 4 : 0) + ring.length * POSITION_BYTES;
  }

  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const writeCount = (count: number) => {
    view.setUint32(at, count, true);
    at += 4;
  };
  const writeHeader = (code: number) => {
    view.setUint8(at, 1);
    at += 1;
    writeCount(code);
  };

  if (type > 3) {
    writeHeader(type);
    writeCount(parts.length);
  }
  for (const rings of parts) {
    writeHeader(partType);
    if (partType === 3) writeCount(rings.length);
    if (rings.length === 0) throw new RangeError(`a ${geometry.type} has a part without rings`);
    for (const ring of rings) {
      if (partType !== 1) writeCount(ring.length);
      if (ring.length === 0) throw new RangeError(`a ${geometry.type} has a part without positions`);
      for (const position of ring) {
        const x = position?.[0];
        const y = position?.[1];
        if (!Number.isFinite(x) || !Number.isFinite(y))
          throw new RangeError(`a position needs two finite numbers, not ${JSON.stringify(position)}`);
        view.setFloat64(at, x as number, true);
        view.setFloat64(at + 8, y as number, true);
        at += POSITION_BYTES;
      }
    }
  }
  return bytes;
}

interface Reader {
  readonly view: DataView;
  at: number;
}

function readCount(reader: Reader, littleEndian: boolean, bytesEach: number): number {
  const count = reader.view.getUint32(reader.at, littleEndian);
  reader.at += 4;
  // A count that cannot fit is refused before an array of that length is asked for.
  if (count * bytesEach > reader.view.byteLength - reader.at)
    throw new RangeError(`WKB announces ${count} parts but ends before them`);
  return count;
}

function readPosition(reader: Reader, littleEndian: boolean): Position {
  const x = reader.view.getFloat64(reader.at, littleEndian);
  const y = reader.view.getFloat64(reader.at + 8, littleEndian);
  reader.at += POSITION_BYTES;
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError("WKB holds an ordinate that is not finite");
  return [x, y];
}

function readLine(reader: Reader, littleEndian: boolean): Position[] {
  const positions: Position[] = new Array(readCount(reader, littleEndian, POSITION_BYTES));
  for (let i = 0; i < positions.length; i++) positions[i] = readPosition(reader, littleEndian);
  return positions;
}

function readMany<T>(reader: Reader, littleEndian: boolean, bytesEach: number, read: () => T): T[] {
  const items: T[] = new Array(readCount(reader, littleEndian, bytesEach));
  for (let i = 0; i < items.length; i++) items[i] = read();
  return items;
}

function readGeometry(reader: Reader, expected?: WkbGeometry["type"]): WkbGeometry {
  const order = reader.view.getUint8(reader.at);
  if (order > 1) throw new RangeError(`WKB byte order must be 0 or 1, not ${order}`);
  const little = order === 1;
  const code = reader.view.getUint32(reader.at + 1, little);
  reader.at += HEADER_BYTES;
  const type = TYPES[code - 1];
  if (!type) throw new RangeError(`WKB type ${code} is not one of the six plane geometries`);
  if (expected && type !== expected) throw new RangeError(`a multi-geometry of ${expected} holds a ${type}`);

  const part = <G extends WkbGeometry>(partType: G["type"]) => (readGeometry(reader, partType) as G).coordinates;
  switch (type) {
    case "Point":
      return { type, coordinates: readPosition(reader, little) };
    case "LineString":
      return { type, coordinates: readLine(reader, little) };
    case "Polygon":
      return { type, coordinates: readMany(reader, little, 4, () => readLine(reader, little)) };
    case "MultiPoint":
      return { type, coordinates: readMany(reader, little, 21, () => part("Point") as Position) };
    case "MultiLineString":
      return { type, coordinates: readMany(reader, little, 9, () => part("LineString") as Position[]) };
    case "MultiPolygon":
      return { type, coordinates: readMany(reader, little, 9, () => part("Polygon") as Position[][]) };
  }
}

/**
 * Reads WKB of either byte order.
 *
 * @param bytes - one geometry and nothing after it, two dimensions, no SRID.
 * @throws RangeError on an unknown type, a bad byte order, trailing or missing bytes, or an ordinate that is not finite.
 */
export function fromWkb(bytes: Uint8Array): WkbGeometry {
  const reader: Reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  const geometry = readGeometry(reader);
  if (reader.at !== bytes.byteLength) throw new RangeError(`WKB ends at byte ${reader.at} of ${bytes.byteLength}`);
  return geometry;
}

/**
 * The smallest box around a geometry.
 *
 * @throws RangeError on a collection, an empty geometry, or an ordinate that is not a finite number.
 */
export function boundsOf(geometry: Geometry): Bounds {
  assertWritable(geometry);
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const rings of partsOf(geometry))
    for (const ring of rings)
      for (const position of ring) {
        const x = position[0] as number;
        const y = position[1] as number;
        if (!Number.isFinite(x) || !Number.isFinite(y))
          throw new RangeError(`a position needs two finite numbers, not ${JSON.stringify(position)}`);
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
  if (west > east) throw new RangeError(`an empty ${geometry.type} has no place`);
  return [west, south, east, north];
}
