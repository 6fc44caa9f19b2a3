import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import { conditionsAt, type Moment } from "./accident-conditions.ts";
import type { BlackSpotPlan } from "./black-spot-plan.ts";
import { type Context, draftOf } from "./context.ts";
import { pointAt } from "./draft.ts";
import type { Point } from "./frame.ts";
import { personName } from "./names.ts";
import { riverHalfWidth, riverMiddle } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Route } from "./routes.ts";

export type Severity = "fatal" | "injury" | "damage";

/** A crash on a route before it is written down. */
export interface Crash {
  readonly route: Route;
  /** Whole metres from the route's start. */
  readonly alongM: number;
  readonly point: Point;
  readonly severity: Severity;
  readonly atJunction: boolean;
  /** The planted black spot that it belongs to, and on which side of that spot's works it happened. */
  readonly spot: number | null;
  readonly works: "before" | "after" | null;
}

/** Numbered roads run through the country, streets through the town. */
export const inTown = (route: Route): boolean => route.code === null;

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
const FORMS_MOTORWAY = [
  ["rear-end", 47],
  ["sideswipe", 17],
  ["fixed-object", 18],
  ["rollover", 7],
  ["run-off", 5],
  ["parked", 5],
  ["other", 1],
] as const;

const CAUSES = ["超速行驶", "未保持安全车距", "疲劳驾驶", "酒后驾驶", "操作不当", "违法变更车道"];

/** What the police found; some causes need a junction, ice or somebody on foot. */
function causeOf(random: Random, form: string, atJunction: boolean, surface: string): string {
  const causes = [...CAUSES];
  if (atJunction) causes.push("未按规定让行", "违反交通信号", "未按规定让行");
  if (form === "head-on") causes.push("逆行", "违法超车", "逆行");
  if (form === "pedestrian") causes.push("行人横穿道路", "未礼让行人");
  if (surface === "ice" || surface === "snow") causes.push("冰雪路面制动不当", "冰雪路面制动不当", "冰雪路面制动不当");
  return random.pick(causes);
}

/** The record of a crash. `spot`: the planted black spot whose pattern it follows. */
export function accidentDraft(
  context: Context,
  random: Random,
  crash: Crash,
  moment: Moment,
  code: string,
  spot: BlackSpotPlan | null,
): FeatureDraft {
  const { route, severity } = crash;
  const town = inTown(route);
  const forms = route.class === "motorway" ? FORMS_MOTORWAY : town ? FORMS_TOWN : FORMS_COUNTRY;
  const form: string = spot && random.chance(0.65) ? spot.form : random.weighted<string>(forms);
  const conditions = conditionsAt(random, moment, town);
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
    ...conditions,
    vehicles:
      single || vulnerable
        ? 1
        : random.weighted([
            [2, 92],
            [3, 8],
          ]),
    pedestrians: form === "pedestrian" ? 1 : 0,
    nonMotor: form === "non-motor" ? 1 : 0,
    place: placeOf(random, crash),
    roadCode: route.code,
    roadName: route.name,
    roadClass: route.class,
    kilometre: Math.floor(stakeM / 1000),
    metre: stakeM % 1000,
    cause: causeOf(random, form, crash.atJunction, conditions.surface),
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

const onBridge = ([x, y]: Point): boolean => Math.abs(y - riverMiddle(x)) < riverHalfWidth(x) + 40;

/** The code of GA 1082 for bridge, ramp, junction or ordinary section. */
function placeOf(random: Random, { route, point, atJunction }: Crash): string {
  if (onBridge(point)) return "11";
  if (atJunction && route.class === "motorway") return "8";
  return atJunction
    ? random.weighted([
        ["2", 62],
        ["1", 38],
      ])
    : random.weighted([
        ["5", 88],
        ["9", route.class === "motorway" ? 0 : 10],
        ["6", 2],
      ]);
}
