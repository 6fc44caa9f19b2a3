import type { RasterFrame } from "../geometry/fill-near.ts";
import type { Outline } from "../geometry/outlines.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { HazardProfile, TargetProfile } from "../standards/classify/facets.ts";
import { factsOfProposal, hazardProfileOf } from "../standards/classify/hazard-cases.ts";
import { targetProfileOf, targetProfileOfHazard } from "../standards/classify/target-facets.ts";
import type { Proposal } from "../standards/proposal.ts";
import type { AnalysisInputs } from "./define.ts";
import { getOrMake } from "./get-or-make.ts";
import { ruleIndexOf } from "./match-rules.ts";
import { PLANE_SLACK } from "./measure-pair.ts";
import { type SitingRadii, sitingRadii } from "./siting-radii.ts";
import { type HazardThing, TARGET_LAYERS, type TargetThing } from "./spacing-things.ts";
import { Surroundings } from "./surroundings.ts";

/** A use whose place is asked for. */
export interface PlacelessUse {
  readonly use: Proposal["use"];
  readonly footprintRadiusM: number;
  readonly positionErrorM: number;
}

export interface Neighbour {
  readonly outline: Outline;
  readonly radii: SitingRadii;
}

export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  /** Equal where the same neighbours keep the use away by the same radii. */
  readonly key: string;
  readonly reachM: number;
}

const LAYERS = Object.keys(TARGET_LAYERS);

/** Everything in or near the raster from which some rule keeps the use away, or which some rule keeps from it. */
export function findNeighbours(
  given: PlacelessUse,
  frame: RasterFrame,
  inputs: AnalysisInputs,
  around: Surroundings,
): Neighbourhood {
  const index = ruleIndexOf(inputs.rules);
  const { hazard, target } = placeless(given);
  const neighbours: Neighbour[] = [];
  const radiiOf = new Map<Group, SitingRadii>();
  const searches: string[] = [];
  let farthestM = 0;
  const add = (a: HazardThing, b: TargetThing, other: HazardThing | TargetThing) => {
    const group = groupOf(other);
    let radii = radiiOf.get(group);
    if (!radii) {
      radii = sitingRadii(a, b, index);
      radiiOf.set(group, radii);
    }
    if (radii.doubtfulM > 0 || radii.unverifiedM > 0) neighbours.push({ outline: other.outline, radii });
  };
  const near = (layer: string, reachM: number) => {
    const side = around.side(layer);
    const doubtM = 2 * Math.hypot(given.positionErrorM, side.mostErrorM);
    const { originX, originY, cellM, columns, rows } = frame;
    const box = [originX, originY, originX + columns * cellM, originY + rows * cellM] as const;
    farthestM = Math.max(farthestM, reachM);
    const found = side.near(box, (reachM + doubtM) * PLANE_SLACK + side.mostOffsetM + given.footprintRadiusM);
    // Of one layer a farther search finds the same and more: the number says which.
    searches.push(`${layer} ${found.length}`);
    return found;
  };
  if (hazard)
    for (const layer of LAYERS) {
      const reachM = index.reachM(hazard.profile, layer);
      if (reachM === 0) continue;
      for (const row of near(layer, reachM)) {
        const each = around.target(layer, row);
        if (each) add(hazard, each, each);
      }
    }
  const reachM = index.reachToM(target.profile);
  if (reachM > 0) {
    for (const row of near("hazard-sources", reachM)) {
      const each = around.hazard(row);
      add(each, target, each);
    }
    for (const layer of ["roads", "infrastructure"] as const)
      for (const row of near(layer, reachM)) {
        const each = around.zoneLine(layer, row);
        if (each) add(each, target, each);
      }
  }
  const radii = [...radiiOf].map(([{ id }, each]) => `${id} ${each.forbiddenM} ${each.doubtfulM} ${each.unverifiedM}`);
  return { neighbours, key: [...searches, ...radii].join(), reachM: farthestM };
}

/** Neighbours that differ in nothing but their place: of one profile, one error, one kind of line or outline. */
interface Group {
  readonly id: number;
}

const groupOfThing = new WeakMap<HazardThing | TargetThing, Group>();
const groupsOfProfile = new WeakMap<HazardProfile | TargetProfile, Map<string, Group>>();
let groupCount = 0;

const groupOf = (thing: HazardThing | TargetThing): Group =>
  getOrMake(groupOfThing, thing, () => {
    const { errorM, road, outline, profile } = thing;
    const standsBack = "mayStandBack" in thing && thing.mayStandBack;
    const key = `${errorM} ${road?.class} ${road?.widthM} ${outline.kind === 1} ${standsBack}`;
    const ofProfile = getOrMake(groupsOfProfile, profile, () => new Map<string, Group>());
    return getOrMake(ofProfile, key, () => ({ id: ++groupCount }));
  });

const ANYWHERE: Outline = { kind: 0, parts: [Float64Array.of(0, 0)] };

/** The use as both things that it is, without a place. */
function placeless({ use, positionErrorM }: PlacelessUse): { hazard: HazardThing | null; target: TargetThing } {
  const thing = { layer: null, row: -1, outline: ANYWHERE, errorM: positionErrorM, road: null, reasons: [] };
  const target = { ...thing, at: [0, 0] as const, creditCode: null };
  if (use.side === "target")
    return { hazard: null, target: { ...target, profile: targetProfileOf(use.target), people: use.target.people } };
  return {
    hazard: {
      ...thing,
      profile: hazardProfileOf(factsOfProposal(use.hazard)),
      creditCode: null,
      // The raster is about the nearest point of the unit itself.
      mayStandBack: false,
    },
    target: { ...target, profile: targetProfileOfHazard(use.hazard), people: null },
  };
}

let lastSurroundings: {
  readonly of: readonly Snapshot[];
  readonly plane: string;
  readonly around: Surroundings;
} | null = null;

/** Kept while the layers stay the same: a slider asks a hundred times about the same zone. */
export function surroundingsOf(inputs: AnalysisInputs): Surroundings {
  const of = [...LAYERS, "districts"].map((layer) => inputs.snapshot(layer));
  const plane = inputs.plane.center.join();
  if (lastSurroundings?.plane !== plane || of.some((snapshot, i) => snapshot !== lastSurroundings!.of[i]))
    lastSurroundings = { of, plane, around: new Surroundings(inputs) };
  return lastSurroundings.around;
}
