import type { FeatureDraft } from "../layers/feature.ts";
import { type Stretch, spoilAccidents } from "./accident-flaws.ts";
import { accidentFeatures } from "./accidents.ts";
import type { PlantedAdverseStretch } from "./adverse-weather.ts";
import { blackSpotFeatures } from "./black-spots.ts";
import { buildingCode, buildingFeatures } from "./building-features.ts";
import { raiseBuildings } from "./buildings.ts";
import { nameCarriers, type PlantedCarrier, plantCarriers } from "./carriers.ts";
import type { Context } from "./context.ts";
import { districtFeatures, drawDistricts } from "./districts.ts";
import { enterpriseFeatures } from "./enterprises.ts";
import { type Flaws, spoil } from "./flaws.ts";
import { forceFeatures } from "./forces.ts";
import { CENTER, toLonLat } from "./frame.ts";
import { claimGround } from "./ground.ts";
import { type HazardSite, placeHazards } from "./hazard-sites.ts";
import { hazardSources } from "./hazard-sources.ts";
import { selfBuiltHouses } from "./houses.ts";
import { claimUtilities, infrastructureFeatures } from "./infrastructure.ts";
import { ZONE_NAME } from "./plan.ts";
import { protectionTargets } from "./protection-targets.ts";
import { createRandom } from "./random.ts";
import { residentsOf } from "./residents.ts";
import { type PlantedRhythm, RHYTHMS } from "./rhythms.ts";
import { spoilRoads } from "./road-flaws.ts";
import { roadFeatures } from "./roads.ts";
import { createRouteFinder } from "./route-finder.ts";
import { pointAlong } from "./routes.ts";
import { claimStations } from "./stations.ts";
import { layStreets } from "./streets.ts";
import { violationFeatures } from "./violations.ts";
import { waterSources } from "./water-sources.ts";

export { BY_CHANCE } from "./accident-limits.ts";
export type { PlantedAdverseStretch } from "./adverse-weather.ts";
export type { PlantedCarrier } from "./carriers.ts";
export type { Flaws } from "./flaws.ts";
export type { PlantedRhythm } from "./rhythms.ts";

/**
 * A stretch of road that has far more harm than its surroundings, because the generator put it there: at least three fatal
 * accidents, half of all with the same form. Elsewhere no stretch of road holds more than {@link BY_CHANCE}.
 */
export interface PlantedBlackSpot {
  /** `null` for a street without a number. */
  readonly roadCode: string | null;
  readonly roadName: string;
  readonly fromStakeM: number;
  readonly toStakeM: number;
  /** The accidents put there; a few others may lie between the stakes by chance, none of them with casualties. */
  readonly accidentCodes: readonly string[];
  /** `[lon, lat]` of its middle on the road's axis. */
  readonly center: readonly [number, number];
}

/** A hazard source that stands nearer to something than a rule allows, measured outline to outline. */
export interface PlantedConflict {
  readonly hazardCode: string;
  readonly targetLayer: string;
  readonly targetCode: string;
  /** As built, to the decimetre. */
  readonly distanceM: number;
  readonly requiredM: number;
  /** The rule, as standards are cited. */
  readonly clause: string;
}

/** A whole zone, ready to be written to the record, with what was planted in it. */
export interface DemoZone {
  /** `[lon, lat]`, WGS84. */
  readonly center: readonly [number, number];
  readonly seed: number;
  readonly name: string;
  /** The day on which the zone is looked at, `YYYY-MM-DD`. */
  readonly today: string;
  /** Every layer of the registry by its id. */
  readonly layers: Readonly<Record<string, readonly FeatureDraft[]>>;
  readonly plantedBlackSpots: readonly PlantedBlackSpot[];
  readonly plantedConflicts: readonly PlantedConflict[];
  readonly plantedCarriers: readonly PlantedCarrier[];
  readonly plantedAdverseStretches: readonly PlantedAdverseStretch[];
  readonly plantedRhythms: readonly PlantedRhythm[];
  readonly flaws: Flaws;
}

export const DEMO_SEED = 20240413;
export const DEMO_TODAY = "2026-11-23";

/**
 * The demonstration zone: the same to the last character for the same options on every machine.
 *
 * Streets come first, then what claims ground (water, works, hazard sources and their planted neighbours), then buildings on what
 * is left; the ledgers are written about what was built, and the flaws are put in last.
 *
 * @param options.seed - another zone of the same plan: other names, blocks, villages and ledgers.
 * @param options.today - `YYYY-MM-DD`; dates in the ledgers lie before it, accidents cover the three years of whole months before it.
 * @throws RangeError when the seed leaves no ground for something that must be there.
 */
export function generateZone(options: { seed?: number; today?: string } = {}): DemoZone {
  const { seed = DEMO_SEED, today = DEMO_TODAY } = options;
  const districts = drawDistricts(seed);
  const streets = layStreets(seed, districts.outline);
  const ground = claimGround(streets);
  const utilities = claimUtilities(ground);
  const stations = claimStations(streets, ground);
  const hazards = placeHazards(streets, stations, ground, createRandom(seed, "hazard-sites"));
  const built = raiseBuildings(streets, hazards, stations, ground, seed, districts.outline);
  const context: Context = {
    seed,
    today,
    streets,
    built,
    hazards,
    stations,
    districts,
    finder: createRouteFinder(streets.routes),
  };

  const accidents = accidentFeatures(context);
  const targets = protectionTargets(context);
  const houses = selfBuiltHouses(context);
  const layers: Record<string, FeatureDraft[]> = {
    "hazard-sources": hazardSources(context, residentsOf(context, houses.drafts)),
    accidents: accidents.drafts,
    "black-spots": blackSpotFeatures(context, accidents),
    enterprises: enterpriseFeatures(context),
    houses: houses.drafts,
    "water-sources": waterSources(context),
    "protection-targets": targets.drafts,
    forces: forceFeatures(context),
    infrastructure: infrastructureFeatures(context, utilities, ground),
    buildings: buildingFeatures(context),
    roads: roadFeatures(context),
    districts: districtFeatures(districts, seed),
  };
  const plantedConflicts = hazards.flatMap((hazard, i): PlantedConflict[] => {
    if (!hazard.neighbour) return [];
    return [
      conflictOf(hazard, layers["hazard-sources"]![i]!.code, targetCode(context, i, targets.planted, houses.planted)),
    ];
  });
  const plantedBlackSpots = accidents.spots.map(({ plan, codes }): PlantedBlackSpot => {
    const [lon = 0, lat = 0] = toLonLat(pointAlong(plan.route, (plan.fromM + plan.toM) / 2).point);
    return {
      roadCode: plan.route.code,
      roadName: plan.route.name,
      fromStakeM: Math.round(plan.route.startStakeM) + plan.fromM,
      toStakeM: Math.round(plan.route.startStakeM) + plan.toM,
      accidentCodes: codes,
      center: [lon, lat],
    };
  });
  const flaws: Flaws = {
    ...spoil(layers, seed, today, districts.all.find((district) => district.code === "990202")!),
    ...spoilAccidents(context, layers, {
      codes: new Set(accidents.stretches.flatMap(({ accidentCodes }) => accidentCodes)),
      stretches: [...plantedBlackSpots, ...layers["black-spots"]!.map(({ attributes }) => attributes)].map(
        stretchAround,
      ),
    }),
    ...spoilRoads(layers, streets.routes),
  };
  const carriers = plantCarriers(layers, flaws, seed);
  nameCarriers(layers, carriers, today, seed);
  layers.violations = violationFeatures(context, carriers);
  return {
    center: CENTER,
    seed,
    name: ZONE_NAME,
    today,
    layers,
    plantedBlackSpots,
    plantedConflicts,
    plantedCarriers: carriers.flatMap(({ planted }) => planted ?? []),
    plantedAdverseStretches: accidents.stretches,
    plantedRhythms: RHYTHMS,
    flaws,
  };
}

function conflictOf({ neighbour }: HazardSite, hazardCode: string, targetCode: string): PlantedConflict {
  const { layer, distanceM, requiredM, clause } = neighbour!;
  return { hazardCode, targetLayer: layer, targetCode, distanceM, requiredM, clause };
}

/** Half a kilometre around a black spot, planted or in the register. */
function stretchAround(
  spot: { readonly [key in "roadCode" | "roadName" | "fromStakeM" | "toStakeM"]?: unknown },
): Stretch {
  return {
    road: String(spot.roadCode ?? spot.roadName),
    fromStakeM: Number(spot.fromStakeM) - 500,
    toStakeM: Number(spot.toStakeM) + 500,
  };
}

function targetCode(
  { built }: Context,
  hazard: number,
  targets: ReadonlyMap<number, string>,
  houses: ReadonlyMap<number, string>,
): string {
  const code = targets.get(hazard) ?? houses.get(hazard);
  if (code) return code;
  const [building] = built.neighbours[hazard]!;
  return buildingCode(building!);
}
