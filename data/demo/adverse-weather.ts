import type { FeatureDraft } from "../layers/feature.ts";
import type { Crash } from "./accident-features.ts";
import type { BlackSpotPlan } from "./black-spot-plan.ts";
import { createRandom, type Random } from "./random.ts";
import { lengthOf, type Route } from "./routes.ts";

/** A stretch whose accidents happen in fog, or on snow and ice, far more often than elsewhere, because the generator said so. */
export interface PlantedAdverseStretch {
  readonly roadCode: string;
  readonly roadName: string;
  readonly fromStakeM: number;
  readonly toStakeM: number;
  readonly weather: "fog" | "snow";
  /** The accidents of the stretch that happened in it. */
  readonly accidentCodes: readonly string[];
}

const STRETCH_M = 2000;
/** Planted black spots keep their weather, and so do 300 m beside them. */
const CLEAR_M = 300;
const STEP_M = 100;

const WISHES = [
  { road: "G111", weather: "fog" },
  { road: "S985", weather: "snow" },
  { road: "G9990", weather: "fog" },
] as const;

/** Of the accidents that may happen in this weather, so many do. */
const SHARE = { fog: 0.6, snow: 0.9 } as const;

/**
 * Gives the accidents of a few stretches another weather and what goes with it; nothing else of them changes.
 *
 * @param crashes - of the drafts, in the same order.
 */
export function plantAdverseWeather(
  seed: number,
  drafts: readonly FeatureDraft[],
  crashes: readonly Crash[],
  spots: readonly BlackSpotPlan[],
): { drafts: FeatureDraft[]; stretches: PlantedAdverseStretch[] } {
  const random = createRandom(seed, "adverse-weather");
  const changed = [...drafts];
  const stretches = WISHES.map(({ road, weather }): PlantedAdverseStretch => {
    const own = crashes.flatMap((crash, i) => (crash.route.code === road && mayHappen(weather, drafts[i]!) ? [i] : []));
    const { route } = crashes[own[0]!]!;
    const along = own.map((i) => crashes[i]!.alongM).sort((a, b) => a - b);
    const fromM = busiestStretch(route, along, spots);
    const codes: string[] = [];
    for (const i of own) {
      const { alongM } = crashes[i]!;
      if (alongM < fromM || alongM > fromM + STRETCH_M || !random.chance(SHARE[weather])) continue;
      changed[i] = inWeather(random, changed[i]!, weather);
      codes.push(changed[i]!.code);
    }
    const start = Math.round(route.startStakeM) + fromM;
    return {
      roadCode: road,
      roadName: route.name,
      fromStakeM: start,
      toStakeM: start + STRETCH_M,
      weather,
      accidentCodes: codes,
    };
  });
  return { drafts: changed, stretches };
}

const monthOf = ({ attributes }: FeatureDraft): number => Number(String(attributes.happenedAt).slice(5, 7));

/** It snows from November to March. */
const mayHappen = (weather: "fog" | "snow", draft: FeatureDraft): boolean =>
  weather === "fog" || monthOf(draft) >= 11 || monthOf(draft) <= 3;

/** Where most accidents lie, away from planted spots and the ends of the route. Metres from its start. */
function busiestStretch(route: Route, along: readonly number[], spots: readonly BlackSpotPlan[]): number {
  const taken = spots.filter((spot) => spot.route === route);
  let [best, most] = [-1, 0];
  for (let fromM = STEP_M; fromM + STRETCH_M + STEP_M < lengthOf(route); fromM += STEP_M) {
    const toM = fromM + STRETCH_M;
    if (taken.some((spot) => spot.fromM - CLEAR_M < toM && spot.toM + CLEAR_M > fromM)) continue;
    const count = along.filter((alongM) => alongM >= fromM && alongM <= toM).length;
    if (count > most) [best, most] = [fromM, count];
  }
  if (best < 0) throw new RangeError(`no room for a stretch of bad weather on ${route.name}`);
  return best;
}

function inWeather(random: Random, draft: FeatureDraft, weather: "fog" | "snow"): FeatureDraft {
  const { attributes } = draft;
  if (weather === "fog")
    return { ...draft, attributes: { ...attributes, weather, surface: surfaceInFog(random, attributes.surface) } };
  const cause = random.chance(0.5) ? "冰雪路面制动不当" : (attributes.cause ?? null);
  return { ...draft, attributes: { ...attributes, weather, surface: random.chance(0.5) ? "ice" : "snow", cause } };
}

/** Snow and ice lie there in fog as well. */
const surfaceInFog = (random: Random, before: unknown): string =>
  before === "ice" || before === "snow" ? before : random.chance(0.4) ? "wet" : "dry";
