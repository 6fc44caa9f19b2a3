import Flatbush from "flatbush";
import type { NetworkLines } from "./network-lines.ts";

/** The place on a line that is nearest to another place. */
export interface LineHit {
  readonly line: number;
  /** Metres from the line's first vertex. */
  readonly alongM: number;
  readonly offsetM: number;
  readonly x: number;
  readonly y: number;
}

/** Finds lines near a place. Segments are indexed in runs, which follow each other in space and need fewer boxes. */
export interface LineIndex {
  /** The nearest place of every line that comes within a distance, in no order. */
  near(x: number, y: number, withinM: number): LineHit[];
}

const RUN = 6;

export function indexLines(lines: NetworkLines): LineIndex {
  const { xy, alongM, first, last, count } = lines;
  let runs = 0;
  for (let line = 0; line < count; line++) runs += Math.ceil((last[line]! - first[line]!) / RUN);
  if (runs === 0) return { near: () => [] };
  const lineOfRun = new Int32Array(runs);
  const startOfRun = new Int32Array(runs);
  const index = new Flatbush(runs);
  for (let line = 0, run = 0; line < count; line++)
    for (let v = first[line]!; v < last[line]!; v += RUN, run++) {
      lineOfRun[run] = line;
      startOfRun[run] = v;
      index.add(...boxOfVertices(xy, v, Math.min(v + RUN, last[line]!)));
    }
  index.finish();

  /** Nearest place among the segments of a run, or `null` when none is within the squared distance. */
  const nearestOfRun = (run: number, x: number, y: number, within2: number): LineHit | null => {
    const line = lineOfRun[run]!;
    const from = startOfRun[run]!;
    const end = Math.min(from + RUN, last[line]!);
    let best2 = within2;
    let [segment, bestX, bestY, bestShare] = [-1, 0, 0, 0];
    for (let v = from; v < end; v++) {
      const [ax, ay] = [xy[v * 2]!, xy[v * 2 + 1]!];
      const [wx, wy] = [xy[v * 2 + 2]! - ax, xy[v * 2 + 3]! - ay];
      const length2 = wx * wx + wy * wy;
      const free = length2 > 0 ? ((x - ax) * wx + (y - ay) * wy) / length2 : 0;
      const share = free < 0 ? 0 : free > 1 ? 1 : free;
      const [qx, qy] = [ax + share * wx, ay + share * wy];
      const distance2 = (x - qx) * (x - qx) + (y - qy) * (y - qy);
      if (distance2 > best2 || (distance2 === best2 && segment >= 0)) continue;
      best2 = distance2;
      [segment, bestX, bestY, bestShare] = [v, qx, qy, share];
    }
    if (segment < 0) return null;
    const along = alongM[segment]! + bestShare * (alongM[segment + 1]! - alongM[segment]!);
    return { line, alongM: along, offsetM: Math.sqrt(best2), x: bestX, y: bestY };
  };

  return {
    near(x, y, withinM) {
      const found = index.search(x - withinM, y - withinM, x + withinM, y + withinM);
      const hits: LineHit[] = [];
      for (const run of found) {
        const at = hits.findIndex((hit) => hit.line === lineOfRun[run]);
        const within = at < 0 ? withinM : hits[at]!.offsetM;
        const hit = nearestOfRun(run, x, y, within * within);
        if (!hit) continue;
        if (at < 0) hits.push(hit);
        else if (isBefore(hit, hits[at]!)) hits[at] = hit;
      }
      return hits;
    },
  };
}

/** Of two places equally near, the first along the line: the index visits runs in no order. */
const isBefore = (a: LineHit, b: LineHit): boolean =>
  a.offsetM < b.offsetM || (a.offsetM === b.offsetM && a.alongM < b.alongM);

function boxOfVertices(xy: Float64Array, from: number, to: number): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [xy[from * 2]!, xy[from * 2 + 1]!, xy[from * 2]!, xy[from * 2 + 1]!];
  for (let v = from + 1; v <= to; v++) {
    minX = Math.min(minX, xy[v * 2]!);
    maxX = Math.max(maxX, xy[v * 2]!);
    minY = Math.min(minY, xy[v * 2 + 1]!);
    maxY = Math.max(maxY, xy[v * 2 + 1]!);
  }
  return [minX, minY, maxX, maxY];
}
