import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { Place } from "./block-fillers.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { creditCode } from "./credit-code.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, pointAt, polygon } from "./draft.ts";
import type { Point } from "./frame.ts";
import { firmName } from "./hazard-sources.ts";
import { personName, phoneNumber, properWord } from "./names.ts";
import { CHEMICAL_PARK } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { centerOf, corners, distanceTo, rectangle } from "./rectangle.ts";
import { TRADES, type Trade, type Where } from "./trades.ts";

/** About 1,200 units: first the firms of the hazard sources, on their plants, then the trades. */
export function enterpriseFeatures(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "enterprises");
  const drafts: FeatureDraft[] = [];
  const used = new Set<string>();
  const firms = new Set<string>();
  for (const hazard of context.hazards) {
    const name = firmName(hazard.firm);
    if (firms.has(name)) continue;
    firms.add(name);
    used.add(name);
    const sector = hazard.kind === "ammonia-refrigeration" ? "14" : hazard.kind === "fuel-station" ? "10" : "13";
    drafts.push(
      enterpriseDraft(
        context,
        random,
        demoCode("E", drafts.length + 1),
        name,
        centerOf(hazard.plant),
        polygon(corners(hazard.plant)),
        {
          sector,
          risk:
            hazard.kind === "fuel-station"
              ? "orange"
              : random.weighted([
                  ["red", 6],
                  ["orange", 4],
                ]),
          employees: hazard.staff * random.integer(3, 9),
          business: hazard.unit,
          hazardousChemicals: true,
          dustExplosion: false,
          confinedSpace: hazard.kind !== "fuel-station",
        },
      ),
    );
  }
  const spots = spotsOf(context, random);
  for (const trade of TRADES)
    for (let i = 0; i < trade.count; i++) {
      const spot = nextSpot(spots, trade.where, i);
      const { name, business } = newName(random, trade, used);
      const chance = (share: number | undefined) => random.chance(share ?? 0);
      const dangers = {
        hazardousChemicals: chance(trade.dangers?.chemicals),
        dustExplosion: chance(trade.dangers?.dust),
        confinedSpace: chance(trade.dangers?.confined),
      };
      const employees = Math.max(2, Math.round(trade.largest * random.next() * random.next()));
      drafts.push(
        enterpriseDraft(
          context,
          random,
          demoCode("E", drafts.length + 1),
          name,
          spot.point,
          spot.outline ? polygon(spot.outline) : pointAt(spot.point),
          {
            sector: trade.sector,
            risk: riskOf(random, trade.sector, Object.values(dangers).filter(Boolean).length, employees),
            employees,
            business,
            ...dangers,
          },
        ),
      );
    }
  return drafts;
}

function enterpriseDraft(
  context: Context,
  random: Random,
  code: string,
  name: string,
  point: Point,
  geometry: FeatureDraft["geometry"],
  own: Record<string, AttributeValue>,
): FeatureDraft {
  const days = (low: number, high: number) => daysBefore(context.today, random.integer(low, high));
  return draftOf(context, random, {
    code,
    name,
    geometry,
    at: point,
    attributes: {
      ...own,
      creditCode: creditCode(name),
      address: addressOf(context, point),
      openDangers:
        own.risk === "red"
          ? random.integer(0, 3)
          : own.risk === "orange"
            ? random.weighted([
                [0, 80],
                [1, 17],
                [2, 3],
              ])
            : random.chance(0.015)
              ? 1
              : 0,
      headCheckOn: random.chance(0.94) ? days(1, random.chance(0.85) ? 92 : 300) : null,
      drillOn: random.chance(0.88) ? days(5, 420) : null,
      inspectedOn: random.chance(0.83) ? days(5, 700) : null,
      safetyManager: personName(random),
      phone: phoneNumber(random),
    },
  });
}

/** Few red, many blue; chemicals, dust and confined spaces weigh, and so does the size. */
function riskOf(random: Random, sector: string, dangers: number, employees: number): string {
  if (sector === "13")
    return random.weighted([
      ["red", 14],
      ["orange", 40],
      ["yellow", 40],
      ["blue", 6],
    ]);
  const weight = dangers + (employees > 150 ? 1 : 0);
  if (weight === 0)
    return random.weighted([
      ["red", 0.2],
      ["orange", 2],
      ["yellow", 19],
      ["blue", 79],
    ]);
  return random.weighted([
    ["red", weight],
    ["orange", 9 * weight],
    ["yellow", 45],
    ["blue", 40],
  ]);
}

function newName(random: Random, trade: Trade, used: Set<string>): { name: string; business: string } {
  for (;;) {
    const ending = random.pick(trade.endings);
    const name = `${properWord(random)}${ending.replace(/公司$/, "有限公司")}（演示）`;
    const unique = used.has(name) ? `${properWord(random)}${name}` : name;
    if (used.has(unique)) continue;
    used.add(unique);
    return { name: unique, business: ending.replace(/公司$/, "") };
  }
}

interface Spot {
  readonly point: Point;
  readonly outline: Point[] | null;
}

type Spots = Map<Where, { list: Spot[]; next: number }>;

/** Where units of each kind can sit; a list that runs out starts again, a few metres off. */
function spotsOf(context: Context, random: Random): Spots {
  const { buildings, places, yards } = context.built;
  const spots: Spots = new Map();
  const add = (where: Where, list: Spot[]) => spots.set(where, { list: random.shuffled(list), next: 0 });
  const inPark = (place: Place) =>
    distanceTo(rectangle(CHEMICAL_PARK, -1500, -1200, 1500, 1200), centerOf(place.ground)) === 0;
  const factories = places.filter((place) => place.kind === "factory");
  const outlined = (place: Place): Spot => ({ point: centerOf(place.ground), outline: plotOutline(context, place) });
  const large = factories.filter((place) => place.ground.halfU > 40 && place.buildings.length >= 3);
  add("chemical", large.filter(inPark).map(outlined));
  add("plot", large.filter((place) => !inPark(place)).map(outlined));
  add(
    "hall",
    large
      .filter((place) => !inPark(place))
      .flatMap((place) =>
        place.buildings.slice(1).map((index) => ({ point: centerOf(buildings[index]!.ground), outline: null })),
      ),
  );
  add(
    "farm",
    factories
      .filter((place) => place.ground.halfU <= 40)
      .map((place) => ({ point: centerOf(buildings[place.buildings[0]!]!.ground), outline: null })),
  );
  add(
    "shop",
    buildings
      .filter((each) => each.use === "commercial" && each.storeys <= 3)
      .map((each) => ({ point: centerOf(each.ground), outline: null })),
  );
  add(
    "village",
    yards
      .filter((yard) => yard.settlement.kind === "village" || yard.settlement.kind === "town")
      .map((yard) => ({ point: centerOf(buildings[yard.building]!.ground), outline: null })),
  );
  for (const kind of [
    "school",
    "kindergarten",
    "college",
    "elderly-care",
    "hospital",
    "estate",
    "mall",
    "market",
    "hotel",
    "culture",
    "office",
    "sports-venue",
  ] as const)
    add(
      kind,
      places
        .filter((place) => place.kind === kind && place.buildings.length > 0)
        .map((place) => ({ point: centerOf(buildings[place.buildings[0]!]!.ground), outline: null })),
    );
  return spots;
}

/** The plot's fence, when no hazard source's plant reaches into it. */
const plotOutline = (context: Context, place: Place): Point[] | null =>
  context.hazards.every(
    (hazard) =>
      corners(place.ground).every((corner) => distanceTo(hazard.plant, corner) > 0) &&
      distanceTo(place.ground, centerOf(hazard.plant)) > 0,
  )
    ? corners(place.ground)
    : null;

function nextSpot(spots: Spots, where: readonly Where[], turn: number): Spot {
  for (let i = 0; i < where.length; i++) {
    const found = spots.get(where[(turn + i) % where.length]!);
    const spot = found?.list[found.next];
    if (!found || !spot) continue;
    found.next++;
    return spot;
  }
  const [first] = where;
  const { list } = spots.get(first!)!;
  const again = list[turn % list.length]!;
  return { point: [again.point[0] + 4 + (turn % 5), again.point[1] + 3], outline: null };
}
