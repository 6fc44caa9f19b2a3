import type { FeatureDraft } from "../layers/feature.ts";
import type { BuildingPlan } from "./block-fillers.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { demoCode, polygon } from "./draft.ts";
import { roundTo } from "./frame.ts";
import { createRandom, type Random } from "./random.ts";
import { centerOf } from "./rectangle.ts";

export const buildingCode = (index: number): string => demoCode("B", index + 1, 5);

/** Every building with its outline; height and fire rating follow from use and storeys. */
export function buildingFeatures(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "building-features");
  return context.built.buildings.map((building, i) => {
    const point = centerOf(building.ground);
    const address = addressOf(context, point);
    return draftOf(context, random, {
      code: buildingCode(i),
      name: "",
      geometry: polygon(building.outline),
      at: point,
      attributes: {
        use: building.use,
        storeys: building.storeys,
        heightM: roundTo(building.storeys * storeyHeightM(building) + random.between(0.3, 1.2), 1),
        fireRating: fireRating(building, random),
        address,
      },
      observedOn: "2026-03-31",
      positionErrorM: 0.5,
    });
  });
}

const storeyHeightM = ({ use, storeys }: BuildingPlan): number =>
  use === "industrial" || use === "other" ? (storeys === 1 ? 8.5 : 5) : use === "residential" ? 2.95 : 3.9;

function fireRating({ use, storeys }: BuildingPlan, random: Random): string {
  if (storeys > 9) return "1";
  if (use === "residential" && storeys === 1)
    return random.weighted([
      ["2", 25],
      ["3", 50],
      ["4", 25],
    ]);
  return random.weighted([
    ["1", 15],
    ["2", 80],
    ["3", 5],
  ]);
}
