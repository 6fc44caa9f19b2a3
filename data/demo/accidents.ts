import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import { conditionsAt, type Moment, momentIn } from "./accident-conditions.ts";
import { type BlackSpotPlan, chooseBlackSpots } from "./black-spot-plan.ts";
import { type Context, draftOf } from "./context.ts";
import { accidentPeriod, dayNumber } from "./dates.ts";
import { demoCode, pointAt } from "./draft.ts";
import { distance, type Point } from "./frame.ts";
import { personName } from "./names.ts";
import { riverHalfWidth, riverMiddle } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";

const ACCIDENTS = 6000;

type Severity = "fatal" | "injury" | "damage";

/** A crash on a route before it is written down. */
interface Crash {
  readonly route: Route;
  /** Whole metres from the route's start. */
  readonly alongM: number;
  readonly point: Point;
  readonly severity: Severity;
  readonly atJunction: boolean;
  readonly spot: number | null;
}

/** The accidents, oldest first, and the codes of those that were put at each planted black spot. */
export function accidentFeatures(context: Context): {
  drafts: FeatureDraft[];
  spots: readonly { plan: BlackSpotPlan; codes: readonly string[] }[];
} {
  const random = createRandom(context.seed, "accidents");
  const spots = chooseBlackSpots(context.streets.routes);
  const crashes = plantedCrashes(spots, random);
  crashes.push(...scatteredCrashes(context, crashes, spots, ACCIDENTS - crashes.length, random));
  const period = accidentPeriod(context.today);
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  const timed = crashes.map((crash) => ({
    crash,
    moment: momentIn(random, from, to, inTown(crash.route), crash.spot === null ? undefined : spots[crash.spot]!.hours),
  }));
  timed.sort((a, b) =>
    a.moment.happenedAt < b.moment.happenedAt ? -1 : a.moment.happenedAt > b.moment.happenedAt ? 1 : 0,
  );
  const codes: string[][] = spots.map(() => []);
  const drafts = timed.map(({ crash, moment }, i) => {
    const code = demoCode("A", i + 1, 5);
    if (crash.spot !== null) codes[crash.spot]!.push(code);
    return accidentDraft(context, random, crash, moment, code, crash.spot === null ? null : spots[crash.spot]!);
  });
  return { drafts, spots: spots.map((plan, i) => ({ plan, codes: codes[i]! })) };
}

const inTown = (route: Route): boolean => route.code === null;

const onBridge = ([x, y]: Point): boolean => Math.abs(y - riverMiddle(x)) < riverHalfWidth(x) + 40;

/** Accidents a year and kilometre relative to each other: traffic, and what the class of road does to it. */
function dangerOf(route: Route): number {
  const perVehicle = {
    motorway: 0.28,
    national: 0.95,
    provincial: 0.9,
    arterial: 1,
    secondary: 1,
    county: 1.1,
    local: 0.75,
    service: 0.5,
  }[route.class];
  return route.aadt * perVehicle * lengthOf(route);
}

function crashAt(
  route: Route,
  alongM: number,
  severity: Severity,
  atJunction: boolean,
  spot: number | null,
  random: Random,
): Crash {
  const whole = Math.round(Math.min(Math.max(alongM, 1), lengthOf(route) - 1));
  const { point, cos, sin } = pointAlong(route, whole);
  const aside = Math.max(-8, Math.min(8, random.normal(0, Math.min(3.5, route.widthM / 4))));
  return { route, alongM: whole, point: [point[0] - sin * aside, point[1] + cos * aside], severity, atJunction, spot };
}

function plantedCrashes(spots: readonly BlackSpotPlan[], random: Random): Crash[] {
  return spots.flatMap((spot, index) =>
    Array.from({ length: spot.fatal + spot.injury + spot.damage }, (_, i) => {
      const severity = i < spot.fatal ? "fatal" : i < spot.fatal + spot.injury ? "injury" : "damage";
      const half = (spot.toM - spot.fromM) / 2;
      // Denser towards the middle, and inside the ends by five metres.
      const alongM = spot.fromM + half + Math.max(-half + 5, Math.min(half - 5, random.normal(0, half / 2.4)));
      return crashAt(spot.route, alongM, severity, spot.atJunction && random.chance(0.7), index, random);
    }),
  );
}

/** The rest, by traffic and junctions, without a second planted-looking cluster: fatal crashes keep apart, injuries do not heap up. */
function scatteredCrashes(
  context: Context,
  planted: readonly Crash[],
  spots: readonly BlackSpotPlan[],
  count: number,
  random: Random,
): Crash[] {
  const routes = context.streets.routes.map((route) => [route, dangerOf(route)] as const);
  const junctions = new Map<Route, number[]>();
  for (const [route] of routes)
    junctions.set(
      route,
      route.alongM.filter((_, i) => route.meets[i]! > 0),
    );
  const fatal = crowd(600);
  const hurt = crowd(150);
  for (const crash of planted) {
    if (crash.severity === "fatal") fatal.add(crash.point);
    if (crash.severity !== "damage") hurt.add(crash.point);
  }
  return Array.from({ length: count }, () => {
    const route = random.weighted(routes);
    const stops = junctions.get(route)!;
    const atJunction = stops.length > 0 && random.chance(inTown(route) ? 0.5 : 0.22);
    const alongM = atJunction ? random.pick(stops) + random.normal(0, 22) : random.between(0, lengthOf(route));
    const rural = !inTown(route);
    let severity = random.weighted<Severity>([
      ["fatal", rural ? 4.2 : 1.7],
      ["injury", rural ? 45 : 39],
      ["damage", 56],
    ]);
    const crash = crashAt(route, alongM, severity, atJunction, null, random);
    const inSpot = spots.some(
      (spot) => spot.route === route && crash.alongM > spot.fromM - 60 && crash.alongM < spot.toM + 60,
    );
    if (severity === "fatal" && (fatal.near(crash.point) > 0 || inSpot)) severity = "injury";
    if (severity === "injury" && (hurt.near(crash.point) > 5 || inSpot)) severity = "damage";
    if (severity === "fatal") fatal.add(crash.point);
    if (severity !== "damage") hurt.add(crash.point);
    return { ...crash, severity };
  });
}

/** Counts points within a radius of a place. */
function crowd(radiusM: number): { add(point: Point): void; near(point: Point): number } {
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

const FORMS_TOWN = [
  ["rear-end", 26],
  ["angle", 24],
  ["sideswipe", 13],
  ["non-motor", 15],
  ["pedestrian", 10],
  ["parked", 5],
  ["fixed-object", 5],
  ["other", 2],
] as const;
const FORMS_COUNTRY = [
  ["rear-end", 20],
  ["head-on", 17],
  ["angle", 16],
  ["run-off", 12],
  ["rollover", 9],
  ["fixed-object", 8],
  ["non-motor", 8],
  ["pedestrian", 6],
  ["sideswipe", 4],
] as const;
const CAUSES = [
  "未按规定让行",
  "超速行驶",
  "未保持安全车距",
  "违反交通信号",
  "疲劳驾驶",
  "逆行",
  "酒后驾驶",
  "操作不当",
  "违法变更车道",
  "行人横穿道路",
  "冰雪路面制动不当",
];

function accidentDraft(
  context: Context,
  random: Random,
  crash: Crash,
  moment: Moment,
  code: string,
  spot: BlackSpotPlan | null,
): FeatureDraft {
  const { route, severity } = crash;
  const town = inTown(route);
  const form: string =
    spot && random.chance(0.65) ? spot.form : random.weighted<string>(town ? FORMS_TOWN : FORMS_COUNTRY);
  const stakeM = Math.round(route.startStakeM) + crash.alongM;
  const single = ["fixed-object", "rollover", "run-off"].includes(form);
  const vulnerable = form === "pedestrian" || form === "non-motor";
  const attributes: Record<string, AttributeValue> = {
    happenedAt: moment.happenedAt,
    severity,
    deaths:
      severity === "fatal"
        ? random.weighted([
            [1, 90],
            [2, 8],
            [3, 2],
          ])
        : 0,
    injuries:
      severity === "injury"
        ? random.weighted([
            [1, 68],
            [2, 22],
            [3, 7],
            [5, 3],
          ])
        : severity === "fatal"
          ? random.integer(0, 2)
          : 0,
    form,
    ...conditionsAt(random, moment, town),
    vehicles:
      single || vulnerable
        ? 1
        : random.weighted([
            [2, 92],
            [3, 8],
          ]),
    pedestrians: form === "pedestrian" ? 1 : 0,
    nonMotor: form === "non-motor" ? 1 : 0,
    place: onBridge(crash.point)
      ? "11"
      : crash.atJunction
        ? random.weighted([
            ["2", 62],
            ["1", 38],
          ])
        : random.weighted([
            ["5", 88],
            ["9", 10],
            ["6", 2],
          ]),
    roadCode: route.code,
    roadName: route.name,
    roadClass: route.class,
    kilometre: Math.floor(stakeM / 1000),
    metre: stakeM % 1000,
    cause: random.pick(CAUSES),
    lossYuan: random.integer(severity === "damage" ? 3 : 10, severity === "fatal" ? 1200 : 260) * 100,
    parties: single ? personName(random) : `${personName(random)}、${personName(random)}`,
  };
  return draftOf(context, random, {
    code,
    name: `${route.code ?? route.name} K${Math.floor(stakeM / 1000)}+${String(stakeM % 1000).padStart(3, "0")} ${moment.happenedAt.slice(0, 10)}`,
    geometry: pointAt(crash.point),
    at: crash.point,
    attributes,
    observedOn: moment.happenedAt.slice(0, 10),
    positionErrorM: random.weighted<number | null>([
      [5, 55],
      [15, 35],
      [null, 10],
    ]),
  });
}
