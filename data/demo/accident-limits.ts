import { distance, type Point } from "./frame.ts";
import { lengthOf, type Route } from "./routes.ts";

/**
 * The most that chance puts together outside the planted black spots: accidents with deaths, and accidents with deaths or
 * injuries, in any stretch of this length of one road over the three years. Planted spots have three and sixteen at least.
 */
export const BY_CHANCE = { stretchM: 500, fatal: 1, casualty: 9 } as const;

/** Keeps count of the accidents with casualties along each route. */
export interface Stretches {
  add(route: Route, alongM: number): void;
  /** Whether one more here would make a stretch that holds more than {@link BY_CHANCE} allows. */
  isFull(route: Route, alongM: number): boolean;
}

export function createStretches(): Stretches {
  const byRoute = new Map<Route, number[]>();
  return {
    add(route, alongM) {
      const list = byRoute.get(route);
      if (list) list.push(alongM);
      else byRoute.set(route, [alongM]);
    },
    isFull(route, alongM) {
      const fromHere = (byRoute.get(route) ?? []).map((each) => signedM(route, each - alongM));
      const near = fromHere.filter((each) => Math.abs(each) <= BY_CHANCE.stretchM);
      const sorted = [...near, 0].sort((a, b) => a - b);
      return sorted.some((from, i) => sorted[i + BY_CHANCE.casualty]! - from <= BY_CHANCE.stretchM);
    },
  };
}

/** On a ring the shorter way round, over its start where that is it. */
function signedM(route: Route, metres: number): number {
  const isRing = distance(route.points[0]!, route.points.at(-1)!) < 1;
  const turnM = lengthOf(route);
  return isRing && Math.abs(metres) > turnM / 2 ? metres - Math.sign(metres) * turnM : metres;
}

/** Counts points around a place. */
export interface Crowd {
  add(point: Point): void;
  /** How many stand within the crowd's radius. */
  near(point: Point): number;
}

export function createCrowd(radiusM: number): Crowd {
  const cells = new Map<number, Point[]>();
  const key = (i: number, j: number) => i * 65536 + j;
  return {
    add(point) {
      const at = key(Math.floor(point[0] / radiusM), Math.floor(point[1] / radiusM));
      const cell = cells.get(at);
      if (cell) cell.push(point);
      else cells.set(at, [point]);
    },
    near(point) {
      const [i, j] = [Math.floor(point[0] / radiusM), Math.floor(point[1] / radiusM)];
      let count = 0;
      for (let di = -1; di <= 1; di++)
        for (let dj = -1; dj <= 1; dj++)
          for (const other of cells.get(key(i + di, j + dj)) ?? []) if (distance(other, point) <= radiusM) count++;
      return count;
    },
  };
}
