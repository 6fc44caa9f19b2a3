import { differenceD, FillRule, intersectD, type PathsD, unionD } from "clipper2-ts";

/** What two sets of rings share, by even-odd; plane metres, kept to 0.1 mm. Outer rings counter-clockwise, holes clockwise. */
export function clipPolygons(a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] {
  if (a.length === 0 || b.length === 0) return [];
  return fromPaths(intersectD(toPaths(a), toPaths(b), FillRule.EvenOdd, 4));
}

/** What the first set of rings has and the second has not; otherwise as `clipPolygons`. */
export function subtractPolygons(a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] {
  return fromPaths(differenceD(toPaths(a), toPaths(b), FillRule.EvenOdd, 4));
}

/** What either set of rings has; otherwise as `clipPolygons`. */
export function unitePolygons(a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] {
  return fromPaths(unionD(toPaths(a), toPaths(b), FillRule.EvenOdd, 4));
}

const fromPaths = (paths: PathsD): Float64Array[] =>
  paths.map((path) => Float64Array.from(path.flatMap((point) => [point.x, point.y])));

/** Rings as the clipper reads them. */
export const toPaths = (rings: readonly Float64Array[]): PathsD =>
  rings.map((ring) => {
    const path = [];
    for (let i = 0; i < ring.length; i += 2) path.push({ x: ring[i]!, y: ring[i + 1]! });
    return path;
  });
