import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import { type Context, draftOf } from "./context.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, pointAt, polygon } from "./draft.ts";
import { distance, type Point, roundTo } from "./frame.ts";
import { personName, phoneNumber } from "./names.ts";
import { INDUSTRY } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { centerOf } from "./rectangle.ts";
import type { YardPlan } from "./settlement-fillers.ts";

const HOUSES = 8000;

/** Yards that the ledger knows, planted neighbours of hazard sources first (their code per hazard source in `planted`). */
export function selfBuiltHouses(context: Context): { drafts: FeatureDraft[]; planted: ReadonlyMap<number, string> } {
  const random = createRandom(context.seed, "houses");
  const schools = context.built.places
    .filter((place) => place.kind === "school" || place.kind === "hospital")
    .map((place) => centerOf(place.ground));
  const planted = new Map<number, string>();
  const drafts: FeatureDraft[] = [];
  context.hazards.forEach((hazard, index) => {
    if (hazard.neighbour?.layer !== "houses") return;
    const code = demoCode("H", drafts.length + 1, 5);
    planted.set(index, code);
    drafts.push(
      houseDraft(context, random, context.built.neighbours[index]![0]!, code, "园区旧房", "industrial-park", true),
    );
  });
  const known = random.shuffled(context.built.yards).slice(0, HOUSES - drafts.length);
  known.sort((a, b) => a.building - b.building);
  for (const yard of known) {
    const code = demoCode("H", drafts.length + 1, 5);
    const area = areaOf(yard, centerOf(context.built.buildings[yard.building]!.ground), schools);
    drafts.push(
      houseDraft(context, random, yard.building, code, `${yard.settlement.name}${yard.number}号`, area, false),
    );
  }
  return { drafts, planted };
}

function areaOf({ settlement }: YardPlan, point: Point, schools: readonly Point[]): string {
  if (schools.some((school) => distance(school, point) < 220)) return "near-school";
  if (distance([INDUSTRY.x, INDUSTRY.y], point) < 4200 && settlement.kind === "village") return "industrial-park";
  if (settlement.kind === "old-town") return "urban";
  if (settlement.kind === "village" && distance([0, 700], point) < 6500) return "fringe";
  return settlement.kind;
}

function houseDraft(
  context: Context,
  random: Random,
  building: number,
  code: string,
  place: string,
  area: string,
  withOutline: boolean,
): FeatureDraft {
  const { ground, outline, storeys } = context.built.buildings[building]!;
  const point = centerOf(ground);
  const dense = ["urban", "urban-village", "town", "near-school", "fringe"].includes(area);
  const use = random.weighted(
    dense
      ? [
          ["own", 46],
          ["rent", 27],
          ["business", 20],
          ["empty", 6],
          ["public", 1],
        ]
      : [
          ["own", 78],
          ["empty", 13],
          ["rent", 4],
          ["business", 4],
          ["public", 1],
        ],
  );
  const band = random.weighted(
    dense
      ? [
          ["-1980", 10],
          ["1981-1990", 26],
          ["1991-2000", 32],
          ["2001-2010", 22],
          ["2011-2015", 7],
          ["2016-", 3],
        ]
      : [
          ["-1980", 7],
          ["1981-1990", 20],
          ["1991-2000", 26],
          ["2001-2010", 25],
          ["2011-2015", 13],
          ["2016-", 9],
        ],
  );
  const grade = gradeOf(random, band);
  const appraised = grade !== "none";
  const appraisedDaysAgo = random.integer(60, 1400);
  const state =
    grade === "C" || grade === "D"
      ? random.weighted([
          ["open", 16],
          ["working", 30],
          ["done", 22],
          ["closed", 32],
        ])
      : appraised && grade === "B" && random.chance(0.3)
        ? random.pick(["working", "done"])
        : null;
  const attributes: Record<string, AttributeValue> = {
    grade,
    use,
    business:
      use === "business" ? random.pick(["餐饮", "小超市", "汽修", "旅店", "培训", "小作坊", "理发", "快递驿站"]) : null,
    people: use === "empty" ? 0 : use === "rent" ? random.integer(2, 6 * storeys) : random.integer(1, 5),
    storeysAbove: storeys,
    storeysBelow: random.chance(0.02) ? 1 : 0,
    floorAreaM2: roundTo(4 * ground.halfU * ground.halfV * storeys * 0.92, 1),
    structure: random.weighted([
      ["brick-concrete", 46],
      ["brick-wood", 32],
      ["earth-wood", band === "-1980" ? 18 : 5],
      ["frame", 7],
      ["steel", 4],
      ["mixed", 5],
      ["other", 1],
    ]),
    builtBand: band,
    area,
    altered: random.chance(dense ? 0.16 : 0.06),
    selfCheck:
      grade === "D"
        ? "serious"
        : grade === "C"
          ? random.pick(["serious", "ordinary"])
          : random.weighted([
              ["none", 88],
              ["ordinary", 12],
            ]),
    appraisedOn: appraised ? daysBefore(context.today, appraisedDaysAgo) : null,
    state,
    closedOn:
      state === "closed" ? daysBefore(context.today, random.integer(5, Math.max(6, appraisedDaysAgo - 30))) : null,
    address: `${context.districts.find(point)?.name ?? ""}${place}`,
    owner: personName(random),
    user: use === "rent" || use === "business" ? personName(random) : null,
    phone: phoneNumber(random),
  };
  return draftOf(context, random, {
    code,
    name: `${place}自建房`,
    geometry: withOutline || random.chance(0.18) ? polygon(outline) : pointAt(point),
    at: point,
    attributes,
    ...(withOutline && { positionErrorM: 0.5 }),
  });
}

/** D and C are rare, and rarer in young houses; two thirds have never been appraised. */
function gradeOf(random: Random, band: string): string {
  const age =
    { "-1980": 3.2, "1981-1990": 1.7, "1991-2000": 0.8, "2001-2010": 0.35, "2011-2015": 0.1, "2016-": 0.05 }[band] ?? 1;
  return random.weighted([
    ["D", 0.7 * age],
    ["C", 2.6 * age],
    ["B", 12],
    ["A", 24],
    ["none", 60],
  ]);
}
