import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { Context } from "./context.ts";
import { daysBefore } from "./dates.ts";
import { pointAt } from "./draft.ts";
import type { Layers } from "./flaws.ts";
import { between, type Point } from "./frame.ts";
import { createRandom } from "./random.ts";
import { createRouteFinder } from "./route-finder.ts";
import { lengthOf, pointAlong } from "./routes.ts";

/** What is wrong with accidents on purpose, by code: none of a planted spot or near one, each only once. */
export interface AccidentFlaws {
  /** Dated a year too late, weeks after the zone's day. */
  readonly accidentsInFuture: readonly string[];
  /** With deaths and nobody dead, or with damage only and people hurt. */
  readonly accidentsContradictory: readonly string[];
  /** Hundreds of metres from every road; some name one all the same. */
  readonly accidentsOffRoad: readonly string[];
  /** Their stake is beyond the end of their road. */
  readonly accidentsBeyondEnd: readonly string[];
  /** They name a road that does not exist. */
  readonly accidentsOnUnknownRoad: readonly string[];
  /** Without any road, midway between two that run side by side: the motorway and a ramp. */
  readonly accidentsBetweenRoads: readonly string[];
}

/** Where accidents are left as they are: metres of stake on a road. */
export interface Stretch {
  readonly road: string;
  readonly fromStakeM: number;
  readonly toStakeM: number;
}

const UNKNOWN_ROAD = { roadCode: "X999", roadName: "旧砖厂线" } as const;
const NO_ROAD = { roadCode: null, roadName: null, roadClass: null, kilometre: null, metre: null } as const;
/** No road within it. */
const OFF_ROAD_M = 450;
/** More people hurt within 500 m of a road, and the flaw might look like a black spot. */
const CASUALTIES_NEAR = 4;
/** Two roads this far apart run side by side, metres. */
const SIDE_BY_SIDE_M = [16, 44] as const;

/** Puts the flaws into the accidents, which it changes, and lists them. */
export function spoilAccidents(
  context: Context,
  layers: Layers,
  spared: { codes: ReadonlySet<string>; stretches: readonly Stretch[] },
): AccidentFlaws {
  const random = createRandom(context.seed, "accident-flaws");
  const { today } = context;
  const accidents = layers.accidents!;
  const free = random.shuffled(accidents.flatMap((draft, i) => (isSpared(draft, spared) ? [] : [i])));
  const choose = (count: number, fits: (draft: FeatureDraft) => boolean): number[] =>
    Array.from({ length: count }, () => {
      const found = free.findIndex((i) => fits(accidents[i]!));
      if (found < 0) throw new RangeError("no accident left that can be spoilt");
      return free.splice(found, 1)[0]!;
    });
  const change = (index: number, attributes: Record<string, AttributeValue>, more: Partial<FeatureDraft> = {}) => {
    const draft = accidents[index]!;
    const changed = { ...draft, ...more, attributes: { ...draft.attributes, ...attributes } };
    accidents[index] = { ...changed, name: nameOf(changed) };
    return draft.code;
  };
  const move = (index: number, point: Point, attributes: Record<string, AttributeValue>) =>
    change(index, attributes, {
      geometry: pointAt(point),
      districtCode: context.districts.find(point)?.code ?? null,
    });
  const isDamage = ({ attributes }: FeatureDraft) => attributes.severity === "damage";

  const [from, to] = [daysBefore(today, 325), daysBefore(today, 285)];
  const accidentsInFuture = choose(3, (draft) => isDamage(draft) && dayOf(draft) >= from && dayOf(draft) <= to).map(
    (i) => {
      const happenedAt = String(accidents[i]!.attributes.happenedAt);
      return change(i, { happenedAt: `${Number(happenedAt.slice(0, 4)) + 1}${happenedAt.slice(4)}` });
    },
  );
  const accidentsContradictory = [
    ...choose(5, ({ attributes }) => attributes.severity === "fatal").map((i) => change(i, { deaths: 0 })),
    ...choose(5, (draft) => isDamage(draft) && casualtiesNear(accidents, draft) <= CASUALTIES_NEAR).map((i) =>
      change(i, { injuries: random.integer(1, 2) }),
    ),
  ];
  const accidentsOffRoad = choose(5, isDamage).map((i, k) =>
    move(i, farFromRoads(context, random), k < 2 ? NO_ROAD : {}),
  );
  const accidentsBeyondEnd = choose(4, (draft) => isDamage(draft) && draft.attributes.roadCode !== null).map((i) => {
    const route = context.streets.routes.find(({ code }) => code === accidents[i]!.attributes.roadCode)!;
    const lastKilometre = Math.floor((route.startStakeM + lengthOf(route)) / 1000);
    return change(i, { kilometre: lastKilometre + random.integer(3, 40) });
  });
  const accidentsOnUnknownRoad = choose(4, (draft) => isDamage(draft) && draft.attributes.roadClass === "county").map(
    (i) => change(i, UNKNOWN_ROAD),
  );
  const places = betweenRoads(context);
  const accidentsBetweenRoads = choose(
    places.length,
    (draft) => isDamage(draft) && draft.attributes.roadCode === "G9990",
  ).map((i, k) => move(i, places[k]!, NO_ROAD));
  return {
    accidentsInFuture,
    accidentsContradictory,
    accidentsOffRoad,
    accidentsBeyondEnd,
    accidentsOnUnknownRoad,
    accidentsBetweenRoads,
  };
}

const dayOf = ({ attributes }: FeatureDraft): string => String(attributes.happenedAt).slice(0, 10);
const roadOf = ({ attributes }: FeatureDraft) => String(attributes.roadCode ?? attributes.roadName);
const stakeOf = ({ attributes }: FeatureDraft): number =>
  Number(attributes.kilometre) * 1000 + Number(attributes.metre);

function isSpared(draft: FeatureDraft, { codes, stretches }: Parameters<typeof spoilAccidents>[2]): boolean {
  const { happenedAt, dangerousGoods } = draft.attributes;
  if (codes.has(draft.code) || happenedAt === null || dangerousGoods === true) return true;
  const [road, stakeM] = [roadOf(draft), stakeOf(draft)];
  return stretches.some((each) => each.road === road && stakeM >= each.fromStakeM && stakeM <= each.toStakeM);
}

/** As accidents are named everywhere: road, stake and day. */
function nameOf({ attributes, ...draft }: FeatureDraft): string {
  const road = attributes.roadCode ?? attributes.roadName ?? "路名不详";
  const stake =
    attributes.kilometre === null ? "" : ` K${attributes.kilometre}+${String(attributes.metre).padStart(3, "0")}`;
  return `${road}${stake} ${dayOf({ attributes, ...draft })}`;
}

function casualtiesNear(accidents: readonly FeatureDraft[], draft: FeatureDraft): number {
  const [road, stakeM] = [roadOf(draft), stakeOf(draft)];
  return accidents.filter(
    (each) => each.attributes.severity !== "damage" && roadOf(each) === road && Math.abs(stakeOf(each) - stakeM) <= 500,
  ).length;
}

/** Somewhere in the zone's fields. */
function farFromRoads({ districts, finder }: Context, random: ReturnType<typeof createRandom>): Point {
  for (let tries = 0; tries < 5000; tries++) {
    const point: Point = [random.between(-14_000, 14_000), random.between(-11_000, 11_000)];
    if (districts.find(point) && !finder.nearest(point, OFF_ROAD_M)) return point;
  }
  throw new RangeError("no place far from all roads");
}

/** Midway between each ramp and the motorway that it leaves, where both run side by side. */
function betweenRoads({ streets: { routes } }: Context): Point[] {
  const motorway = createRouteFinder(routes.filter((route) => route.class === "motorway"));
  const [nearM, farM] = SIDE_BY_SIDE_M;
  return routes
    .filter(({ name }) => name.endsWith("匝道"))
    .flatMap((ramp) => {
      for (let alongM = 0; alongM < lengthOf(ramp); alongM += 10) {
        const { point } = pointAlong(ramp, alongM);
        const near = motorway.nearest(point, farM);
        if (near && near.offM >= nearM) return [between(point, pointAlong(near.route, near.alongM).point, 0.5)];
      }
      return [];
    });
}
