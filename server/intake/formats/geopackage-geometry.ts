import type { Geometry, Position } from "geojson";
import { mergeGeometries } from "./merge-geometries.ts";

/** Bytes of the envelope, by its code in the flags. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];
const MOST_DEPTH = 8;

/**
 * Reads what the record's own WKB never has: heights, measures, collections and empty shapes.
 *
 * @returns `null` for an empty geometry, a text that says why there is none.
 * @see OGC 12-128r18, 2.1.3 (GeoPackage geometry encoding); OGC 06-103r4, 8.2 (WKB)
 */
export function readPackageGeometry(blob: Uint8Array): Geometry | null | string {
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined) return "its geometry is not that of a GeoPackage";
  if ((flags & 0x10) !== 0) return null;
  try {
    return new WkbReader(blob.subarray(8 + envelope)).geometry(0);
  } catch (error) {
    if (error instanceof RangeError) return `its geometry is damaged: ${error.message}`;
    throw error;
  }
}

interface Form {
  readonly little: boolean;
  readonly type: number;
  /** Ordinates beyond the first two. */
  readonly extra: number;
}

class WkbReader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): Geometry | null {
    if (depth > MOST_DEPTH) throw new RangeError("it is nested too deeply");
    const form = this.#form();
    switch (form.type) {
      case 1: {
        const position = this.#position(form);
        // A point without a place is written as two NaN.
        return position.every(Number.isNaN) ? null : { type: "Point", coordinates: position };
      }
      case 2: {
        const coordinates = this.#line(form);
        return coordinates.length === 0 ? null : { type: "LineString", coordinates };
      }
      case 3: {
        const coordinates = this.#many(form, 4, () => this.#line(form)).filter((ring) => ring.length > 0);
        return coordinates.length === 0 ? null : { type: "Polygon", coordinates };
      }
      case 4:
      case 5:
      case 6:
      case 7:
        return this.#members(form, depth);
      default:
        throw new RangeError(`it is a curve or a surface (type ${form.type})`);
    }
  }

  #members(form: Form, depth: number): Geometry | null {
    const members = this.#many(form, 5, () => this.geometry(depth + 1)).filter((member) => member !== null);
    if (members.length === 0) return null;
    const merged = mergeGeometries(members);
    if (!merged) throw new RangeError("it mixes points, lines or areas");
    const isMulti = form.type < 7 && !merged.type.startsWith("Multi");
    return isMulti ? asMulti(merged) : merged;
  }

  /** Third ordinates are announced by thousands (ISO) or by the highest bits (PostGIS). */
  #form(): Form {
    const little = this.#view.getUint8(this.#at) === 1;
    const code = this.#view.getUint32(this.#at + 1, little);
    this.#at += 5 + ((code & 0x20000000) !== 0 ? 4 : 0);
    const plain = code & 0x0fffffff;
    const byThousands = [0, 1, 1, 2][Math.floor(plain / 1000)] ?? 0;
    const byBits = ((code & 0x80000000) !== 0 ? 1 : 0) + ((code & 0x40000000) !== 0 ? 1 : 0);
    return { little, type: plain < 4000 ? plain % 1000 : plain, extra: byThousands + byBits };
  }

  #many<T>({ little }: Form, bytesEach: number, read: () => T): T[] {
    const count = this.#view.getUint32(this.#at, little);
    this.#at += 4;
    // A count that cannot fit is refused before an array of that length is asked for.
    if (count * bytesEach > this.#view.byteLength - this.#at) throw new RangeError("it announces more than it holds");
    return Array.from({ length: count }, read);
  }

  #line(form: Form): Position[] {
    return this.#many(form, 16, () => this.#position(form));
  }

  #position({ little, extra }: Form): Position {
    const position = [this.#view.getFloat64(this.#at, little), this.#view.getFloat64(this.#at + 8, little)];
    this.#at += 16 + extra * 8;
    return position;
  }
}

/** A multi-geometry of one stays what it was delivered as. */
function asMulti(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case "Point":
      return { type: "MultiPoint", coordinates: [geometry.coordinates] };
    case "LineString":
      return { type: "MultiLineString", coordinates: [geometry.coordinates] };
    case "Polygon":
      return { type: "MultiPolygon", coordinates: [geometry.coordinates] };
    default:
      return geometry;
  }
}
