import Flatbush from "flatbush";
import type { Outline } from "./outlines.ts";

type EachSegment = (x1: number, y1: number, x2: number, y2: number) => void;

/** Calls back for every edge of the outline; a lone point is an edge of length 0. */
export function forEachSegment(outline: Outline, each: EachSegment): void {
  for (const part of outline.parts) {
    const last = part.length - 2;
    if (last === 0) each(part[0]!, part[1]!, part[0]!, part[1]!);
    for (let i = 0; i < last; i += 2) each(part[i]!, part[i + 1]!, part[i + 2]!, part[i + 3]!);
    if (outline.kind === 2 && last > 0) each(part[last]!, part[last + 1]!, part[0]!, part[1]!);
  }
}

/** How many edges `forEachSegment` will name. */
export function segmentCount(outline: Outline): number {
  let count = 0;
  for (const part of outline.parts) count += segmentsOf(part, outline.kind === 2);
  return count;
}

const segmentsOf = (part: Float64Array, closed: boolean) => {
  const vertices = part.length / 2;
  return vertices === 1 ? 1 : closed ? vertices : vertices - 1;
};

/** The edges of one outline, `[x1, y1, x2, y2]` each, under a box index. */
export interface SegmentIndex {
  readonly boxes: Flatbush;
  readonly segments: Float64Array;
}

const indexes = new WeakMap<Outline, SegmentIndex>();

/** Built once per outline object and kept as long as the object lives. */
export function segmentIndexOf(outline: Outline): SegmentIndex {
  const known = indexes.get(outline);
  if (known) return known;
  const count = segmentCount(outline);
  const segments = new Float64Array(count * 4);
  const boxes = new Flatbush(count);
  let at = 0;
  forEachSegment(outline, (x1, y1, x2, y2) => {
    segments.set([x1, y1, x2, y2], at);
    at += 4;
    boxes.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  });
  boxes.finish();
  const index = { boxes, segments };
  indexes.set(outline, index);
  return index;
}
