import {
  areaPathsD,
  booleanOpDWithPolyTree,
  ClipType,
  EndType,
  FillRule,
  inflatePathsD,
  JoinType,
  type PathD,
  type PathsD,
  PolyTreeD,
  simplifyPathsD,
} from "clipper2-ts";
import { toPaths } from "./clip.ts";
import { uniteDiscs } from "./disc-union.ts";
import { groupRings } from "./group-rings.ts";
import { boxOf } from "./measure.ts";
import type { Outline } from "./outlines.ts";

/** Decimal places of metres that the clipper keeps: 0.1 mm. */
const PRECISION = 4;

/** Vertices of a whole circle: the middle of a side lies 0.004 % of the radius inside, so that a drawn ring keeps to 0.01 %. */
const CIRCLE_SEGMENTS = 360;

/** All places within a distance of any of the outlines. */
export interface Grown {
  readonly areaM2: number;
  /** Outer rings counter-clockwise, each followed by its holes, plane metres. */
  readonly rings: readonly Float64Array[];
}

/**
 * Grows outlines by a radius and unites the results: for drawing, export and areas. Distances are measured, never read off this.
 *
 * @param radiusM - at least 0; with 0 only polygons remain.
 * @returns an area within 0.1 % of the true one (exact when all outlines are points).
 */
export function growOutlines(outlines: readonly Outline[], radiusM: number): Grown {
  if (outlines.length > 0 && radiusM > 0 && outlines.every((outline) => outline.kind === 0)) {
    const centers = outlines.flatMap((outline) => outline.parts.flatMap((part) => Array.from(part)));
    const united = uniteDiscs(Float64Array.from(centers), radiusM, CIRCLE_SEGMENTS);
    return { areaM2: united.areaM2, rings: groupRings(united.rings) };
  }
  const pieces = outlines.map((outline) => growOne(outline, radiusM));
  const rings = ordered(uniteCascaded(pieces));
  return { areaM2: Math.abs(areaPathsD(toPaths(rings))), rings };
}

function growOne(outline: Outline, radiusM: number): PathsD {
  let paths = toPaths(outline.parts);
  if (outline.kind === 2 && radiusM === 0) return paths;
  if (!(radiusM > 0)) return [];
  if (outline.kind === 0) return paths.map((path) => circle(path[0]!.x, path[0]!.y, radiusM));
  let end = outline.kind === 2 ? EndType.Polygon : EndType.Round;
  const steps = stepsOf(outline, radiusM);
  const chordM = (radiusM * (1 - Math.cos(Math.PI / CIRCLE_SEGMENTS))) / steps.length;
  const simplerM = (radiusM * SIMPLER) / steps.length;
  for (const stepM of steps) {
    const plain = simplifyPathsD(paths, simplerM, end === EndType.Polygon);
    paths = inflatePathsD(plain, stepM, JoinType.Round, end, 2, PRECISION, chordM);
    end = EndType.Polygon;
  }
  return paths;
}

/** How far vertices may move in all, as a share of the radius: 0.04 % of the area. */
const SIMPLER = 2e-4;

/** Outlines of more vertices are grown in steps. */
const STEPS_FROM = 256;

/** The first step in mean distances between vertices. */
const FIRST_STEP = 8;

/**
 * The radius in steps: the first about as long as the vertices lie apart, each later one as long as all before it.
 *
 * Edges pushed far beyond their own length cross hundreds of others, and the clipper sorts out every crossing; what has grown a
 * little is smooth for the next step. Growing by a and then by b is growing by a + b.
 */
function stepsOf(outline: Outline, radiusM: number): number[] {
  const vertices = outline.parts.reduce((count, part) => count + part.length / 2, 0);
  if (vertices <= STEPS_FROM) return [radiusM];
  let around = 0;
  for (const part of outline.parts) {
    const [minX, minY, maxX, maxY] = boxOf({ kind: 1, parts: [part] });
    around += 2 * (maxX - minX + maxY - minY);
  }
  const steps: number[] = [];
  let stepM = Math.max((FIRST_STEP * around) / vertices, radiusM / 4096);
  for (let leftM = radiusM; leftM > 0; leftM -= steps.at(-1)!) {
    steps.push(leftM < stepM * 1.5 ? leftM : stepM);
    stepM = radiusM - leftM + steps.at(-1)!;
  }
  return steps;
}

function circle(x: number, y: number, radiusM: number): PathD {
  return Array.from({ length: CIRCLE_SEGMENTS }, (_, i) => {
    const angle = (i / CIRCLE_SEGMENTS) * 2 * Math.PI;
    return { x: x + radiusM * Math.cos(angle), y: y + radiusM * Math.sin(angle) };
  });
}

/** Neighbours first, in pairs: each union stays small, where one union of thousands takes many times as long. */
function uniteCascaded(pieces: PathsD[]): PathsD {
  let level = [...pieces].sort((a, b) => (a[0]?.[0]?.x ?? 0) - (b[0]?.[0]?.x ?? 0));
  while (level.length > 1) {
    const next: PathsD[] = [];
    for (let i = 0; i < level.length; i += 8) next.push(unite(level.slice(i, i + 8).flat()));
    level = next;
  }
  return level[0] ?? [];
}

const unite = (paths: PathsD): PathsD => toPaths(ordered(paths));

/** Outer rings counter-clockwise, each followed by its holes. */
function ordered(paths: PathsD): Float64Array[] {
  const tree = new PolyTreeD();
  booleanOpDWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero, PRECISION);
  const rings: Float64Array[] = [];
  const addPolygons = (node: PolyTreeNode) => {
    for (const outer of childrenOf(node)) {
      rings.push(toRing(outer.poly ?? [], true));
      const holes = childrenOf(outer);
      for (const hole of holes) rings.push(toRing(hole.poly ?? [], false));
      for (const hole of holes) addPolygons(hole);
    }
  };
  addPolygons(tree);
  return rings;
}

type PolyTreeNode = Pick<PolyTreeD, "child" | "count" | "poly">;

const childrenOf = (node: PolyTreeNode): PolyTreeNode[] => Array.from({ length: node.count }, (_, i) => node.child(i));

function toRing(path: PathD, counterClockwise: boolean): Float64Array {
  let sum = 0;
  path.forEach((point, i) => {
    const next = path[(i + 1) % path.length]!;
    sum += point.x * next.y - next.x * point.y;
  });
  const points = sum > 0 === counterClockwise ? path : [...path].reverse();
  return Float64Array.from(points.flatMap((point) => [point.x, point.y]));
}
