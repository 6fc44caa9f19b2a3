import { containsPoint } from "./contains.ts";
import { type Outline, signedDoubleArea } from "./outlines.ts";

/** Area of a polygon outline in m², holes taken off; 0 for points and lines. */
export function areaM2(outline: Outline): number {
  if (outline.kind !== 2) return 0;
  let sum = 0;
  for (const ring of outline.parts) sum += signedDoubleArea(ring);
  return Math.abs(sum) / 2;
}

/** Length of the lines, or of all rings of a polygon, in metres; 0 for points. */
export function lengthM(outline: Outline): number {
  let sum = 0;
  for (const part of outline.parts) {
    for (let i = 2; i < part.length; i += 2) sum += Math.hypot(part[i]! - part[i - 2]!, part[i + 1]! - part[i - 1]!);
    const last = part.length - 2;
    if (outline.kind === 2) sum += Math.hypot(part[0]! - part[last]!, part[1]! - part[last + 1]!);
  }
  return sum;
}

/** `[minX, minY, maxX, maxY]` of an outline in plane metres. */
export function boxOf(outline: Outline): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of outline.parts) {
    for (let i = 0; i < part.length; i += 2) {
      minX = Math.min(minX, part[i]!);
      maxX = Math.max(maxX, part[i]!);
      minY = Math.min(minY, part[i + 1]!);
      maxY = Math.max(maxY, part[i + 1]!);
    }
  }
  return [minX, minY, maxX, maxY];
}

/**
 * A point that belongs to the outline: the point itself, the middle of the longest line, or the middle of the widest inner stretch of
 * a polygon on the horizontal through its centroid (so that a label lies inside a U-shape).
 */
export function representativePoint(outline: Outline): [number, number] {
  const first = outline.parts[0]!;
  if (outline.kind === 0) return [first[0]!, first[1]!];
  if (outline.kind === 1) return middleOfLine(longestPart(outline));
  const [, minY, , maxY] = boxOf(outline);
  const [cx, cy] = centroid(longestPart(outline));
  if (containsPoint(outline, cx, cy)) return [cx, cy];
  // The centroid's height can run through a vertex or miss the polygon: half the box is always crossed.
  for (const y of [cy, (minY + maxY) / 2, minY + (maxY - minY) * 0.381]) {
    const x = widestStretch(outline, y);
    if (x !== null) return [x, y];
  }
  return [first[0]!, first[1]!];
}

const partLength = (part: Float64Array) => lengthM({ kind: 1, parts: [part] });

const longestPart = (outline: Outline): Float64Array =>
  outline.parts.reduce((best, part) => (partLength(part) > partLength(best) ? part : best));

function middleOfLine(line: Float64Array): [number, number] {
  let rest = partLength(line) / 2;
  for (let i = 2; i < line.length; i += 2) {
    const dx = line[i]! - line[i - 2]!;
    const dy = line[i + 1]! - line[i - 1]!;
    const step = Math.hypot(dx, dy);
    if (step >= rest && step > 0) return [line[i - 2]! + (dx * rest) / step, line[i - 1]! + (dy * rest) / step];
    rest -= step;
  }
  return [line[0]!, line[1]!];
}

function centroid(ring: Float64Array): [number, number] {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let [area, sx, sy] = [0, 0, 0];
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]! - x0, ring[i + 1]! - y0, ring[i + 2]! - x0, ring[i + 3]! - y0];
    const cross = ax * by - ay * bx;
    area += cross;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
  }
  return area === 0 ? [x0, y0] : [x0 + sx / (3 * area), y0 + sy / (3 * area)];
}

function widestStretch(outline: Outline, y: number): number | null {
  const crossings: number[] = [];
  for (const ring of outline.parts) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [yi, yj] = [ring[i + 1]!, ring[j + 1]!];
      if (yi > y !== yj > y) crossings.push(ring[i]! + ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi));
    }
  }
  crossings.sort((a, b) => a - b);
  let best: { middle: number; width: number } | null = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (!best || width > best.width) best = { middle: (crossings[i]! + crossings[i + 1]!) / 2, width };
  }
  return best?.middle ?? null;
}
