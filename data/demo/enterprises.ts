import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { Place, PlaceKind } from "./block-fillers.ts";
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

type Where = "plot" | "chemical" | "hall" | "shop" | "village" | "farm" | PlaceKind;

interface Trade {
  readonly sector: string;
  readonly count: number;
  readonly where: readonly Where[];
  readonly endings: readonly string[];
  /** Most people at work. */
  readonly largest: number;
  readonly dangers?: { readonly chemicals?: number; readonly dust?: number; readonly confined?: number };
}

/** How the supervised units spread over the 22 plans, and where each trade is found. */
const TRADES: readonly Trade[] = [
  {
    sector: "1",
    count: 44,
    where: ["school", "kindergarten", "college"],
    endings: ["学校", "幼儿园", "培训学校"],
    largest: 260,
  },
  { sector: "1", count: 24, where: ["shop"], endings: ["教育培训中心"], largest: 30 },
  {
    sector: "2",
    count: 12,
    where: ["hall", "shop"],
    endings: ["爆破工程公司", "保安服务公司", "驾驶员培训学校"],
    largest: 80,
  },
  { sector: "3", count: 10, where: ["elderly-care"], endings: ["养老服务中心"], largest: 60 },
  { sector: "3", count: 14, where: ["shop"], endings: ["康复服务中心", "殡葬服务公司"], largest: 30 },
  {
    sector: "4",
    count: 10,
    where: ["farm"],
    endings: ["砂石料场", "页岩砖厂"],
    largest: 60,
    dangers: { confined: 0.2 },
  },
  {
    sector: "5",
    count: 30,
    where: ["plot", "chemical", "hall"],
    endings: ["环保科技公司", "危废处置公司", "再生资源公司"],
    largest: 120,
    dangers: { chemicals: 0.3, confined: 0.7 },
  },
  { sector: "6", count: 46, where: ["estate"], endings: ["物业服务公司", "建筑工程项目部"], largest: 140 },
  {
    sector: "6",
    count: 48,
    where: ["hall", "plot"],
    endings: ["建筑安装公司", "商品混凝土公司", "燃气工程公司"],
    largest: 160,
    dangers: { confined: 0.3 },
  },
  {
    sector: "7",
    count: 86,
    where: ["hall", "plot", "hall"],
    endings: ["货运公司", "物流公司", "危货运输公司", "客运公司", "汽车维修公司"],
    largest: 220,
    dangers: { chemicals: 0.12 },
  },
  { sector: "8", count: 14, where: ["farm", "village"], endings: ["水利工程公司", "灌区管理站"], largest: 40 },
  {
    sector: "9",
    count: 92,
    where: ["village", "farm", "hall"],
    endings: ["农民专业合作社", "饲料公司", "屠宰加工公司", "农机服务公司", "种业公司"],
    largest: 120,
    dangers: { confined: 0.35, dust: 0.15 },
  },
  {
    sector: "10",
    count: 44,
    where: ["mall", "market", "hotel"],
    endings: ["商贸公司", "酒店管理公司", "市场管理公司"],
    largest: 180,
  },
  {
    sector: "10",
    count: 150,
    where: ["shop"],
    endings: ["餐饮店", "火锅店", "超市", "烧烤店", "宾馆", "商行"],
    largest: 40,
  },
  {
    sector: "11",
    count: 44,
    where: ["shop", "culture"],
    endings: ["网吧", "歌舞娱乐公司", "旅行社", "影院"],
    largest: 50,
  },
  { sector: "12", count: 20, where: ["hospital"], endings: ["医院"], largest: 700, dangers: { chemicals: 0.4 } },
  { sector: "12", count: 28, where: ["shop", "village"], endings: ["诊所", "卫生院", "托育中心"], largest: 40 },
  {
    sector: "13",
    count: 34,
    where: ["chemical", "plot"],
    endings: ["化工公司", "精细化工公司", "新材料公司", "农药公司", "气体公司"],
    largest: 420,
    dangers: { chemicals: 1, confined: 0.8, dust: 0.15 },
  },
  {
    sector: "14",
    count: 120,
    where: ["plot"],
    endings: [
      "玉米生物科技公司",
      "铝业公司",
      "装备制造公司",
      "木业公司",
      "乳业公司",
      "肉业公司",
      "纺织公司",
      "铸造公司",
    ],
    largest: 900,
    dangers: { dust: 0.35, confined: 0.45, chemicals: 0.1 },
  },
  {
    sector: "14",
    count: 92,
    where: ["hall"],
    endings: ["机械加工厂", "家具厂", "食品厂", "包装厂", "建材厂", "服装厂"],
    largest: 140,
    dangers: { dust: 0.35, confined: 0.25 },
  },
  {
    sector: "15",
    count: 18,
    where: ["office", "hall"],
    endings: ["城市建设投资公司", "资产运营公司", "供热公司", "公交公司"],
    largest: 400,
    dangers: { confined: 0.3 },
  },
  {
    sector: "16",
    count: 60,
    where: ["hall", "shop"],
    endings: ["电梯维保公司", "气瓶充装站", "锅炉安装公司", "特种设备租赁公司"],
    largest: 50,
    dangers: { chemicals: 0.15 },
  },
  { sector: "17", count: 4, where: ["sports-venue"], endings: ["体育发展公司"], largest: 60 },
  { sector: "17", count: 12, where: ["shop"], endings: ["健身中心", "游泳馆", "滑冰馆"], largest: 30 },
  { sector: "18", count: 4, where: ["farm", "office"], endings: ["防雷检测公司", "人影作业点"], largest: 15 },
  {
    sector: "19",
    count: 16,
    where: ["plot", "farm"],
    endings: ["粮食储备库", "粮油购销公司"],
    largest: 90,
    dangers: { dust: 0.9, confined: 0.9, chemicals: 0.5 },
  },
  {
    sector: "20",
    count: 36,
    where: ["plot", "farm", "hall"],
    endings: ["热电公司", "风电公司", "光伏电站", "电力工程公司"],
    largest: 320,
    dangers: { confined: 0.4 },
  },
  { sector: "21", count: 14, where: ["farm", "village"], endings: ["苗木公司", "林场"], largest: 30 },
  {
    sector: "22",
    count: 40,
    where: ["shop", "estate"],
    endings: ["小旅馆", "小作坊", "消防技术服务公司", "仓储服务部"],
    largest: 25,
  },
];

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
      const name = newName(random, trade, used);
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
            business: trade.endings[0]!.replace(/公司|厂|店|中心$/, ""),
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

function newName(random: Random, trade: Trade, used: Set<string>): string {
  for (;;) {
    const ending = random.pick(trade.endings).replace(/公司$/, "有限公司");
    const name = `${properWord(random)}${ending}（演示）`;
    const unique = used.has(name) ? `${properWord(random)}${name}` : name;
    if (used.has(unique)) continue;
    used.add(unique);
    return unique;
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
