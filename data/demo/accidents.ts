import type { FeatureDraft } from "../layers/feature.ts";
import { momentIn } from "./accident-conditions.ts";
import { accidentDraft, type Crash, inTown, type Severity } from "./accident-features.ts";
import { createCrowd, createStretches } from "./accident-limits.ts";
import { withParties } from "./accident-parties.ts";
import { type PlantedAdverseStretch, plantAdverseWeather } from "./adverse-weather.ts";
import { type BlackSpotPlan, chooseBlackSpots } from "./black-spot-plan.ts";
import type { Context } from "./context.ts";
import { accidentPeriod, dayNumber } from "./dates.ts";
import { demoCode } from "./draft.ts";
import type { Point } from "./frame.ts";
import { createRandom, type Random } from "./random.ts";
import { REGISTERED, WORKS_DAYS } from "./register-plan.ts";
import { rhythmOf } from "./rhythms.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";

const ACCIDENTS = 6000;
/** Of a planted spot's accidents, so many fall into its hours, besides those that chance puts there. */
const OF_ITS_HOURS = 0.7;

/** The accidents, oldest first, the codes of those that were put at each planted black spot, and the stretches of bad weather. */
export function accidentFeatures(context: Context): {
  drafts: FeatureDraft[];
  spots: readonly { plan: BlackSpotPlan; codes: readonly string[] }[];
  stretches: readonly PlantedAdverseStretch[];
} {
  const random = createRandom(context.seed, "accidents");
  const spots = chooseBlackSpots(context.streets.routes);
  const crashes = plantedCrashes(spots, random);
  crashes.push(...scatteredCrashes(context, crashes, spots, ACCIDENTS - crashes.length, random));
  const timed = crashes.map((crash) => ({
    crash,
    moment: momentIn(
      random,
      ...daysFor(crash, context.today),
      inTown(crash.route),
      crash.spot === null ? rhythmOf(crash.route) : { hours: spots[crash.spot]!.hours, share: OF_ITS_HOURS },
    ),
  }));
  timed.sort((a, b) =>
    a.moment.happenedAt < b.moment.happenedAt ? -1 : a.moment.happenedAt > b.moment.happenedAt ? 1 : 0,
  );
  const parties = createRandom(context.seed, "accident-parties");
  const codes: string[][] = spots.map(() => []);
  const drafts = timed.map(({ crash, moment }, i) => {
    const code = demoCode("A", i + 1, 5);
    if (crash.spot !== null) codes[crash.spot]!.push(code);
    const spot = crash.spot === null ? null : spots[crash.spot]!;
    return withParties(parties, accidentDraft(context, random, crash, moment, code, spot), crash, spot);
  });
  const ordered = timed.map(({ crash }) => crash);
  return {
    ...plantAdverseWeather(context.seed, drafts, ordered, spots),
    spots: spots.map((plan, i) => ({ plan, codes: codes[i]! })),
  };
}

/** The first and last day on which a crash may have happened: the whole period, or a side of the works at its spot. */
function daysFor({ spot, works }: Crash, today: string): [from: number, to: number] {
  const period = accidentPeriod(today);
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  if (spot === null || works === null) return [from, to];
  const treated = dayNumber(today) - REGISTERED.get(spot)!.treated!;
  return works === "after" ? [treated + 1, to] : [from, treated - WORKS_DAYS];
}

/** Spread evenly over the spot's crashes, the worst of which come first and lie before the works. */
function sideOfWorks(spot: number, index: number): Crash["works"] {
  const oneAfterIn = REGISTERED.get(spot)?.oneAfterIn;
  if (!oneAfterIn) return null;
  return index % oneAfterIn === oneAfterIn - 1 ? "after" : "before";
}

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
  const beside: Point = [point[0] - sin * aside, point[1] + cos * aside];
  return { route, alongM: whole, point: beside, severity, atJunction, spot, works: null };
}

function plantedCrashes(spots: readonly BlackSpotPlan[], random: Random): Crash[] {
  return spots.flatMap((spot, index) =>
    Array.from({ length: spot.fatal + spot.injury + spot.damage }, (_, i) => {
      const severity = i < spot.fatal ? "fatal" : i < spot.fatal + spot.injury ? "injury" : "damage";
      const half = (spot.toM - spot.fromM) / 2;
      // Denser towards the middle, and inside the ends by five metres.
      const alongM = spot.fromM + half + Math.max(-half + 5, Math.min(half - 5, random.normal(0, half / 2.4)));
      const crash = crashAt(spot.route, alongM, severity, spot.atJunction && random.chance(0.7), index, random);
      return { ...crash, works: sideOfWorks(index, i) };
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
  const { routes } = context.streets;
  const pickRoute = random.picker(routes.map((route) => [route, dangerOf(route)] as const));
  const junctions = new Map<Route, number[]>();
  for (const route of routes)
    junctions.set(
      route,
      route.alongM.filter((_, i) => route.meets[i]! > 0),
    );
  const fatal = createCrowd(600);
  const hurt = createCrowd(150);
  const stretches = createStretches();
  for (const crash of planted) {
    if (crash.severity === "fatal") fatal.add(crash.point);
    if (crash.severity !== "damage") hurt.add(crash.point);
  }
  return Array.from({ length: count }, () => {
    const route = pickRoute();
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
    if (stretches.isFull(route, crash.alongM)) severity = "damage";
    if (severity === "fatal") fatal.add(crash.point);
    if (severity !== "damage") {
      hurt.add(crash.point);
      stretches.add(route, crash.alongM);
    }
    return { ...crash, severity };
  });
}
