import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import { fleetOf } from "./carriers.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { creditCode } from "./credit-code.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, pointAt, polygon } from "./draft.ts";
import type { Point } from "./frame.ts";
import { firmName } from "./hazard-sources.ts";
import { personName, phoneNumber, properWord } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { centerOf, corners } from "./rectangle.ts";
import { TRADES, type Trade } from "./trades.ts";
import { createWorkplaces } from "./workplaces.ts";

/** About 1,200 units: first the firms of the hazard sources, on their plants, then the trades. */
export function enterpriseFeatures(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "enterprises");
  const fleets = createRandom(context.seed, "fleets");
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
  const workplaces = createWorkplaces(context, random);
  for (const trade of TRADES)
    for (let i = 0; i < trade.count; i++) {
      const spot = workplaces.next(trade.where, i);
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
            ...fleetOf(fleets, business, employees),
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
