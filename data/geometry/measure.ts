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
