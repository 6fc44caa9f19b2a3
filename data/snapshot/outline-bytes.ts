import type { OutlineColumns } from "./outline-columns.ts";

/** Outlines as they travel: feature `i` is `bytes[offsets[i] … offsets[i + 1]]`. */
export interface OutlineBytes {
  readonly bytes: Uint8Array;
  /** One more than there are features. */
  readonly offsets: Int32Array;
}

/** Outlines are kept in whole units of 1e-9 degrees (0.11 mm on the ground). */
const UNITS_PER_DEGREE = 1e9;

/** Adding 0 turns -0 into 0, which no sum of steps could bring back. */
const toUnits = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE) + 0;

/**
 * A vertex's degrees as a snapshot keeps them: to nine decimals, at most 0.06 mm away on either axis. The quotient of a whole number
 * and 1e9 is the double nearest to that decimal fraction, so a value that has no more than nine decimals stays as it is.
 */
export const roundVertex = (degrees: number): number => toUnits(degrees) / UNITS_PER_DEGREE;

const isSinglePoint = ({ kind, featureStart }: Pick<OutlineColumns, "kind" | "featureStart">, row: number): boolean =>
  kind[row] === 0 && featureStart[row + 1]! - featureStart[row]! === 1;

/**
 * Packs outlines for delivery: per part its number of vertices, then the steps in 1e-9 degrees from vertex to vertex, longitude
 * before latitude. A feature's first step begins at its display position. A single point has no bytes: its display position is its
 * outline. Numbers are LEB128 varints, steps zigzag-coded (0, -1, 1, -2, …), so that a step of any length has room.
 *
 * @param outlines - vertices as `roundVertex` leaves them, except for single points.
 * @param lonLat - display positions; that of a single point is the point.
 * @see https://protobuf.dev/programming-guides/encoding/#varints
 */
export function packOutlines(outlines: OutlineColumns, lonLat: Float64Array): OutlineBytes {
  const { kind, featureStart, partStart, lonLat: vertices } = outlines;
  const offsets = new Int32Array(kind.length + 1);
  const out = new VarintWriter(vertices.length * 2 + partStart.length);
  for (let row = 0; row < kind.length; row++) {
    offsets[row + 1] = out.length;
    if (isSinglePoint(outlines, row)) continue;
    let longitude = toUnits(lonLat[row * 2]!);
    let latitude = toUnits(lonLat[row * 2 + 1]!);
    for (let part = featureStart[row]!; part < featureStart[row + 1]!; part++) {
      const end = partStart[part + 1]! * 2;
      out.write(partStart[part + 1]! - partStart[part]!);
      for (let i = partStart[part]! * 2; i < end; i += 2) {
        const [nextLongitude, nextLatitude] = [toUnits(vertices[i]!), toUnits(vertices[i + 1]!)];
        out.writeSigned(nextLongitude - longitude);
        out.writeSigned(nextLatitude - latitude);
        longitude = nextLongitude;
        latitude = nextLatitude;
      }
    }
    offsets[row + 1] = out.length;
  }
  return { bytes: out.take(), offsets };
}

/**
 * The outlines that `packOutlines` packed, every vertex as it was.
 *
 * @param kind - `OutlineKind` per feature.
 * @param lonLat - the same display positions.
 */
export function unpackOutlines(
  { bytes, offsets }: OutlineBytes,
  kind: Uint8Array,
  lonLat: Float64Array,
): OutlineColumns {
  const featureStart = new Uint32Array(kind.length + 1);
  const partStart = [0];
  const vertices = new Float64Array(countNumbers(bytes) + kind.length * 2);
  let length = 0;
  let at = 0;
  const read = (): number => {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++]!;
      // Whole-number arithmetic while it lasts: most steps end within 28 bits.
      if (shift < 28) value |= (byte & 0x7f) << shift;
      else value += (byte & 0x7f) * 2 ** shift;
    }
    return value;
  };
  const readSigned = (): number => {
    const value = read();
    if (value < 2 ** 28) return (value >> 1) ^ -(value & 1);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  for (let row = 0; row < kind.length; row++) {
    const end = offsets[row + 1]!;
    if (offsets[row] === end) {
      vertices[length++] = lonLat[row * 2]!;
      vertices[length++] = lonLat[row * 2 + 1]!;
      partStart.push(length / 2);
    } else {
      let longitude = toUnits(lonLat[row * 2]!);
      let latitude = toUnits(lonLat[row * 2 + 1]!);
      while (at < end) {
        for (let left = read(); left > 0; left--) {
          longitude += readSigned();
          latitude += readSigned();
          vertices[length++] = longitude / UNITS_PER_DEGREE;
          vertices[length++] = latitude / UNITS_PER_DEGREE;
        }
        partStart.push(length / 2);
      }
    }
    featureStart[row + 1] = partStart.length - 1;
  }
  return { kind, featureStart, partStart: Uint32Array.from(partStart), lonLat: vertices.slice(0, length) };
}

/** Every number ends in a byte below 0x80. */
function countNumbers(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! < 0x80) count++;
  return count;
}

/** Longest number: twice 360 degrees in units is below 2 ** 42, six groups of seven bits. */
const LONGEST = 6;

class VarintWriter {
  #bytes: Uint8Array;
  length = 0;

  /** @param room - bytes to begin with. */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  write(value: number): void {
    if (this.length + LONGEST > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2 + LONGEST);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    // Bitwise operators would cut off what is above 2 ** 31.
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#bytes[this.length++] = (rest % 0x80) | 0x80;
    this.#bytes[this.length++] = rest;
  }

  writeSigned(value: number): void {
    this.write(value < 0 ? -2 * value - 1 : 2 * value);
  }

  take(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}
