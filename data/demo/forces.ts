import type { FeatureDraft } from "../layers/feature.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { demoCode, pointAt } from "./draft.ts";
import { at, type Point } from "./frame.ts";
import { CHEMICAL_PARK, CORE, INDUSTRY, NEW_TOWN } from "./plan.ts";
import { createRandom } from "./random.ts";
import { centerOf } from "./rectangle.ts";

/** Fire stations, micro stations, emergency hospitals, police, rescue teams: forty. */
export function forceFeatures(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "forces");
  const drafts: FeatureDraft[] = [];
  const add = (kind: string, name: string, point: Point, staff: number, vehicles: number) =>
    drafts.push(
      draftOf(context, random, {
        code: demoCode("F", drafts.length + 1, 3),
        name: `${name}（演示）`,
        geometry: pointAt(point),
        at: point,
        attributes: { kind, staff, vehicles, address: addressOf(context, point) },
        positionErrorM: 5,
      }),
    );
  const stations: [string, Point][] = [
    ["中心消防救援站", at(CORE, -380, -330)],
    ["站前消防救援站", at(CORE, 1080, -2330)],
    ["工业园消防救援站", at(INDUSTRY, -960, 330)],
    ["化工园特勤消防救援站", at(CHEMICAL_PARK, 300, 1240)],
    ["北岸消防救援站", at(NEW_TOWN, 760, -760)],
  ];
  for (const [name, point] of stations) {
    const special = name.includes("特勤");
    add("fire-station", name, point, special ? 55 : random.integer(28, 45), special ? 14 : random.integer(6, 10));
  }
  const hospitals = context.built.places.filter((place) => place.kind === "hospital").slice(0, 6);
  for (const [i, place] of hospitals.entries())
    add(
      "hospital",
      `第${"一二三四五六"[i]}急救医院`,
      centerOf(place.ground),
      random.integer(25, 90),
      random.integer(3, 9),
    );
  const towns = context.streets.settlements.filter((each) => each.kind === "town");
  const villages = context.streets.settlements.filter((each) => each.kind === "village");
  for (const town of towns) {
    const point: Point = [town.frame.x - 40, town.frame.y - town.extent[3] - 40];
    add("police", `${town.name.slice(0, 2)}派出所`, point, random.integer(9, 18), 3);
  }
  for (const [name, u, v] of [
    ["启明", -1850, 900],
    ["和顺", 1850, 1120],
    ["新站", -1830, -1700],
    ["康宁", 1830, -1050],
    ["创业", 4000, 400],
  ] as const)
    add("police", `${name}派出所`, at(CORE, u, v), random.integer(18, 40), random.integer(4, 8));
  add("traffic-police", "交警大队", at(CORE, 2560, 360), 64, 18);
  add("traffic-police", "国道交警中队", [-6120, 1420], 22, 7);
  add("traffic-police", "高速交警大队", [950, -5050], 30, 9);
  add("rescue-team", "化工应急救援队", at(CHEMICAL_PARK, -280, 1240), 40, 8);
  add("rescue-team", "综合应急救援队", at(CORE, 3300, -1650), 35, 6);
  const micro = [
    ...villages.slice(0, 8),
    ...context.streets.settlements.filter((each) => each.kind !== "village" && each.kind !== "town").slice(0, 6),
  ];
  for (const each of micro)
    add(
      "micro-fire-station",
      `${each.name}微型消防站`,
      at(each.frame, (each.extent[0] + each.extent[2]) / 2 + 9, each.extent[1] + 9),
      random.integer(5, 9),
      1,
    );
  return drafts;
}
