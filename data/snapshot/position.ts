import type { OutlineColumns } from "./outline-columns.ts";

/** A computed place needs no more than the tenth of a millimetre, and a double that ends in zero bytes packs to two thirds. */
const PLACES_PER_DEGREE = 2 ** 30;

/**
 * Where a symbol for each outline stands: a point itself, the middle of the longest line, a point inside the largest polygon.
 *
 * @returns `[lon0, lat0, …]`, always on or in the outline, give or take 0.06 mm on either axis.
 */
export function displayPositions(outlines: OutlineColumns): Float64Array {
  const { kind, featureStart, partStart, lonLat } = outlines;
  const positions = new Float64Array(kind.length * 2);
  const ringOf = (part: number) => lonLat.subarray(partStart[part]! * 2, partStart[part + 1]! * 2);
  for (let row = 0; row < kind.length; row++) {
    const parts: Float64Array[] = [];
    for (let part = featureStart[row]!; part < featureStart[row + 1]!; part++) parts.push(ringOf(part));
    positions.set(
      kind[row] === 0 ? parts[0]!.subarray(0, 2) : rounded(kind[row] === 1 ? onLines(parts) : inPolygons(parts)),
      row * 2,
    );
  }
  return positions;
}

const rounded = ([longitude, latitude]: readonly [number, number]): [number, number] => [
  Math.round(longitude * PLACES_PER_DEGREE) / PLACES_PER_DEGREE,
  Math.round(latitude * PLACES_PER_DEGREE) / PLACES_PER_DEGREE,
];

/** Degrees of longitude shrink with latitude: without this, a line's middle would lie off by up to its eastward share. */
const shrink = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);

const stepLength = (line: Float64Array, i: number): number =>
  Math.hypot((line[i + 2]! - line[i]!) * shrink(line[i + 1]!), line[i + 3]! - line[i + 1]!);

function lengthOf(line: Float64Array): number {
  let length = 0;
  for (let i = 0; i + 3 < line.length; i += 2) length += stepLength(line, i);
  return length;
}

function onLines(lines: readonly Float64Array[]): [number, number] {
  const line = lines.length === 1 ? lines[0]! : lines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  let left = lengthOf(line) / 2;
  let i = 0;
  for (; i + 3 < line.length; i += 2) {
    const step = stepLength(line, i);
    if (step >= left && step > 0) {
      const share = left / step;
      return [line[i]! + (line[i + 2]! - line[i]!) * share, line[i + 1]! + (line[i + 3]! - line[i + 1]!) * share];
    }
    left -= step;
  }
  return [line[i]!, line[i + 1]!];
}

/** Twice the area, below 0 for a hole. */
function doubleArea(ring: Float64Array): number {
  let area = 0;
  for (let i = 2; i + 3 < ring.length; i += 2)
    area += (ring[i]! - ring[0]!) * (ring[i + 3]! - ring[1]!) - (ring[i + 2]! - ring[0]!) * (ring[i + 1]! - ring[1]!);
  return area;
}

/** The middle of the widest stretch inside the largest polygon, on the parallel through the middle of its extent. */
function inPolygons(rings: readonly Float64Array[]): [number, number] {
  const largest = rings.length === 1 ? rings[0]! : rings.reduce((a, b) => (doubleArea(b) > doubleArea(a) ? b : a));
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < largest.length; i += 2) {
    south = Math.min(south, largest[i]!);
    north = Math.max(north, largest[i]!);
  }
  const latitude = (south + north) / 2;
  // All rings of the row: holes must be left out, and other polygons of the row do no harm.
  const crossings = rings.flatMap((ring) => crossingsOf(ring, latitude)).sort((a, b) => a - b);
  let widest = -1;
  let longitude = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width > widest) [widest, longitude] = [width, (crossings[i]! + crossings[i + 1]!) / 2];
  }
  // A ring without height has no inside: its first vertex is at least on it.
  return widest < 0 ? [largest[0]!, largest[1]!] : [longitude, latitude];
}

/** Longitudes at which a ring crosses a parallel. */
function crossingsOf(ring: Float64Array, latitude: number): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [y1, y2] = [ring[j + 1]!, ring[i + 1]!];
    if (y1 > latitude !== y2 > latitude)
      crossings.push(ring[j]! + ((latitude - y1) / (y2 - y1)) * (ring[i]! - ring[j]!));
  }
  return crossings;
}
