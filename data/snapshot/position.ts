import type { OutlineColumns } from "./outline-columns.ts";

/**
 * Where a symbol for each outline stands: a point itself, the middle of the longest line, a point inside the largest polygon.
 *
 * @returns `[lon0, lat0, …]`, always on or in the outline.
 */
export function displayPositions(outlines: OutlineColumns): Float64Array {
  const { kinds, rowParts } = outlines;
  const positions = new Float64Array(kinds.length * 2);
  for (let row = 0; row < kinds.length; row++) {
    const first = rowParts[row]!;
    const end = rowParts[row + 1]!;
    const [longitude, latitude] =
      kinds[row] === 0
        ? vertexOf(outlines, firstVertex(outlines, first))
        : kinds[row] === 1
          ? middleOfLine(
              outlines,
              largest(first, end, (part) => lengthOf(outlines, part)),
            )
          : insideOf(
              outlines,
              largest(first, end, (part) => Math.abs(areaOf(outlines, part))),
            );
    positions[row * 2] = longitude;
    positions[row * 2 + 1] = latitude;
  }
  return positions;
}

type Position = readonly [longitude: number, latitude: number];

const vertexOf = ({ lonLat }: OutlineColumns, vertex: number): Position => [
  lonLat[vertex * 2]!,
  lonLat[vertex * 2 + 1]!,
];

const firstVertex = ({ partRings, ringVertices }: OutlineColumns, part: number): number =>
  ringVertices[partRings[part]!]!;

function largest(first: number, end: number, sizeOf: (part: number) => number): number {
  if (end - first === 1) return first;
  let best = first;
  let size = -1;
  for (let part = first; part < end; part++) {
    const each = sizeOf(part);
    if (each > size) [best, size] = [part, each];
  }
  return best;
}

/** Degrees of longitude shrink with latitude; without this a line's middle would lie off by up to its eastward share. */
const shrink = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);

function stepLength({ lonLat }: OutlineColumns, vertex: number): number {
  const at = vertex * 2;
  const east = (lonLat[at + 2]! - lonLat[at]!) * shrink(lonLat[at + 1]!);
  return Math.hypot(east, lonLat[at + 3]! - lonLat[at + 1]!);
}

function lengthOf(outlines: OutlineColumns, part: number): number {
  const ring = outlines.partRings[part]!;
  let length = 0;
  const last = outlines.ringVertices[ring + 1]! - 1;
  for (let vertex = outlines.ringVertices[ring]!; vertex < last; vertex++) length += stepLength(outlines, vertex);
  return length;
}

function middleOfLine(outlines: OutlineColumns, part: number): Position {
  let left = lengthOf(outlines, part) / 2;
  const ring = outlines.partRings[part]!;
  const last = outlines.ringVertices[ring + 1]! - 1;
  let vertex = outlines.ringVertices[ring]!;
  for (; vertex < last; vertex++) {
    const step = stepLength(outlines, vertex);
    if (step >= left && step > 0) {
      const [a, b] = [vertexOf(outlines, vertex), vertexOf(outlines, vertex + 1)];
      const share = left / step;
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    }
    left -= step;
  }
  return vertexOf(outlines, vertex);
}

/** Twice the signed area of the outer ring, in square degrees about its first vertex. */
function areaOf(outlines: OutlineColumns, part: number): number {
  const { lonLat, partRings, ringVertices } = outlines;
  const ring = partRings[part]!;
  const [x0, y0] = vertexOf(outlines, ringVertices[ring]!);
  let area = 0;
  for (let at = ringVertices[ring]! * 2; at < (ringVertices[ring + 1]! - 1) * 2; at += 2)
    area += (lonLat[at]! - x0) * (lonLat[at + 3]! - y0) - (lonLat[at + 2]! - x0) * (lonLat[at + 1]! - y0);
  return area;
}

/** The middle of the widest stretch inside the polygon, on the parallel through the middle of its extent. */
function insideOf(outlines: OutlineColumns, part: number): Position {
  const { lonLat, partRings, ringVertices } = outlines;
  const outer = partRings[part]!;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let vertex = ringVertices[outer]!; vertex < ringVertices[outer + 1]!; vertex++) {
    south = Math.min(south, lonLat[vertex * 2 + 1]!);
    north = Math.max(north, lonLat[vertex * 2 + 1]!);
  }
  const latitude = (south + north) / 2;
  const crossings: number[] = [];
  for (let ring = outer; ring < partRings[part + 1]!; ring++)
    for (let at = ringVertices[ring]! * 2; at < (ringVertices[ring + 1]! - 1) * 2; at += 2) {
      const [y1, y2] = [lonLat[at + 1]!, lonLat[at + 3]!];
      if (y1 > latitude === y2 > latitude) continue;
      crossings.push(lonLat[at]! + ((latitude - y1) / (y2 - y1)) * (lonLat[at + 2]! - lonLat[at]!));
    }
  crossings.sort((a, b) => a - b);
  let widest = -1;
  let longitude = lonLat[ringVertices[outer]! * 2]!;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width > widest) [widest, longitude] = [width, (crossings[i]! + crossings[i + 1]!) / 2];
  }
  // A ring without height has no inside: its first vertex is at least on it.
  return widest < 0 ? vertexOf(outlines, ringVertices[outer]!) : [longitude, latitude];
}
