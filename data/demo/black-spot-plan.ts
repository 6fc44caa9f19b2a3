import { distance, type Point } from "./frame.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";

/** A stretch or a junction that is to have far more harm than its surroundings. */
export interface BlackSpotPlan {
  readonly route: Route;
  /** Metres from the route's start. */
  readonly fromM: number;
  readonly toM: number;
  readonly atJunction: boolean;
  readonly fatal: number;
  readonly injury: number;
  readonly damage: number;
  /** The crash form and the hours that most of its crashes share: the regular pattern that the rules ask for. */
  readonly form: string;
  readonly hours: readonly number[];
}

interface Wish {
  readonly road: string | { class: Route["class"]; nth: number };
  /** Metres from the start, or a share of the length when below 1; the nearest junction when `atJunction`. */
  readonly at: number;
  readonly lengthM: number;
  readonly atJunction: boolean;
  readonly counts: readonly [fatal: number, injury: number, damage: number];
  readonly form: string;
  readonly hours: readonly number[];
}

const wish = (
  road: Wish["road"],
  at: number,
  lengthM: number,
  atJunction: boolean,
  counts: Wish["counts"],
  form: string,
  hours: readonly number[],
): Wish => ({ road, at, lengthM, atJunction, counts, form, hours });

const PEAKS = [7, 8, 17, 18];
const NIGHT = [20, 21, 22, 23];

/** Fourteen. The first lies around `G111 K812+300`. */
const WISHES: readonly Wish[] = [
  wish("G111", 15_800, 420, false, [5, 19, 9], "head-on", NIGHT),
  wish("G111", 5_900, 480, false, [4, 15, 6], "run-off", NIGHT),
  wish("G111", 22_600, 400, true, [4, 16, 7], "angle", PEAKS),
  wish("S987", 6_300, 450, true, [3, 15, 8], "angle", PEAKS),
  wish("S985", 3_600, 380, true, [4, 14, 7], "angle", [11, 12, 13]),
  wish("S984", 4_900, 420, false, [3, 14, 6], "head-on", NIGHT),
  wish("X902", 4_000, 400, false, [3, 13, 5], "rollover", [5, 6, 18]),
  wish("X908", 6_100, 360, false, [3, 13, 5], "non-motor", [6, 7, 18]),
  wish("环城路", 7_900, 340, true, [4, 18, 12], "angle", PEAKS),
  wish("环城路", 20_800, 360, true, [3, 16, 10], "rear-end", PEAKS),
  wish({ class: "arterial", nth: 2 }, 0.35, 300, true, [3, 20, 14], "non-motor", PEAKS),
  wish({ class: "arterial", nth: 5 }, 0.62, 300, true, [3, 18, 12], "pedestrian", [18, 19, 20]),
  wish({ class: "arterial", nth: 9 }, 0.3, 320, true, [3, 17, 13], "angle", PEAKS),
  wish("G9990", 16_400, 500, false, [4, 13, 8], "rear-end", [1, 2, 3, 4]),
];

/** Places the wishes on the routes; each keeps a kilometre away from those before it. */
export function chooseBlackSpots(routes: readonly Route[]): BlackSpotPlan[] {
  const streets = routes.filter((route) => route.code === null && route.name !== "环城路" && lengthOf(route) > 4000);
  const taken: Point[] = [];
  return WISHES.map(({ road, at, lengthM, atJunction, counts: [fatal, injury, damage], form, hours }) => {
    const route =
      typeof road === "string"
        ? routes.find((each) => each.code === road || each.name === road)
        : streets.filter((each) => each.class === road.class)[road.nth];
    if (!route) throw new RangeError(`no road ${JSON.stringify(road)} for a black spot`);
    const wanted = at < 1 ? at * lengthOf(route) : at;
    const stops = atJunction
      ? route.alongM.filter(
          (alongM, i) => route.meets[i]! > 0 && alongM > lengthM && alongM < lengthOf(route) - lengthM,
        )
      : Array.from({ length: 40 }, (_, i) => wanted + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 150);
    const nearestFirst = [...stops].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
    const middle = nearestFirst.find((alongM) => {
      const { point } = pointAlong(route, alongM);
      return (
        alongM > lengthM && alongM < lengthOf(route) - lengthM && taken.every((other) => distance(other, point) > 1000)
      );
    });
    if (middle === undefined) throw new RangeError(`no room for a black spot on ${route.name}`);
    taken.push(pointAlong(route, middle).point);
    return {
      route,
      fromM: Math.round(middle - lengthM / 2),
      toM: Math.round(middle + lengthM / 2),
      atJunction,
      fatal,
      injury,
      damage,
      form,
      hours,
    };
  });
}
