import type { FeatureDraft } from "../layers/feature.ts";
import { formatParties, type Party } from "../traffic/parties.ts";
import { COMPASS, type Compass, type Manoeuvre, type PartyKind } from "../traffic/party-words.ts";
import type { Crash } from "./accident-features.ts";
import type { BlackSpotPlan } from "./black-spot-plan.ts";
import { isDangerousGoodsRoute } from "./dangerous-goods-routes.ts";
import type { Random } from "./random.ts";
import { pointAlong, type Route } from "./routes.ts";

/** What the record of a crash says about those who took part. */
interface Involved {
  readonly form: string;
  readonly vehicles: number;
  readonly pedestrians: number;
  readonly nonMotor: number;
}

/** Eighths of a turn clockwise from north. */
type Heading = number;

type Kinds = readonly (readonly [PartyKind, number])[];

const KINDS_TOWN: Kinds = [
  ["car", 80],
  ["truck", 7],
  ["bus", 5],
  ["motorcycle", 5],
  ["tractor", 3],
];
const KINDS_COUNTRY: Kinds = [
  ["car", 58],
  ["truck", 24],
  ["bus", 4],
  ["motorcycle", 6],
  ["tractor", 8],
];
const KINDS_MOTORWAY: Kinds = [
  ["car", 62],
  ["truck", 32],
  ["bus", 6],
];
/** Where dangerous goods may be driven, one vehicle in thirty carries them. */
const WITH_DANGEROUS_GOODS = 1 / 30;

/**
 * Everybody who took part in a crash, where each came from and what each was doing, as its form, its counts and the road's course
 * have it. Crashes of a planted black spot mostly follow one pattern.
 *
 * @param isDangerousGoodsRoute - vehicles with dangerous goods drive here.
 */
function partiesOf(
  random: Random,
  crash: Crash,
  involved: Involved,
  spot: BlackSpotPlan | null,
  isDangerousGoodsRoute: boolean,
): Party[] {
  const along = headingAt(crash.route, crash.alongM);
  const followsSpot = spot !== null && spot.form === involved.form && random.chance(0.8);
  const ahead = followsSpot || random.chance(0.5) ? along : turned(along, 4);
  const kinds = kindsOn(crash.route);
  const motor = (manoeuvre: Manoeuvre, from: Heading, to: Heading): Party => {
    const isDangerous = isDangerousGoodsRoute && random.chance(WITH_DANGEROUS_GOODS);
    return party(isDangerous ? "dangerous-goods-truck" : random.weighted(kinds), manoeuvre, from, to);
  };
  const straight = (heading: Heading) => motor("straight", heading, heading);
  const first = FIRST_OF[involved.form]?.(motor, ahead) ?? straight(ahead);
  const others = Array.from({ length: Math.max(0, involved.vehicles - 1) }, (_, i) =>
    i === 0 ? secondOf(random, involved.form, motor, ahead, crash.atJunction, followsSpot) : straight(ahead),
  );
  const nonMotor = Array.from({ length: involved.nonMotor }, () =>
    besideOf(
      random,
      random.weighted<PartyKind>([
        ["e-bike", 78],
        ["bicycle", 22],
      ]),
      ahead,
      followsSpot,
    ),
  );
  const onFoot = Array.from({ length: involved.pedestrians }, () => besideOf(random, "pedestrian", ahead, followsSpot));
  return [first, ...others, ...nonMotor, ...onFoot];
}

/** Of one record in so many nobody wrote down who drove where. */
const WITHOUT_MOVEMENTS = 0.12;

/** The record with its parties and what hangs on them. Unsafe factors of the road are looked for where somebody died. */
export function withParties(
  random: Random,
  draft: FeatureDraft,
  crash: Crash,
  spot: BlackSpotPlan | null,
): FeatureDraft {
  const { form, severity, vehicles, pedestrians, nonMotor } = draft.attributes;
  const counts = { vehicles: Number(vehicles), pedestrians: Number(pedestrians), nonMotor: Number(nonMotor) };
  const parties = partiesOf(random, crash, { form: String(form), ...counts }, spot, isDangerousGoodsRoute(crash.route));
  const hasMovements = !random.chance(WITHOUT_MOVEMENTS);
  const hasRoadFactor = random.chance(spot ? 0.55 : 0.12);
  return {
    ...draft,
    attributes: {
      ...draft.attributes,
      roadFactor: severity === "fatal" ? hasRoadFactor : null,
      dangerousGoods: parties.some(({ kind }) => kind === "dangerous-goods-truck"),
      movements: hasMovements ? formatParties(parties, "zh") : null,
    },
  };
}

type Driver = (manoeuvre: Manoeuvre, from: Heading, to: Heading) => Party;

/** The first vehicle, where it does not just drive on. */
const FIRST_OF: Readonly<Record<string, (motor: Driver, ahead: Heading) => Party>> = {
  "run-off": (motor, ahead) => motor("run-off", ahead, ahead),
  sideswipe: (motor, ahead) => motor("changing-lane", ahead, ahead),
};

function secondOf(
  random: Random,
  form: string,
  motor: Driver,
  ahead: Heading,
  atJunction: boolean,
  followsSpot: boolean,
): Party {
  const on = (manoeuvre: Manoeuvre) => motor(manoeuvre, ahead, ahead);
  const oncoming = turned(ahead, 4);
  switch (form) {
    case "rear-end":
      return on(
        random.weighted<Manoeuvre>([
          ["straight", 60],
          ["stopped", 40],
        ]),
      );
    case "head-on":
      return motor(
        random.weighted<Manoeuvre>([
          ["straight", 65],
          ["overtaking", 35],
        ]),
        oncoming,
        oncoming,
      );
    case "parked":
      return on("parked");
    case "angle": {
      // One that turns left across the oncoming lane leaves to its own left.
      if (followsSpot || random.chance(atJunction ? 0.4 : 0.2)) return motor("left", oncoming, turned(oncoming, -2));
      const side = turned(ahead, random.chance(0.5) ? 2 : -2);
      if (atJunction) return motor("straight", side, side);
      return random.chance(0.3) ? motor("u-turn", oncoming, ahead) : motor("left", side, turned(side, -2));
    }
    default:
      return on("straight");
  }
}

/** Somebody on foot or on a bicycle: mostly across the road, otherwise along it. */
function besideOf(random: Random, kind: PartyKind, ahead: Heading, followsSpot: boolean): Party {
  if (followsSpot || random.chance(0.7)) {
    const across = turned(ahead, followsSpot || random.chance(0.5) ? 2 : -2);
    return party(kind, "crossing", across, across);
  }
  const along = random.chance(0.75) ? ahead : turned(ahead, 4);
  return party(kind, kind === "pedestrian" ? "walking-along" : "straight", along, along);
}

/** @param from - the heading before the manoeuvre: one that drives westward comes from the east. */
function party(kind: PartyKind, manoeuvre: Manoeuvre, from: Heading, to: Heading): Party {
  return { kind, manoeuvre, from: pointOf(turned(from, 4)), to: pointOf(to) };
}

const turned = (heading: Heading, eighths: number): Heading => (heading + eighths + 8) % 8;

const pointOf = (heading: Heading): Compass => COMPASS[heading]!;

const kindsOn = (route: Route): Kinds =>
  route.class === "motorway" ? KINDS_MOTORWAY : route.code ? KINDS_COUNTRY : KINDS_TOWN;

/** The point of the compass towards which stakes grow here. Compares slopes: no arc tangent, whose last bit may differ. */
function headingAt(route: Route, alongM: number): Heading {
  const { cos, sin } = pointAlong(route, alongM);
  const narrow = Math.SQRT2 - 1;
  if (Math.abs(cos) < narrow * Math.abs(sin)) return sin > 0 ? 0 : 4;
  if (Math.abs(sin) < narrow * Math.abs(cos)) return cos > 0 ? 2 : 6;
  if (sin > 0) return cos > 0 ? 1 : 7;
  return cos > 0 ? 3 : 5;
}
