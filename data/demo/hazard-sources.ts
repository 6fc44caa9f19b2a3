import type { FeatureDraft } from "../layers/feature.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { creditCode } from "./credit-code.ts";
import { levelOf, ratioS } from "./critical-quantities.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, polygon } from "./draft.ts";
import { roundTo } from "./frame.ts";
import { personName, phoneNumber } from "./names.ts";
import { createRandom } from "./random.ts";
import { centerOf, corners, distanceTo, type Rectangle } from "./rectangle.ts";

const RESIDENTS_WITHIN_M = 500;

/** @param residents - where people live, and how many: the houses and the housing estates. */
export function hazardSources(
  context: Context,
  residents: readonly { readonly at: Rectangle; readonly people: number }[],
): FeatureDraft[] {
  const random = createRandom(context.seed, "hazard-sources");
  return context.hazards.map((hazard, i) => {
    const point = centerOf(hazard.plant);
    const people = residents.reduce(
      (sum, each) => sum + (distanceTo(hazard.plant, centerOf(each.at)) <= RESIDENTS_WITHIN_M ? each.people : 0),
      0,
    );
    const level = levelOf(hazard.substances, people);
    const builtDaysAgo = random.integer(900, 7200);
    return draftOf(context, random, {
      code: demoCode("Z", i + 1, 3),
      name: `${hazard.firm}（演示）${hazard.unit}`,
      geometry: polygon(corners(hazard.plant)),
      at: point,
      attributes: {
        level,
        kind: hazard.kind,
        substances: hazard.substances,
        totalTonnes: roundTo(
          hazard.substances.reduce((sum, each) => sum + each.tonnes, 0),
          2,
        ),
        ratioS: roundTo(ratioS(hazard.substances), 4),
        ...hazard.figures,
        vapourRecovery: hazard.kind === "fuel-station" ? true : null,
        // What stands too near was measured from the unit itself; of the others only the plant is known.
        outlineOf: hazard.neighbour ? "unit" : "plant-boundary",
        enterpriseName: firmName(hazard.firm),
        creditCode: creditCode(firmName(hazard.firm)),
        filingNumber: level === "none" ? null : `BA演示${String(i + 1).padStart(4, "0")}`,
        filedOn: level === "none" ? null : daysBefore(context.today, random.integer(30, 900)),
        assessedOn: level === "none" ? null : daysBefore(context.today, random.integer(60, 1300)),
        monitored: level !== "none" && random.chance(level === "4" ? 0.8 : 0.95),
        staff: hazard.staff,
        builtOn: daysBefore(context.today, builtDaysAgo),
        address: addressOf(context, point),
        contact: personName(random),
        phone: phoneNumber(random),
      },
      positionErrorM: 0.5,
    });
  });
}

/** The firm as the enterprise ledger writes it. */
export const firmName = (firm: string): string => `${firm}有限公司（演示）`;
