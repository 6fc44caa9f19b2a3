import { z } from "zod";
import { decideLimit, planeErrorM } from "../geodesy/limit.ts";
import { findSeparation } from "../geometry/distance.ts";
import { boxOf } from "../geometry/measure.ts";
import { forEachBoxPair, forEachPointPair } from "../geometry/near-pairs.ts";
import { type Outline, outlineOf } from "../geometry/outlines.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { defineAnalysis } from "./define.ts";
import { FilterSchema, LayerIdSchema, limitSchema, RadiusSchema } from "./parameters.ts";
import type { NearPair, NearPairsSummary } from "./results.ts";
import { rowIdentity, rowOutline, selectByText } from "./rows.ts";

const Parameters = z.strictObject({
  layer: LayerIdSchema,
  otherLayer: LayerIdSchema.optional(),
  distanceM: RadiusSchema,
  filter: FilterSchema.optional(),
  otherFilter: FilterSchema.optional(),
  limit: limitSchema(1000),
});

/** The features of one side, on the plane of the first layer. */
interface Side {
  readonly snapshot: Snapshot;
  /** Rows that take part. */
  readonly rows: Uint32Array;
  /** `[x0, y0, …]` of these rows; `null` when one of them is more than a point. */
  readonly points: Float64Array | null;
  /** Whether a row of the snapshot takes part. */
  has(row: number): boolean;
  outline(place: number): Outline;
}

/**
 * All pairs of features of two layers, or of one with itself, at most a distance apart, outline to outline.
 *
 * A pair at exactly the distance counts. Where the plane's scale could decide wrongly the WGS84 geodesic decides, so that the count
 * equals the geodesic count.
 */
export const nearPairs = defineAnalysis<typeof Parameters, NearPair, NearPairsSummary>({
  name: "near-pairs",
  title: { zh: "邻近对", en: "Near pairs" },
  description: {
    zh: "两个图层（或同一图层）中相距不超过给定距离的所有要素对，轮廓到轮廓量取，每对计一次。",
    en: "All pairs of features of two layers (or one) within a distance, outline to outline, each pair once.",
  },
  parameters: Parameters,
  layers: ({ layer, otherLayer }) => (otherLayer && otherLayer !== layer ? [layer, otherLayer] : [layer]),
  run(parameters, inputs) {
    const { layer, distanceM, limit } = parameters;
    const otherLayer = parameters.otherLayer ?? layer;
    const first = inputs.snapshot(layer);
    const { plane } = first;
    const a = sideOf(first, selectByText(parameters.filter, first, inputs.layer(layer), "filter"), first);
    const second = inputs.snapshot(otherLayer);
    // One layer against itself under one filter: each pair once. Under two filters the sides differ.
    const same = otherLayer === layer && parameters.otherFilter === undefined;
    const otherSelection = selectByText(parameters.otherFilter, second, inputs.layer(otherLayer), "otherFilter");
    const b = same ? null : sideOf(second, otherSelection, first);
    const pairs: NearPair[] = [];
    let count = 0;
    let decidedByGeodesic = 0;
    const other = b ?? a;
    const consider = (i: number, j: number, distance: number, from: Point, to: Point) => {
      const decision = decideLimit(distance, distanceM, from, to, plane);
      if (decision.byGeodesic) decidedByGeodesic++;
      if (!decision.within) return;
      count++;
      if (pairs.length >= limit) return;
      const [left, right] = [rowIdentity(a.snapshot, a.rows[i]!), rowIdentity(other.snapshot, other.rows[j]!)];
      pairs.push({
        a: { layer, id: left.id, code: left.code },
        b: { layer: otherLayer, id: right.id, code: right.code },
        distanceM: distance,
      });
    };
    forEachCandidate(a, b, distanceM, otherLayer === layer, consider);
    pairs.sort((p, q) => p.distanceM - q.distanceM);
    return { findings: pairs, summary: { count, listed: pairs.length, decidedByGeodesic } };
  },
});

type Point = readonly [number, number];

function sideOf(snapshot: Snapshot, selection: Selection, host: Snapshot): Side {
  const rows = selection
    ? Uint32Array.from(selection.keys()).filter((row) => selection[row] === 1)
    : Uint32Array.from({ length: snapshot.count }, (_, row) => row);
  // A layer with a plane of its own is brought onto the first one's.
  const has = (row: number) => selection === null || selection[row] === 1;
  const moved = snapshot.plane.center.join() === host.plane.center.join() ? null : host.plane;
  if (!snapshot.outlines) {
    const xy = moved ? moved.projectAll(snapshot.lonLat) : snapshot.xy;
    const points = new Float64Array(rows.length * 2);
    rows.forEach((row, place) => {
      points[place * 2] = xy[row * 2]!;
      points[place * 2 + 1] = xy[row * 2 + 1]!;
    });
    const outline = (place: number): Outline => ({ kind: 0, parts: [points.subarray(place * 2, place * 2 + 2)] });
    return { snapshot, rows, points, has, outline };
  }
  const outlines = moved ? { ...snapshot.outlines, xy: moved.projectAll(snapshot.outlines.lonLat) } : null;
  const outline = (place: number) =>
    outlines ? outlineOf(outlines, rows[place]!) : rowOutline(snapshot, rows[place]!);
  return { snapshot, rows, points: null, has, outline };
}

function forEachCandidate(
  a: Side,
  b: Side | null,
  distanceM: number,
  oneLayer: boolean,
  consider: (i: number, j: number, distance: number, from: Point, to: Point) => void,
): void {
  const other = b ?? a;
  // Under two filters of one layer a feature may stand on both sides: it is no pair with itself, and each pair counts once.
  const repeated = (i: number, j: number) => oneLayer && b !== null && isRepeat(a, other, i, j);
  // Whatever is near a feature of the first side lies at most the distance farther out; `other` may have boxes on another plane.
  const farthestX = farthest(a) + distanceM;
  const reach = distanceM + planeErrorM(distanceM, farthestX, farthestX);
  if (a.points && other.points) {
    const [p, q] = [a.points, other.points];
    forEachPointPair(p, b ? q : null, reach, (i, j, squared) => {
      if (repeated(i, j)) return;
      consider(i, j, Math.sqrt(squared), [p[i * 2]!, p[i * 2 + 1]!], [q[j * 2]!, q[j * 2 + 1]!]);
    });
    return;
  }
  forEachBoxPair(boxesOf(a), b ? boxesOf(b) : null, reach, (i, j) => {
    if (repeated(i, j)) return;
    const found = findSeparation(a.outline(i), other.outline(j), reach);
    if (found) consider(i, j, found.distanceM, found.from, found.to);
  });
}

function isRepeat(a: Side, b: Side, i: number, j: number): boolean {
  const [rowA, rowB] = [a.rows[i]!, b.rows[j]!];
  if (rowA === rowB) return true;
  return rowA > rowB && a.has(rowB) && b.has(rowA);
}

function boxesOf(side: Side): Float64Array {
  const boxes = new Float64Array(side.rows.length * 4);
  for (let place = 0; place < side.rows.length; place++) boxes.set(boxOf(side.outline(place)), place * 4);
  return boxes;
}

function farthest(side: Side): number {
  let far = 0;
  const { boxes } = side.snapshot;
  for (const row of side.rows) far = Math.max(far, Math.abs(boxes[row * 4]!), Math.abs(boxes[row * 4 + 2]!));
  return far;
}
