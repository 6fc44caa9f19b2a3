import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { Place, PlaceKind } from "./block-fillers.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, pointAt, polygon } from "./draft.ts";
import { at, distance, type Point, roundTo } from "./frame.ts";
import { clearanceM } from "./hazard-sites.ts";
import { personName, phoneNumber, properWord } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { centerOf, corners, distanceTo, type Rectangle, rectangle } from "./rectangle.ts";
import { RAILWAY } from "./utility-plan.ts";

type TargetKind =
  | "school"
  | "kindergarten"
  | "college"
  | "hospital"
  | "elderly-care"
  | "residential"
  | "village"
  | "hotel"
  | "mall"
  | "market"
  | "culture"
  | "sports-venue"
  | "office"
  | "transport-hub"
  | "religious"
  | "park";

/** A target before it is written down. */
interface TargetPlan {
  readonly kind: TargetKind;
  readonly ground: Rectangle;
  readonly place: Place | null;
  readonly name?: string;
}

const TARGETS = 300;

/** How many of each; estates make up the rest. Villages are all there. */
const QUOTA: Readonly<Partial<Record<PlaceKind, [TargetKind, number]>>> = {
  school: ["school", 38],
  kindergarten: ["kindergarten", 34],
  college: ["college", 6],
  hospital: ["hospital", 17],
  "elderly-care": ["elderly-care", 8],
  hotel: ["hotel", 18],
  mall: ["mall", 10],
  market: ["market", 14],
  culture: ["culture", 12],
  "sports-venue": ["sports-venue", 4],
  office: ["office", 14],
  park: ["park", 8],
};

/** Class after GB 36894-2018, 3.1; people decide between the general classes. */
function classOf(kind: TargetKind, people: number, floorAreaM2: number): string {
  switch (kind) {
    case "school":
    case "kindergarten":
    case "college":
    case "hospital":
    case "elderly-care":
    case "culture":
      return "high-sensitive";
    case "religious":
      return "important";
    case "residential":
    case "village":
    case "office":
    case "transport-hub":
    case "hotel":
      return people >= 100 ? "general-1" : people >= 30 ? "general-2" : "general-3";
    default:
      return floorAreaM2 >= 5000 ? "general-1" : floorAreaM2 >= 1500 ? "general-2" : "general-3";
  }
}

const SECTOR: Readonly<Partial<Record<TargetKind, string>>> = {
  school: "1",
  kindergarten: "1",
  college: "1",
  hospital: "12",
  "elderly-care": "3",
  residential: "6",
  hotel: "10",
  mall: "10",
  market: "10",
  culture: "11",
  "sports-venue": "17",
  "transport-hub": "7",
  office: "22",
  religious: "22",
};

const NAMES: Readonly<Record<TargetKind, readonly string[]>> = {
  school: ["小学", "中学", "实验小学", "第二中学", "九年一贯制学校"],
  kindergarten: ["幼儿园"],
  college: ["职业学院", "技师学院"],
  hospital: ["医院", "社区卫生服务中心", "中医院"],
  "elderly-care": ["养老院", "敬老院", "颐养中心"],
  residential: ["家园", "小区", "花园", "嘉苑", "新城"],
  village: [""],
  hotel: ["宾馆", "酒店", "商务酒店"],
  mall: ["购物中心", "商业广场"],
  market: ["农贸市场", "批发市场"],
  culture: ["文化馆", "图书馆", "影剧院"],
  "sports-venue": ["体育馆"],
  office: ["政务大厅", "办事中心", "写字楼"],
  "transport-hub": [""],
  religious: ["寺"],
  park: ["公园"],
};

/**
 * About three hundred places, and the code of the planted one per hazard source (in the order of the context's hazards).
 * Places nearer to a hazard source than any rule asks are left out, unless they were planted.
 */
export function protectionTargets(context: Context): { drafts: FeatureDraft[]; planted: ReadonlyMap<number, string> } {
  const random = createRandom(context.seed, "protection-targets");
  const plans: (TargetPlan & { planted?: number })[] = [];
  context.hazards.forEach((hazard, index) => {
    const { neighbour, neighbourGround } = hazard;
    if (neighbour?.layer === "protection-targets" && neighbourGround)
      plans.push({ kind: neighbour.kind as TargetKind, ground: neighbourGround, place: null, planted: index });
  });
  for (const settlement of context.streets.settlements) {
    if (settlement.kind !== "village") continue;
    const [u0, v0, u1, v1] = settlement.extent;
    plans.push({
      kind: "village",
      ground: rectangle(settlement.frame, u0, v0, u1, v1),
      place: null,
      name: settlement.name,
    });
  }
  const places = random.shuffled(context.built.places).filter((place) => isClear(context, place.ground));
  for (const [kind, [target, count]] of Object.entries(QUOTA))
    for (const place of places.filter((each) => each.kind === kind).slice(0, count))
      plans.push({ kind: target, ground: place.ground, place });
  for (const [name, [x, y]] of hubs())
    plans.push({ kind: "transport-hub", ground: square([x, y], 60, 40), place: null, name });
  for (const settlement of random.shuffled(context.streets.settlements).slice(0, 3))
    plans.push({ kind: "religious", ground: templeOf(settlement), place: null });
  const estates = places.filter((place) => place.kind === "estate" && place.buildings.length >= 4);
  for (const place of estates.slice(0, TARGETS - plans.length))
    plans.push({ kind: "residential", ground: place.ground, place });

  const planted = new Map<number, string>();
  const used = new Set<string>();
  const drafts = plans.map((plan, i) => {
    const code = demoCode("T", i + 1);
    if (plan.planted !== undefined) planted.set(plan.planted, code);
    return targetDraft(context, random, plan, code, used);
  });
  return { drafts, planted };
}

function targetDraft(
  context: Context,
  random: Random,
  plan: TargetPlan & { planted?: number },
  code: string,
  used: Set<string>,
) {
  const { kind, ground, place } = plan;
  const floorAreaM2 = roundTo(floorArea(context, plan), 0);
  const households = householdsOf(context, plan, floorAreaM2, random);
  const people = peopleOf(kind, floorAreaM2, households, random);
  // The last building of an estate is a dwelling block; in its middle may stand its kindergarten.
  const house = place?.buildings.at(-1);
  const point = house === undefined ? centerOf(ground) : centerOf(context.built.buildings[house]!.ground);
  const asOutline =
    plan.planted !== undefined || kind === "village" || kind === "park" || (place !== null && random.chance(0.55));
  const attributes: Record<string, AttributeValue> = {
    class: classOf(kind, people, floorAreaM2),
    kind,
    people,
    households: households || null,
    beds: kind === "hospital" || kind === "elderly-care" || kind === "hotel" ? Math.round(people * 0.7) : null,
    floorAreaM2: kind === "park" || kind === "village" ? null : floorAreaM2,
    sector: SECTOR[kind] ?? null,
    drillOn: random.chance(0.8) ? daysBefore(context.today, random.integer(10, 420)) : null,
    address: addressOf(context, point),
    contact: personName(random),
    phone: phoneNumber(random),
  };
  return draftOf(context, random, {
    code,
    name: nameOf(plan, random, used),
    geometry: asOutline ? polygon(corners(ground)) : pointAt(point),
    at: point,
    attributes,
    ...(plan.planted !== undefined && { positionErrorM: 0.5 }),
  });
}

function nameOf({ kind, name }: TargetPlan, random: Random, used: Set<string>): string {
  for (let tries = 0; ; tries++) {
    const made =
      name ?? (kind === "village" ? `${properWord(random)}新村` : `${properWord(random)}${random.pick(NAMES[kind])}`);
    const full = `${made}（演示）`;
    if (used.has(full) && tries < 40) continue;
    used.add(full);
    return full;
  }
}

function floorArea(context: Context, { place, ground }: TargetPlan): number {
  if (!place || place.buildings.length === 0) return ground.halfU * ground.halfV * 1.6;
  return place.buildings.reduce((sum, index) => {
    const { ground: own, storeys } = context.built.buildings[index]!;
    return sum + 4 * own.halfU * own.halfV * storeys * 0.85;
  }, 0);
}

function householdsOf(context: Context, { kind, name }: TargetPlan, floorAreaM2: number, random: Random): number {
  if (kind === "residential") return Math.max(40, Math.round(floorAreaM2 / 105));
  if (kind !== "village") return 0;
  const yards = context.built.yards.filter((yard) => yard.settlement.name === name).length;
  return Math.round((yards || 12) * random.between(0.8, 0.95));
}

/** Plausible numbers; schools by floor area and never above what a school of the kind has. */
function peopleOf(kind: TargetKind, floorAreaM2: number, households: number, random: Random): number {
  const by = (areaEach: number, low: number, high: number) =>
    Math.round(Math.min(high, Math.max(low, (floorAreaM2 / areaEach) * random.between(0.8, 1.2))));
  switch (kind) {
    case "residential":
    case "village":
      return Math.round(households * random.between(2.3, 2.9));
    case "school":
      return by(16, 520, 2400);
    case "kindergarten":
      return by(11, 90, 420);
    case "college":
      return by(16, 1800, 7200);
    case "hospital":
      return by(60, 160, 1100);
    case "elderly-care":
      return by(40, 60, 280);
    case "park":
      return random.integer(40, 600);
    case "transport-hub":
      return random.integer(200, 1800);
    default:
      return by(35, 30, 1600);
  }
}

const isClear = (context: Context, ground: Rectangle): boolean =>
  context.hazards.every((hazard) => {
    const [near, far] = [distance(centerOf(hazard.plant), centerOf(ground)), clearanceM(hazard.kind)];
    if (near > far + 800) return true;
    // The rectangles are alike in direction or far apart: corners, edges and middles are near enough for a margin of metres.
    return samples(ground).every((point) => distanceTo(hazard.plant, point) > far);
  });

function samples({ frame, u, v, halfU, halfV }: Rectangle): Point[] {
  const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
  return steps.flatMap((i) => steps.map((j) => at(frame, u + i * halfU, v + j * halfV)));
}

/** Station, bus terminals: by the railway and the ring road. */
function hubs(): [string, Point][] {
  const station = RAILWAY[3]!;
  return [
    ["北原站", [station[0] - 150, station[1] + 110]],
    ["北原汽车客运站", [station[0] + 420, station[1] + 170]],
    ["公交枢纽东站", [4420, -160]],
    ["公交枢纽西站", [-3960, 1240]],
  ];
}

const square = ([x, y]: Point, halfU: number, halfV: number): Rectangle => ({
  frame: { x, y, cos: 1, sin: 0 },
  u: 0,
  v: 0,
  halfU,
  halfV,
});

function templeOf({ frame, extent: [, v0, u1] }: { frame: Rectangle["frame"]; extent: readonly number[] }): Rectangle {
  return rectangle(frame, u1! + 30, v0!, u1! + 65, v0! + 45);
}
