import type { Geometry, Position } from "geojson";
import { type Bounds, boundsOf } from "#data/geodesy/wkb.ts";
import { FileSink } from "./file-sink.ts";

/** The kinds of geometry that a Shapefile tells apart; one file holds one of them. */
export type ShapeKind = "point" | "multipoint" | "line" | "polygon";

const SHAPE_TYPES: Readonly<Record<ShapeKind, number>> = { point: 1, line: 3, polygon: 5, multipoint: 8 };

export const shapeKindOf = (type: Geometry["type"]): ShapeKind => {
  switch (type) {
    case "Point":
      return "point";
    case "MultiPoint":
      return "multipoint";
    case "LineString":
    case "MultiLineString":
      return "line";
    case "Polygon":
    case "MultiPolygon":
      return "polygon";
    case "GeometryCollection":
      throw new RangeError("a Shapefile holds no collections");
  }
};

const HEADER_BYTES = 100;
/** Lengths are 32-bit, and programs read them as signed bytes: 2 GB is what all of them can open. */
const MAX_BYTES = 2 ** 31 - 1;

/** The message is for the caller. */
export class ShapefileFull extends Error {}

/**
 * The geometries of one Shapefile and their index.
 *
 * @see ESRI Shapefile Technical Description (July 1998)
 */
export class ShapeFile {
  readonly #kind: ShapeKind;
  readonly #shapes: FileSink;
  readonly #index: FileSink;
  #extent: Bounds | null = null;
  #count = 0;

  /** @param stem - path without ending. */
  constructor(stem: string, kind: ShapeKind) {
    this.#kind = kind;
    this.#shapes = new FileSink(`${stem}.shp`);
    this.#index = new FileSink(`${stem}.shx`);
    for (const sink of [this.#shapes, this.#index]) sink.write(Buffer.alloc(HEADER_BYTES));
  }

  /** @throws ShapefileFull */
  add(geometry: Geometry): void {
    const bounds = boundsOf(geometry);
    const content = contentOf(geometry, this.#kind, bounds);
    if (this.#shapes.length + 8 + content.length > MAX_BYTES)
      throw new ShapefileFull("the outlines are more than the 2 GB that a Shapefile holds: ask for another format");
    this.#extent = this.#extent ? union(this.#extent, bounds) : bounds;
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(this.#shapes.length / 2, 0);
    entry.writeInt32BE(content.length / 2, 4);
    this.#index.write(entry);
    const header = Buffer.alloc(8);
    header.writeInt32BE(++this.#count, 0);
    header.writeInt32BE(content.length / 2, 4);
    this.#shapes.write(header);
    this.#shapes.write(content);
  }

  close(): void {
    for (const sink of [this.#shapes, this.#index]) {
      sink.patch(0, headerOf(sink.length, SHAPE_TYPES[this.#kind], this.#extent ?? [0, 0, 0, 0]));
      sink.close();
    }
  }
}

const union = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

function headerOf(bytes: number, type: number, bounds: Bounds): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(bytes / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  for (const [i, value] of bounds.entries()) header.writeDoubleLE(value, 36 + i * 8);
  return header;
}

function contentOf(geometry: Geometry, kind: ShapeKind, bounds: Bounds): Buffer {
  const parts = partsOf(geometry);
  const positions = parts.flat();
  if (kind === "point") {
    const content = Buffer.alloc(20);
    content.writeInt32LE(SHAPE_TYPES.point, 0);
    writePositions(content, 4, positions);
    return content;
  }
  const listed = kind === "multipoint" ? 0 : 4 + parts.length * 4;
  const content = Buffer.alloc(40 + listed + positions.length * 16);
  content.writeInt32LE(SHAPE_TYPES[kind], 0);
  for (const [i, value] of bounds.entries()) content.writeDoubleLE(value, 4 + i * 8);
  if (kind !== "multipoint") content.writeInt32LE(parts.length, 36);
  content.writeInt32LE(positions.length, kind === "multipoint" ? 36 : 40);
  if (kind !== "multipoint") {
    let first = 0;
    for (const [i, part] of parts.entries()) {
      content.writeInt32LE(first, 44 + i * 4);
      first += part.length;
    }
  }
  writePositions(content, 40 + listed, positions);
  return content;
}

function writePositions(content: Buffer, at: number, positions: readonly Position[]): void {
  for (const [i, [x, y]] of positions.entries()) {
    content.writeDoubleLE(x!, at + i * 16);
    content.writeDoubleLE(y!, at + i * 16 + 8);
  }
}

/** Outer rings run clockwise here and holes the other way, the opposite of GeoJSON. */
function partsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case "Point":
      return [[geometry.coordinates]];
    case "MultiPoint":
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
      return geometry.coordinates;
    case "Polygon":
      return geometry.coordinates.map((ring, i) => wound(ring, i === 0));
    case "MultiPolygon":
      return geometry.coordinates.flatMap((rings) => rings.map((ring, i) => wound(ring, i === 0)));
    case "GeometryCollection":
      throw new RangeError("a Shapefile holds no collections");
  }
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  const [x0, y0] = ring[0]!;
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    area += (ax! - x0!) * (by! - y0!) - (bx! - x0!) * (ay! - y0!);
  }
  return area < 0 === clockwise ? ring : ring.toReversed();
}
