import Flatbush from "flatbush";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { boxOf } from "../geometry/measure.ts";
import { type Outline, outlineOf, pointOutline } from "../geometry/outlines.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { mostLineOffsetM } from "../standards/classify/road-edges.ts";
import { getOrMake } from "./get-or-make.ts";
import { rowOutline } from "./rows.ts";

/** A layer on the zone's plane with an index over the boxes of its features; made once for each snapshot. */
export interface LayerSide {
  readonly snapshot: Snapshot;
  /** The largest stated standard deviation; 1 at least, which is what is assumed where none is stated. */
  readonly mostErrorM: number;
  /** How far beyond its centre line a road's edge or land may reach. */
  readonly mostOffsetM: number;
  outline(row: number): Outline;
  /** A place on or in the feature. */
  at(row: number): readonly [number, number];
  /** Rows whose boxes come within a distance of a box, ascending. */
  near(box: readonly [number, number, number, number], withinM: number): number[];
}

const made = new WeakMap<Snapshot, Map<string, LayerSide>>();

/** The side of a snapshot on this plane. A layer whose data lies elsewhere is brought onto it. */
export function layerSide(snapshot: Snapshot, plane: ZonePlane): LayerSide {
  const ofSnapshot = getOrMake(made, snapshot, () => new Map<string, LayerSide>());
  return getOrMake(ofSnapshot, plane.center.join(), () => makeSide(snapshot, plane));
}

function makeSide(snapshot: Snapshot, plane: ZonePlane): LayerSide {
  const { count } = snapshot;
  const isMoved = snapshot.plane.center.join() !== plane.center.join();
  const outlines =
    isMoved && snapshot.outlines ? { ...snapshot.outlines, xy: plane.projectAll(snapshot.outlines.lonLat) } : null;
  const xy = isMoved ? plane.projectAll(snapshot.lonLat) : snapshot.xy;
  const outline = (row: number): Outline => {
    if (!isMoved) return rowOutline(snapshot, row);
    return outlines ? outlineOf(outlines, row) : pointOutline(xy[row * 2]!, xy[row * 2 + 1]!);
  };
  let mostErrorM = 1;
  for (const error of snapshot.positionErrorM) if (error > mostErrorM) mostErrorM = error;
  const index = count === 0 ? null : new Flatbush(count);
  if (index) {
    const { boxes } = snapshot;
    for (let row = 0; row < count; row++) {
      if (isMoved) index.add(...boxOf(outline(row)));
      else index.add(boxes[row * 4]!, boxes[row * 4 + 1]!, boxes[row * 4 + 2]!, boxes[row * 4 + 3]!);
    }
    index.finish();
  }
  return {
    snapshot,
    mostErrorM,
    mostOffsetM:
      snapshot.layer === "roads" || snapshot.layer === "infrastructure" ? mostLineOffsetM(widest(snapshot)) : 0,
    outline,
    at: (row) => [xy[row * 2]!, xy[row * 2 + 1]!],
    near: ([minX, minY, maxX, maxY], withinM) =>
      index ? index.search(minX - withinM, minY - withinM, maxX + withinM, maxY + withinM).sort((a, b) => a - b) : [],
  };
}

function widest({ columns }: Snapshot): number {
  const column = columns.widthM;
  let most = 0;
  if (column?.type === "number") for (const width of column.numbers) if (width > most) most = width;
  return most;
}
