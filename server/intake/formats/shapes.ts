import type { Geometry, Position } from "geojson";
import { groupRings } from "#data/geometry/group-rings.ts";
import { signedDoubleArea } from "#data/geometry/outlines.ts";
import { type Notice, UnreadableFile } from "./delivery.ts";
import { FileWindow } from "./file-window.ts";
import { MOST_LINE_BYTES } from "./limits.ts";

/** @see ESRI Shapefile Technical Description, July 1998 */
const FILE_CODE = 9994;
const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
/** Numbers below it mean "no data". */
const NO_DATA = -1e38;

export interface ShapeFile {
  readonly notices: readonly Notice[];
  /** @returns `null` for a shape without a place, a text that says why there is none. */
  read(index: number): Geometry | null | string;
  close(): void;
}

/**
 * @param shxPath - the index; without it the shapes are taken in the order in which they stand.
 * @param recordCount - of the table.
 */
export async function openShapes(path: string, shxPath: string | null, recordCount: number): Promise<ShapeFile> {
  const file = new FileWindow(path);
  try {
    const header = file.read(0, HEADER_BYTES);
    if (!header || header.readInt32BE(0) !== FILE_CODE)
      throw new UnreadableFile("broken-shapefile", "the .shp is damaged: its first bytes are not those of a shapefile");
    const offsets = (shxPath && readIndex(shxPath)) || findRecords(file);
    const notices: Notice[] = [];
    if (!shxPath) notices.push({ code: "missing-shx", detail: "" });
    const announced = header.readInt32BE(24) * 2;
    if (announced > file.bytes) notices.push({ code: "cut-off", detail: `.shp: ${file.bytes} / ${announced} B` });
    if (offsets.length !== recordCount)
      notices.push({ code: "cut-off", detail: `.shp: ${offsets.length}, .dbf: ${recordCount}` });
    return {
      notices,
      read(index) {
        const offset = offsets[index];
        if (offset === undefined) return "the .shp has no shape for it";
        const lead = file.read(offset, RECORD_HEADER_BYTES);
        const length = lead ? lead.readInt32BE(4) * 2 : -1;
        if (length > MOST_LINE_BYTES) return "its shape is larger than any shape is";
        const content = lead && length >= 4 ? file.read(offset + RECORD_HEADER_BYTES, length) : null;
        return content ? readShape(content) : "its shape lies behind the end of the .shp";
      },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** @returns `null` when the index is damaged. */
function readIndex(path: string): number[] | null {
  const file = new FileWindow(path);
  try {
    if (file.read(0, 4)?.readInt32BE(0) !== FILE_CODE) return null;
    const offsets: number[] = [];
    for (let at = HEADER_BYTES; ; at += 8) {
      const entry = file.read(at, 8);
      if (!entry) return offsets;
      offsets.push(entry.readInt32BE(0) * 2);
    }
  } finally {
    file.close();
  }
}

function findRecords(file: FileWindow): number[] {
  const offsets: number[] = [];
  for (let at = HEADER_BYTES; ; ) {
    const lead = file.read(at, RECORD_HEADER_BYTES);
    const length = lead?.readInt32BE(4) ?? -1;
    if (length < 2) return offsets;
    offsets.push(at);
    at += RECORD_HEADER_BYTES + length * 2;
  }
}

/** Heights and measures are passed over. */
function readShape(content: Buffer): Geometry | null | string {
  const type = content.readInt32LE(0);
  try {
    switch (type % 10) {
      case 0:
        return null;
      case 1:
        return type === 31 ? "its shape is a 3D surface (MultiPatch)" : readPoint(content);
      case 3:
        return toLines(readParts(content));
      case 5:
        return toPolygons(readParts(content));
      case 8:
        return toPoints(readPositions(content, 40, content.readInt32LE(36)));
      default:
        return `its shape is of an unknown type ${type}`;
    }
  } catch (error) {
    if (error instanceof RangeError) return "its shape is damaged: it announces more than it holds";
    throw error;
  }
}

function readPoint(content: Buffer): Geometry | null {
  const [x, y] = [content.readDoubleLE(4), content.readDoubleLE(12)];
  return x > NO_DATA && y > NO_DATA ? { type: "Point", coordinates: [x, y] } : null;
}

function readPositions(content: Buffer, at: number, count: number): Position[] {
  // A count that cannot fit is refused before an array of that length is asked for.
  if (count < 0 || at + count * 16 > content.length) throw new RangeError("positions behind the end");
  return Array.from({ length: count }, (_, i) => [
    content.readDoubleLE(at + i * 16),
    content.readDoubleLE(at + i * 16 + 8),
  ]);
}

function readParts(content: Buffer): Position[][] {
  const [partCount, pointCount] = [content.readInt32LE(36), content.readInt32LE(40)];
  if (partCount < 0 || 44 + partCount * 4 > content.length) throw new RangeError("parts behind the end");
  const positions = readPositions(content, 44 + partCount * 4, pointCount);
  return Array.from({ length: partCount }, (_, i) => {
    const end = i + 1 < partCount ? content.readInt32LE(48 + i * 4) : pointCount;
    return positions.slice(content.readInt32LE(44 + i * 4), end);
  }).filter((part) => part.length > 0);
}

function toPoints(positions: Position[]): Geometry | null {
  return positions.length === 0 ? null : { type: "MultiPoint", coordinates: positions };
}

function toLines(parts: Position[][]): Geometry | null {
  if (parts.length === 0) return null;
  return parts.length === 1
    ? { type: "LineString", coordinates: parts[0]! }
    : { type: "MultiLineString", coordinates: parts };
}

/** Outer rings run clockwise in a shapefile, holes the other way round, and nothing says which hole is whose. */
function toPolygons(rings: Position[][]): Geometry | null {
  if (rings.length === 0) return null;
  if (rings.length === 1) return { type: "Polygon", coordinates: rings };
  const sources = new Map<Float64Array, Position[]>(
    rings.map((ring) => [Float64Array.from([...ring].reverse().slice(1).flat()), ring] as const),
  );
  const grouped = groupRings([...sources.keys()]);
  const polygons: Position[][][] = [];
  for (const ring of grouped) {
    if (signedDoubleArea(ring) > 0) polygons.push([sources.get(ring)!]);
    else polygons.at(-1)!.push(sources.get(ring)!);
    sources.delete(ring);
  }
  // Holes in nothing: the program that wrote them turned its rings the wrong way.
  for (const ring of sources.values()) polygons.push([ring]);
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0]! }
    : { type: "MultiPolygon", coordinates: polygons };
}
