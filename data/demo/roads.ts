import type { FeatureDraft } from "../layers/feature.ts";
import { type Context, draftOf } from "./context.ts";
import { isDangerousGoodsRoute } from "./dangerous-goods-routes.ts";
import { demoCode, lineOf } from "./draft.ts";
import { roundTo } from "./frame.ts";
import { createRandom } from "./random.ts";

/** The routes as features: cut at junctions, two or three kilometres apart in the country, less in town. Stakes run on. */
export function roadFeatures(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "roads");
  return context.streets.routes.flatMap((route, index) => {
    const longest = route.code ? 2800 : 1700;
    const cuts = [0];
    for (let i = 1; i < route.points.length - 1; i++) {
      const since = route.alongM[i]! - route.alongM[cuts[cuts.length - 1]!]!;
      const left = route.alongM[route.points.length - 1]! - route.alongM[i]!;
      if (left > 500 && (since > longest * 1.4 || (since > longest && route.meets[i]! > 0))) cuts.push(i);
    }
    cuts.push(route.points.length - 1);
    return cuts.slice(1).map((to, section) => {
      const from = cuts[section]!;
      return draftOf(context, random, {
        code: `${demoCode("R", index + 1)}-${section + 1}`,
        name: route.name,
        geometry: lineOf(route.points.slice(from, to + 1)),
        at: route.points[(from + to) >> 1]!,
        attributes: {
          class: route.class,
          roadCode: route.code,
          startStakeM: roundTo(route.startStakeM + route.alongM[from]!, 1),
          widthM: route.widthM,
          lanes: route.lanes,
          speedKmh: route.speedKmh,
          aadt: Math.round((route.aadt * random.between(0.9, 1.1)) / 10) * 10,
          dangerousGoodsRoute: isDangerousGoodsRoute(route),
        },
        positionErrorM: 2,
        observedOn: "2026-04-30",
      });
    });
  });
}
