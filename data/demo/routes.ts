import { between, distance, frameAlong, type Point } from "./frame.ts";
import type { RoadClass } from "./plan.ts";

/** A road from end to end. Its sections are the features of the layer `roads`. */
export interface Route {
  readonly code: string | null;
  readonly name: string;
  readonly class: RoadClass;
  readonly startStakeM: number;
  readonly widthM: number;
  readonly lanes: number;
  readonly speedKmh: number;
  /** Vehicles a day, annual mean. */
  readonly aadt: number;
  readonly points: readonly Point[];
  /** Metres from the start to each point. */
  readonly alongM: readonly number[];
  /** How many other routes meet at each point; 0 between junctions. */
  readonly meets: readonly number[];
}

/** A bare line that is to become a route. */
export interface Line {
  points: Point[];
  /** A motorway goes over or under what is on the ground; only its ramps meet both. */
  readonly level: "ground" | "motorway" | "ramp";
  /** Overshoot to cut back at the start and the end, metres; 0 leaves the end as it is. */
  readonly overshootM: readonly [number, number];
}

/** Side of the cells in which segments are looked up. */
export const CELL_M = 250;
/** Points closer than this are one junction. */
const SNAP_M = 1.5;
/** Coordinates that agree to a millimetre are one point. A safe integer within 33 km of the centre. */
export const pointKey = ([x, y]: Point): number =>
  (Math.round(x * 1000) + 2 ** 25) * 2 ** 26 + Math.round(y * 1000) + 2 ** 25;

/** A smooth line through the points (Catmull-Rom), which stay exactly where they are. */
export function smoothThrough(points: readonly Point[], stepM: number): Point[] {
  const line: Point[] = [points[0]!];
  for (let i = 1; i < points.length; i++) {
    const [p1, p2] = [points[i - 1]!, points[i]!];
    const p0 = points[i - 2] ?? p1;
    const p3 = points[i + 1] ?? p2;
    const count = Math.max(1, Math.round(distance(p1, p2) / stepM));
    for (let k = 1; k < count; k++) {
      const t = k / count;
      const axis = (n: 0 | 1) =>
        0.5 *
        (2 * p1[n] +
          (p2[n] - p0[n]) * t +
          (2 * p0[n] - 5 * p1[n] + 4 * p2[n] - p3[n]) * t * t +
          (3 * p1[n] - p0[n] - 3 * p2[n] + p3[n]) * t * t * t);
      line.push([axis(0), axis(1)]);
    }
    line.push(p2);
  }
  return line;
}

/** Gives every two lines that cross or touch a common point there, then cuts overshoots back. Changes the lines. */
export function joinLines(lines: Line[]): void {
  const cells = new Map<number, [line: number, segment: number][]>();
  lines.forEach((line, index) => {
    for (let i = 1; i < line.points.length; i++)
      for (const key of cellsAlong(line.points[i - 1]!, line.points[i]!)) {
        const cell = cells.get(key);
        if (cell) cell.push([index, i - 1]);
        else cells.set(key, [[index, i - 1]]);
      }
  });
  const added: Map<number, { share: number; point: Point }[]>[] = lines.map(() => new Map());
  const add = (line: number, segment: number, share: number, point: Point) => {
    const list = added[line]!.get(segment);
    if (!list) added[line]!.set(segment, [{ share, point }]);
    else if (!list.some((each) => distance(each.point, point) < SNAP_M)) list.push({ share, point });
  };
  for (const cell of cells.values())
    for (let i = 0; i < cell.length; i++)
      for (let j = i + 1; j < cell.length; j++) {
        const [a, segmentA] = cell[i]!;
        const [b, segmentB] = cell[j]!;
        if (a === b || passes(lines[a]!, lines[b]!) || passes(lines[b]!, lines[a]!)) continue;
        const [fromA, toA] = [lines[a]!.points[segmentA]!, lines[a]!.points[segmentA + 1]!];
        const [fromB, toB] = [lines[b]!.points[segmentB]!, lines[b]!.points[segmentB + 1]!];
        const crossing = crossingOf(fromA, toA, fromB, toB);
        if (!crossing) continue;
        // A crossing at an existing point takes that point's coordinates, so that both lines share them exactly.
        const point = [fromA, toA, fromB, toB].find((end) => distance(end, crossing.point) < SNAP_M) ?? crossing.point;
        add(a, segmentA, crossing.shareA, point);
        add(b, segmentB, crossing.shareB, point);
      }
  lines.forEach((line, index) => {
    const points: Point[] = [];
    const push = (point: Point) => {
      const last = points[points.length - 1];
      if (!last || distance(last, point) >= SNAP_M) points.push(point);
    };
    line.points.forEach((point, i) => {
      const here = added[index]!.get(i) ?? [];
      const before = added[index]!.get(i - 1) ?? [];
      const snapped = [...here, ...before].find((each) => distance(each.point, point) < SNAP_M);
      push(snapped?.point ?? point);
      for (const each of [...here].sort((p, q) => p.share - q.share)) push(each.point);
    });
    line.points = points;
  });
  const meets = meetingsOf(lines.map((line) => line.points));
  for (const line of lines) {
    line.points = cutBack(line.points, meets, line.overshootM[0]);
    line.points = cutBack(line.points.reverse(), meets, line.overshootM[1]).reverse();
  }
}

/** How many lines have a point in common, by {@link pointKey}. */
export function meetingsOf(lines: readonly (readonly Point[])[]): Map<number, number> {
  const count = new Map<number, number>();
  for (const points of lines)
    for (const key of new Set(points.map(pointKey))) count.set(key, (count.get(key) ?? 0) + 1);
  return count;
}

/** Cuts the start back to the first junction, when that lies within one and a half times the overshoot. */
function cutBack(points: Point[], meets: ReadonlyMap<number, number>, overshootM: number): Point[] {
  let along = 0;
  for (let i = 0; overshootM > 0 && i < points.length - 1 && along <= overshootM * 1.5; i++) {
    if ((meets.get(pointKey(points[i]!)) ?? 0) > 1) return points.slice(i);
    along += distance(points[i]!, points[i + 1]!);
  }
  return points;
}

const passes = (over: Line, under: Line): boolean => over.level === "motorway" && under.level === "ground";

/** Where two segments cross or touch within {@link SNAP_M}; `null` when they do not, or run nearly side by side. */
export function crossingOf(
  a: Point,
  b: Point,
  c: Point,
  d: Point,
): { shareA: number; shareB: number; point: Point } | null {
  if (isBeyond(a, b, c, d, 0) || isBeyond(a, b, c, d, 1)) return null;
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const turn = rx * sy - ry * sx;
  const slackA = SNAP_M / distance(a, b);
  const slackB = SNAP_M / distance(c, d);
  // Nearly parallel streets meet at most at their ends, and there they share a point already.
  if (Math.abs(turn) < 0.02 * distance(a, b) * distance(c, d)) return null;
  const shareA = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn;
  const shareB = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / turn;
  if (shareA < -slackA || shareA > 1 + slackA || shareB < -slackB || shareB > 1 + slackB) return null;
  return { shareA, shareB, point: between(a, b, shareA) };
}

/** Whether two segments lie apart along one axis. */
const isBeyond = (a: Point, b: Point, c: Point, d: Point, axis: 0 | 1): boolean =>
  Math.max(a[axis], b[axis]) + SNAP_M < Math.min(c[axis], d[axis]) ||
  Math.max(c[axis], d[axis]) + SNAP_M < Math.min(a[axis], b[axis]);

/** Keys of the cells that a segment may touch. */
export function* cellsAlong(a: Point, b: Point): Generator<number> {
  const [x0, x1] = [Math.min(a[0], b[0]) - SNAP_M, Math.max(a[0], b[0]) + SNAP_M];
  const [y0, y1] = [Math.min(a[1], b[1]) - SNAP_M, Math.max(a[1], b[1]) + SNAP_M];
  for (let i = Math.floor(x0 / CELL_M); i <= Math.floor(x1 / CELL_M); i++)
    for (let j = Math.floor(y0 / CELL_M); j <= Math.floor(y1 / CELL_M); j++) yield i * 65536 + j;
}

/** Metres from the first point to each point. */
export function lengthsAlong(points: readonly Point[]): number[] {
  let along = 0;
  return points.map((point, i) => {
    if (i > 0) along += distance(points[i - 1]!, point);
    return along;
  });
}

export const lengthOf = (route: Route): number => route.alongM[route.alongM.length - 1]!;

/** The point this many metres from the start, and the direction of travel there. Clamped to the ends. */
export function pointAlong(route: Route, alongM: number): { point: Point; cos: number; sin: number } {
  const { points } = route;
  let low = 0;
  let high = points.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (route.alongM[middle]! <= alongM) low = middle;
    else high = middle - 1;
  }
  const frame = frameAlong(points[low]!, points[low + 1]!);
  const length = route.alongM[low + 1]! - route.alongM[low]!;
  const share = Math.min(1, Math.max(0, (alongM - route.alongM[low]!) / length));
  return { point: between(points[low]!, points[low + 1]!, share), cos: frame.cos, sin: frame.sin };
}
