import type { FeatureDraft } from "../layers/feature.ts";
import type { accidentFeatures } from "./accidents.ts";
import { type Context, draftOf } from "./context.ts";
import { accidentPeriod, daysBefore } from "./dates.ts";
import { demoCode, pointAt } from "./draft.ts";
import { createRandom } from "./random.ts";
import { lengthOf, pointAlong } from "./routes.ts";

/** What a register of black spots writes down about a planted one. */
function countsOf(
  drafts: readonly FeatureDraft[],
  codes: readonly string[],
): { accidents: number; deaths: number; injuries: number } {
  const wanted = new Set(codes);
  const own = drafts.filter((draft) => wanted.has(draft.code));
  const sum = (field: "deaths" | "injuries") =>
    own.reduce((total, draft) => total + Number(draft.attributes[field] ?? 0), 0);
  return { accidents: own.length, deaths: sum("deaths"), injuries: sum("injuries") };
}

/** The register: some planted spots, some that were closed, some that the accidents no longer bear out. */
export function blackSpotFeatures(context: Context, accidents: ReturnType<typeof accidentFeatures>): FeatureDraft[] {
  const random = createRandom(context.seed, "black-spots");
  const period = accidentPeriod(context.today);
  const states = ["listed", "treating", "confirmed", "treating", "candidate", "listed", "evaluated"];
  const coinciding = states.map((state, i) => {
    const { plan, codes } = accidents.spots[i * 2]!;
    return { plan, state, counts: countsOf(accidents.drafts, codes) };
  });
  const elsewhere = ["closed", "closed", "candidate"].map((state, i) => {
    const route = context.streets.routes.filter((each) => each.class === "arterial" || each.class === "provincial")[
      i * 3
    ]!;
    const middle = lengthOf(route) * 0.45;
    const plan = { route, fromM: middle - 200, toM: middle + 200, form: "rear-end", atJunction: false };
    return { plan, state, counts: { accidents: 5 + i, deaths: i === 0 ? 1 : 0, injuries: 3 + i } };
  });
  return [...coinciding, ...elsewhere].map(({ plan, state, counts }, i) => {
    const { route, fromM, toM } = plan;
    const listedOn = daysBefore(context.today, random.integer(150, 600));
    const closedOn =
      state === "closed" || state === "evaluated" ? daysBefore(context.today, random.integer(20, 140)) : null;
    const from = Math.round(route.startStakeM + fromM);
    const to = Math.round(route.startStakeM + toM);
    const steps = Array.from({ length: 9 }, (_, k) => pointAlong(route, fromM + ((toM - fromM) * k) / 8).point);
    return draftOf(context, random, {
      code: demoCode("S", i + 1, 3),
      name: `${route.name}${stakeText(from)}至${stakeText(to)}（演示）`,
      geometry:
        i % 3 === 2
          ? pointAt(steps[4]!)
          : { type: "LineString", coordinates: steps.map((point) => pointAt(point).coordinates) },
      at: steps[4]!,
      attributes: {
        state,
        level: random.weighted([
          ["ministry", 1],
          ["region", 2],
          ["city", 4],
          ["county", 3],
        ]),
        roadCode: route.code,
        roadName: route.name,
        fromStakeM: from,
        toStakeM: to,
        ...counts,
        periodFrom: period.from,
        periodTo: period.to,
        listedOn: state === "candidate" ? null : listedOn,
        dueOn: state === "candidate" ? null : daysBefore(listedOn, -365),
        closedOn,
        basis: plan.atJunction ? "路口150米范围内伤亡事故集中" : "500米路段内伤亡事故集中",
      },
      positionErrorM: 5,
      observedOn: daysBefore(context.today, 30),
    });
  });
}

const stakeText = (stakeM: number): string => `K${Math.floor(stakeM / 1000)}+${String(stakeM % 1000).padStart(3, "0")}`;
