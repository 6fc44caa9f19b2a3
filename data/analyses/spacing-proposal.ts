import type { Geometry } from "geojson";
import { geodesicAreaM2 } from "../geodesy/geodesic.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { boxOf } from "../geometry/measure.ts";
import { factsOfProposal, hazardProfileOf } from "../standards/classify/hazard-cases.ts";
import { targetProfileOf, targetProfileOfHazard } from "../standards/classify/target-facets.ts";
import type { Proposal } from "../standards/proposal.ts";
import type { Reduction } from "../standards/rule.ts";
import { type AnalysisInputs, AnalysisRefusal } from "./define.ts";
import { refuseUnmeasurable } from "./rows.ts";
import type { Reason } from "./spacing-results.ts";
import type { HazardThing, TargetThing } from "./spacing-things.ts";
import { outlineReasons } from "./surroundings.ts";

/** A larger site is a mistake: 100 km². */
const LARGEST_M2 = 100_000_000;
/** The zone's plane is meant to reach so far. */
const FARTHEST_M = 50_000;

/** A proposal as both things that it is: what others keep away from, and what keeps away from others. */
export interface ProposedThings {
  readonly hazard: HazardThing | null;
  readonly target: TargetThing;
  readonly reasons: readonly Reason[];
}

/** @throws AnalysisRefusal naming the field, when the boundary cannot be measured or lies outside the zone's reach. */
export function placeProposal({ geometry, positionErrorM, use }: Proposal, inputs: AnalysisInputs): ProposedThings {
  const field = "proposal.geometry";
  refuseOutside(geometry as Geometry, field);
  refuseUnmeasurable(geometry as Geometry, field);
  const areaM2 = geodesicAreaM2(geometry as Geometry);
  if (areaM2 > LARGEST_M2)
    throw new AnalysisRefusal(field, `${Math.round(areaM2 / 1_000_000)} km²`, `at most ${LARGEST_M2 / 1_000_000} km²`);
  const outline = outlineFromGeoJson(geometry as Geometry, inputs.plane);
  refuseFar(boxOf(outline), field);
  const isPoint = geometry.type === "Point";
  const reasons =
    use.side === "hazard" ? outlineReasons(isPoint, use.outline) : isPoint ? outlineReasons(true, null) : [];
  const thing = { layer: null, row: -1, outline, errorM: positionErrorM, road: null, reasons, creditCode: null };
  const at = [outline.parts[0]![0]!, outline.parts[0]![1]!] as const;
  if (use.side === "target") {
    return {
      hazard: null,
      target: { ...thing, at, profile: targetProfileOf(use.target), people: use.target.people },
      reasons,
    };
  }
  return {
    hazard: {
      ...thing,
      profile: hazardProfileOf(factsOfProposal(use.hazard)),
      mayStandBack: use.outline === "plant-boundary" && !isPoint,
    },
    target: { ...thing, at, profile: targetProfileOfHazard(use.hazard), people: null },
    reasons,
  };
}

/** Positions that no projection can take. */
function refuseOutside(geometry: Geometry, field: string): void {
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== "number") {
      value.forEach(walk);
      return;
    }
    const [lon, lat] = value as number[];
    if (!(Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85))
      throw new AnalysisRefusal(field, `${lon}, ${lat} is no place`, "[longitude -180..180, latitude -85..85] degrees");
  };
  walk((geometry as { coordinates?: unknown }).coordinates);
}

function refuseFar([minX, minY, maxX, maxY]: readonly number[], field: string): void {
  const farM = Math.hypot(Math.max(Math.abs(minX!), Math.abs(maxX!)), Math.max(Math.abs(minY!), Math.abs(maxY!)));
  if (farM > FARTHEST_M)
    throw new AnalysisRefusal(
      field,
      `${Math.round(farM / 1000)} km from the zone's centre`,
      `within ${FARTHEST_M / 1000} km of the zone's centre`,
    );
}

/**
 * The reliefs that are claimed against a neighbour.
 *
 * @throws AnalysisRefusal for a claim on a relief that the rules in force do not hold.
 */
export function claimedReductions(
  proposal: Proposal,
  inputs: AnalysisInputs,
): (layer: string | null, id: string | null) => readonly Reduction[] {
  const known = new Map(inputs.rules.reductions.map((reduction) => [reduction.id, reduction]));
  const claims = proposal.claims.map(({ reductionId, neighbour }, i) => {
    const reduction = known.get(reductionId);
    if (!reduction)
      throw new AnalysisRefusal(
        `proposal.claims.${i}.reductionId`,
        `no relief ${reductionId}`,
        [...known.keys()].join(", "),
      );
    return { reduction, neighbour };
  });
  const forAll = claims.flatMap(({ reduction, neighbour }) => (neighbour ? [] : [reduction]));
  const single = claims.filter(({ neighbour }) => neighbour !== null);
  if (single.length === 0) return () => forAll;
  return (layer, id) => [
    ...forAll,
    ...single.flatMap(({ reduction, neighbour }) =>
      neighbour!.layer === layer && neighbour!.id === id ? [reduction] : [],
    ),
  ];
}
