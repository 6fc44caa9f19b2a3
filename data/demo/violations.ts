import type { FeatureDraft } from "../layers/feature.ts";
import { momentIn } from "./accident-conditions.ts";
import { inTown } from "./accident-features.ts";
import type { Carrier, Transport } from "./carriers.ts";
import { type Context, draftOf } from "./context.ts";
import { isDangerousGoodsRoute } from "./dangerous-goods-routes.ts";
import { accidentPeriod, dayNumber, daysBefore } from "./dates.ts";
import { demoCode, pointAt } from "./draft.ts";
import { personName } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";

const VIOLATIONS = 2500;
/** Vehicle by vehicle, planted carriers break the rules so much oftener than others. */
const OFTENER = 12;
/** Of a planted carrier's violations, so many are of the kinds that it stands out by. */
const OF_ITS_KINDS = 0.75;

interface Kind {
  readonly code: string;
  readonly title: string;
  /** Penalty points by the order of the Ministry of Public Security no. 163 (2021), entered from memory. */
  readonly points: readonly number[];
  readonly share: Readonly<Record<Transport, number>>;
}

const kind = (
  code: string,
  title: string,
  points: readonly number[],
  [dangerousGoods, passenger, freight, busTaxi]: readonly [number, number, number, number],
): Kind => ({
  code,
  title,
  points,
  share: { "dangerous-goods": dangerousGoods, passenger, freight, "bus-taxi": busTaxi },
});

const KINDS: readonly Kind[] = [
  kind("speeding", "超速行驶", [3, 6, 6], [20, 26, 18, 14]),
  kind("fatigue", "疲劳驾驶", [3, 9], [6, 4, 7, 1]),
  kind("overload", "超载超员", [3, 6], [3, 5, 16, 2]),
  kind("drink", "酒后驾驶", [12], [0.2, 0.2, 0.6, 0.2]),
  kind("signal", "违反交通信号", [6], [5, 10, 8, 18]),
  kind("lane", "违法占道、变道或超车", [1, 3], [14, 16, 16, 24]),
  kind("route", "危货车辆违规通行", [6], [14, 0, 0, 0]),
  kind("phone", "接打手持电话", [3], [12, 16, 10, 18]),
  kind("belt", "未系安全带", [1], [14, 12, 13, 10]),
  kind("unfit", "车辆逾期未检或机件不符", [1, 3], [8, 6, 12, 4]),
  kind("other", "其他违法", [0, 1], [8, 8, 8, 8]),
];

/** What the carriers' vehicles were fined for in the period of the accidents, oldest first. */
export function violationFeatures(context: Context, carriers: readonly Carrier[]): FeatureDraft[] {
  const random = createRandom(context.seed, "violations");
  const pickCarrier = random.picker(
    carriers.map((carrier, i) => [i, (carrier.vehicles ?? 20) * (carrier.planted ? OFTENER : 1)] as const),
  );
  const period = accidentPeriod(context.today);
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  const pickRoute = createRoutePicker(context.streets.routes, random);
  const found = Array.from({ length: VIOLATIONS }, () => {
    const carrier = pickCarrier();
    const done = kindOf(random, carriers[carrier]!);
    const route = pickRoute(done.code === "route");
    return { carrier, done, route, moment: momentIn(random, from, to, inTown(route)) };
  });
  found.sort((a, b) => (a.moment.happenedAt < b.moment.happenedAt ? -1 : 1));
  const recently = daysBefore(context.today, 75);
  return found.map(({ carrier, done, route, moment: { happenedAt } }, i) => {
    const { name, creditCode, vehicles } = carriers[carrier]!;
    const { point } = pointAlong(route, random.between(0, lengthOf(route)));
    return draftOf(context, random, {
      code: demoCode("V", i + 1, 5),
      name: done.title,
      geometry: pointAt(point),
      at: point,
      attributes: {
        happenedAt,
        kind: done.code,
        carrier: creditCode,
        carrierName: name,
        points: random.pick(done.points),
        settled: random.chance(happenedAt > recently ? 0.55 : 0.97),
        roadCode: route.code,
        roadName: route.name,
        plate: plateOf(carrier, random.integer(1, vehicles ?? 20)),
        driver: personName(random),
      },
      positionErrorM: 15,
      observedOn: happenedAt.slice(0, 10),
    });
  });
}

function kindOf(random: Random, { transport, planted }: Carrier): Kind {
  if (planted && random.chance(OF_ITS_KINDS)) {
    const code = random.pick(planted.violations);
    return KINDS.find((each) => each.code === code)!;
  }
  return random.weighted(KINDS.map((each) => [each, each.share[transport]] as const));
}

/** Roads by how much is driven on them; vehicles off their route are found where dangerous goods may not go. */
function createRoutePicker(routes: readonly Route[], random: Random): (offRoute: boolean) => Route {
  const weighed = routes.map((route) => [route, route.aadt * lengthOf(route)] as const);
  const pick = random.picker(weighed);
  const pickForbidden = random.picker(weighed.filter(([route]) => !isDangerousGoodsRoute(route)));
  return (offRoute) => (offRoute ? pickForbidden() : pick());
}

/** No province has 演: carrier and vehicle by number. */
const plateOf = (carrier: number, vehicle: number): string =>
  `演G${String(carrier + 1).padStart(2, "0")}${String(vehicle).padStart(3, "0")}`;
