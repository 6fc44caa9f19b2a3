import type { FeatureDraft } from "../layers/feature.ts";
import { addressOf, type Context, draftOf } from "./context.ts";
import { demoCode, pointAt } from "./draft.ts";
import type { Point } from "./frame.ts";
import { createRandom } from "./random.ts";
import { centerOf } from "./rectangle.ts";
import { thinned } from "./thinned.ts";

/** Fire stations, micro stations, emergency hospitals, police, rescue teams: forty. */
export function forceFeatures(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "forces");
  const { built } = context;
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
  context.stations.forEach(({ kind, name, staff, vehicles }, i) => {
    const [house] = built.stations[i]!;
    add(kind, name, centerOf(built.buildings[house!]!.ground), random.integer(...staff), random.integer(...vehicles));
  });
  const hospitals = thinned(
    built.places.filter((place) => place.kind === "hospital"),
    6,
  );
  for (const [i, place] of hospitals.entries())
    add(
      "hospital",
      `第${"一二三四五六"[i]}急救医院`,
      centerOf(built.buildings[place.buildings[0]!]!.ground),
      random.integer(25, 90),
      random.integer(3, 9),
    );
  const { settlements } = context.streets;
  const micro = [
    ...settlements.filter((each) => each.kind === "village").slice(0, 8),
    ...thinned(
      settlements.filter((each) => each.kind !== "village" && each.kind !== "town"),
      6,
    ),
  ];
  for (const each of micro) {
    const yard = built.yards.find(({ settlement }) => settlement === each)!;
    const point = centerOf(built.buildings[yard.building]!.ground);
    add("micro-fire-station", `${each.name}微型消防站`, point, random.integer(5, 9), 1);
  }
  return drafts;
}
