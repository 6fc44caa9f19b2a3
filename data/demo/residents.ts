import type { FeatureDraft } from "../layers/feature.ts";
import type { Context } from "./context.ts";
import type { Rectangle } from "./rectangle.ts";

/** Where people live and how many: every yard and every estate. For the α of a hazard source's level. */
export function residentsOf(context: Context, houses: readonly FeatureDraft[]): { at: Rectangle; people: number }[] {
  const perHouse = houses.reduce((sum, house) => sum + Number(house.attributes.people ?? 0), 0) / houses.length;
  return context.built.buildings
    .filter((building) => building.use === "residential")
    .map(({ ground, storeys }) => ({
      at: ground,
      people: storeys <= 4 && ground.halfU < 12 ? perHouse : 4 * ground.halfU * ground.halfV * storeys * 0.02,
    }));
}
