import { type Frame, frameAlong, type Point, within } from "./frame.ts";
import { CELL_M, cellsAlong, type Route } from "./routes.ts";

/** Finds what is near on all routes, for addresses and for what may not stand on a carriageway. */
export interface RouteFinder {
  /** The nearest place on any route within a distance. */
  nearest(point: Point, withinM: number): { route: Route; alongM: number; offM: number } | null;
  /** Whether a place lies on a carriageway or within a margin of one; the margin at most 200 m. */
  isOnRoad(point: Point, marginM: number): boolean;
}

interface Segment {
  readonly route: Route;
  /** Along the segment from its start. */
  readonly frame: Frame;
  readonly fromM: number;
  readonly lengthM: number;
}

export function createRouteFinder(routes: readonly Route[]): RouteFinder {
  const cells = new Map<number, Segment[]>();
  for (const route of routes)
    for (let i = 1; i < route.points.length; i++) {
      const [start, end] = [route.points[i - 1]!, route.points[i]!];
      const fromM = route.alongM[i - 1]!;
      const segment = { route, frame: frameAlong(start, end), fromM, lengthM: route.alongM[i]! - fromM };
      for (const key of cellsAlong(start, end)) {
        const cell = cells.get(key);
        if (cell) cell.push(segment);
        else cells.set(key, [segment]);
      }
    }
  const eachAround = ([x, y]: Point, withinM: number, visit: (segment: Segment) => void) => {
    const reach = Math.ceil(withinM / CELL_M);
    const [column, row] = [Math.floor(x / CELL_M), Math.floor(y / CELL_M)];
    for (let i = column - reach; i <= column + reach; i++)
      for (let j = row - reach; j <= row + reach; j++)
        for (const segment of cells.get(i * 65536 + j) ?? []) visit(segment);
  };
  return {
    nearest(point, withinM) {
      let best: Segment | null = null;
      let bestM = withinM;
      eachAround(point, withinM, (segment) => {
        const offM = distanceFrom(segment, point);
        if (offM < bestM || (offM === bestM && !best)) [best, bestM] = [segment, offM];
      });
      return best && placeOn(best, point, bestM);
    },
    isOnRoad(point, marginM) {
      let isOn = false;
      eachAround(point, CELL_M, (segment) => {
        isOn ||= distanceFrom(segment, point) < segment.route.widthM / 2 + marginM;
      });
      return isOn;
    },
  };
}

function distanceFrom({ frame, lengthM }: Segment, [x, y]: Point): number {
  const [dx, dy] = [x - frame.x, y - frame.y];
  const u = dx * frame.cos + dy * frame.sin;
  const v = dy * frame.cos - dx * frame.sin;
  const beyond = u < 0 ? u : u > lengthM ? u - lengthM : 0;
  return Math.sqrt(beyond * beyond + v * v);
}

function placeOn({ route, frame, fromM, lengthM }: Segment, point: Point, offM: number) {
  const [u] = within(frame, point);
  return { route, alongM: fromM + Math.min(lengthM, Math.max(0, u)), offM };
}
