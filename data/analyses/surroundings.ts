import { containsPoint } from "../geometry/contains.ts";
import { areaM2, boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import {
  certainly,
  type HazardProfile,
  oneOf,
  reason,
  type TargetProfile,
  targetProfile,
} from "../standards/classify/facets.ts";
import { hazardProfileOf } from "../standards/classify/hazard-cases.ts";
import {
  infrastructureProfile,
  infrastructureZoneProfile,
  roadProfile,
  roadZoneProfile,
} from "../standards/classify/line-facets.ts";
import {
  chemicalFactoryFacets,
  targetProfileOf,
  targetProfileOfHazard,
  UNKNOWN_TARGET,
  unknownBuildingProfile,
} from "../standards/classify/target-facets.ts";
import type { AnalysisInputs } from "./define.ts";
import { getOrMake } from "./get-or-make.ts";
import { type LayerSide, layerSide } from "./layer-side.ts";
import { codeIn, numberIn, textIn } from "./row-values.ts";
import { isPointRow } from "./rows.ts";
import type { Reason } from "./spacing-results.ts";
import {
  describeBuilding,
  describeEnterprise,
  describeHouse,
  describeProtected,
  type HazardThing,
  hazardFacts,
  type Lent,
  ratingIn,
  type TargetThing,
} from "./spacing-things.ts";

/** Ledgers that say what a building is better than the building's own row. */
const KEEPERS = ["houses", "protection-targets", "hazard-sources"] as const;

/**
 * What stands in the zone, as the rules see it. Rows are looked at when they are asked for, and once.
 *
 * A building that a ledger knows is judged as what the ledger says: its row is no target of its own, and what the ledger has as a
 * point is measured from the building's walls.
 */
export class Surroundings {
  readonly #inputs: AnalysisInputs;
  readonly #sides = new Map<string, LayerSide>();
  /** By row; a hole where nobody has asked yet. */
  readonly #targets = new Map<string, (TargetThing | null | undefined)[]>();
  readonly #hazards = new Map<number, HazardThing>();
  readonly #targetProfiles = new Map<string, TargetProfile>();
  readonly #hazardProfiles = new Map<string, HazardProfile>();

  constructor(inputs: AnalysisInputs) {
    this.#inputs = inputs;
  }

  side(layer: string): LayerSide {
    return getOrMake(this.#sides, layer, () => layerSide(this.#inputs.snapshot(layer), this.#inputs.plane));
  }

  /** A feature as a target; `null` when no rule is about it, or another ledger has it. */
  target(layer: string, row: number): TargetThing | null {
    const ofLayer = getOrMake(this.#targets, layer, () => new Array(this.side(layer).snapshot.count));
    const known = ofLayer[row];
    if (known !== undefined) return known;
    const thing = this.#makeTarget(layer, row);
    ofLayer[row] = thing;
    return thing;
  }

  /** A row of the hazard ledger. */
  hazard(row: number): HazardThing {
    return getOrMake(this.#hazards, row, () => {
      const { snapshot, outline } = this.side("hazard-sources");
      const outlineOf = codeIn(snapshot, row, "outlineOf");
      return {
        layer: "hazard-sources",
        row,
        outline: outline(row),
        errorM: this.#errorOf("hazard-sources", row),
        road: null,
        reasons: outlineReasons(isPointRow(snapshot, row), outlineOf),
        mayStandBack: outlineOf === "plant-boundary" && !isPointRow(snapshot, row),
        profile: this.#hazardProfile(hazardProfileOf(hazardFacts(snapshot, row))),
        creditCode: textIn(snapshot, row, "creditCode"),
      };
    });
  }

  /** A line that keeps others away: a highway's control zone, a railway's, a pipeline's. `null`: it keeps nobody away. */
  zoneLine(layer: "roads" | "infrastructure", row: number): HazardThing | null {
    const { snapshot, outline } = this.side(layer);
    const road = layer === "roads" ? roadOf(snapshot, row) : null;
    const profile = road
      ? roadZoneProfile(road.class)
      : infrastructureZoneProfile(codeIn(snapshot, row, "kind"), numberIn(snapshot, row, "pressureMPa"));
    if (!profile) return null;
    const errorM = this.#errorOf(layer, row);
    return {
      layer,
      row,
      outline: outline(row),
      errorM,
      road,
      reasons: [],
      mayStandBack: false,
      profile: this.#hazardProfile(profile),
      creditCode: null,
    };
  }

  #makeTarget(layer: string, row: number): TargetThing | null {
    switch (layer) {
      case "buildings":
        return this.#isKept(row) ? null : this.#building(row);
      case "houses":
      case "protection-targets":
        return this.#ledgerPlace(layer, row);
      case "enterprises":
        return this.#enterprise(row);
      case "roads": {
        const road = roadOf(this.side(layer).snapshot, row);
        const profile = roadProfile(road.class);
        return profile && { ...this.#thing(layer, row, profile), road };
      }
      case "infrastructure": {
        const { snapshot } = this.side(layer);
        const profile = infrastructureProfile(codeIn(snapshot, row, "kind"), numberIn(snapshot, row, "voltageKv"));
        return profile && this.#thing(layer, row, profile);
      }
      case "forces": {
        const isStation = codeIn(this.side(layer).snapshot, row, "kind") === "fire-station";
        return isStation ? this.#inBuilding(layer, row, () => targetProfile(certainly("fire-station")), null) : null;
      }
      case "hazard-sources": {
        const { snapshot } = this.side(layer);
        const { description } = hazardFacts(snapshot, row);
        const thing = this.#thing(layer, row, targetProfileOfHazard(description));
        const people = numberIn(snapshot, row, "staff");
        return { ...thing, people, creditCode: textIn(snapshot, row, "creditCode"), reasons: this.hazard(row).reasons };
      }
      default:
        return null;
    }
  }

  #building(row: number): TargetThing {
    const { snapshot, outline } = this.side("buildings");
    const described = describeBuilding(snapshot, row, areaM2(outline(row)));
    if (described) return this.#thing("buildings", row, targetProfileOf(described));
    const facts = { ...UNKNOWN_TARGET, ...this.#lentBy([row]) };
    return this.#thing("buildings", row, unknownBuildingProfile(facts));
  }

  /** A house or protection target: by its outline, else by the walls of the building that it is in. */
  #ledgerPlace(layer: "houses" | "protection-targets", row: number): TargetThing {
    const { snapshot } = this.side(layer);
    const describe = layer === "houses" ? describeHouse : describeProtected;
    return this.#inBuilding(
      layer,
      row,
      (lent) => targetProfileOf(describe(snapshot, row, lent)),
      numberIn(snapshot, row, "people"),
    );
  }

  #enterprise(row: number): TargetThing | null {
    const side = this.side("enterprises");
    const creditCode = textIn(side.snapshot, row, "creditCode");
    const hazards = this.side("hazard-sources");
    // The firm of a hazard source stands there as its plant.
    const plant = hazards
      .near(pointBox(side.at(row)), 0)
      .some((each) => containsPoint(hazards.outline(each), ...side.at(row)));
    if (plant || (creditCode !== null && this.#hazardFirms().has(creditCode))) return null;
    const kind = describeEnterprise(side.snapshot, row);
    const people = numberIn(side.snapshot, row, "employees");
    if (kind === null && this.#standsInBuildings(row)) return null;
    const profile = (lent: Lent | null) =>
      kind === "factory"
        ? targetProfile(certainly("factory"))
        : kind === "chemical"
          ? targetProfile(chemicalFactoryFacets())
          : kind === "unknown"
            ? targetProfile([oneOf(["factory", null], reason("kind-unknown"))])
            : unknownBuildingProfile({ ...UNKNOWN_TARGET, ...lent });
    return { ...this.#inBuilding("enterprises", row, profile, people), creditCode };
  }

  #standsInBuildings(enterprise: number): boolean {
    const side = this.side("enterprises");
    if (this.#buildingAt(side.at(enterprise)) !== null) return true;
    return !isPointRow(side.snapshot, enterprise) && this.#buildingsOn(side.outline(enterprise)).length > 0;
  }

  #firms: ReadonlySet<string> | null = null;

  #hazardFirms(): ReadonlySet<string> {
    if (!this.#firms) {
      const { snapshot } = this.side("hazard-sources");
      const codes = Array.from({ length: snapshot.count }, (_, row) => textIn(snapshot, row, "creditCode"));
      this.#firms = new Set(codes.filter((code) => code !== null));
    }
    return this.#firms;
  }

  #inBuilding(
    layer: string,
    row: number,
    profileWith: (lent: Lent | null) => TargetProfile,
    people: number | null,
  ): TargetThing {
    const side = this.side(layer);
    const isPoint = isPointRow(side.snapshot, row);
    const building = isPoint ? this.#buildingAt(side.at(row)) : null;
    const inside = isPoint ? (building === null ? [] : [building]) : this.#buildingsOn(side.outline(row));
    const thing = { ...this.#thing(layer, row, profileWith(inside.length > 0 ? this.#lentBy(inside) : null)), people };
    if (building === null) return thing;
    const outline = this.side("buildings").outline(building);
    return { ...thing, outline, errorM: this.#errorOf("buildings", building), reasons: [] };
  }

  #thing(layer: string, row: number, profile: TargetProfile): TargetThing {
    const side = this.side(layer);
    return {
      layer,
      row,
      outline: side.outline(row),
      errorM: this.#errorOf(layer, row),
      road: null,
      reasons: isPointRow(side.snapshot, row) ? [reason("point-only")] : [],
      profile: this.#targetProfile(profile),
      people: null,
      at: side.at(row),
      creditCode: null,
    };
  }

  #errorOf(layer: string, row: number): number | null {
    const error = this.side(layer).snapshot.positionErrorM[row]!;
    return Number.isNaN(error) ? null : error;
  }

  /** One object for equal profiles, so that demands are found by identity. */
  #targetProfile(profile: TargetProfile): TargetProfile {
    return getOrMake(this.#targetProfiles, profile.key, () => profile);
  }

  #hazardProfile(profile: HazardProfile): HazardProfile {
    return getOrMake(this.#hazardProfiles, profile.key, () => profile);
  }

  #buildingAt(at: readonly [number, number]): number | null {
    const { near, outline } = this.side("buildings");
    return near(pointBox(at), 0).find((row) => containsPoint(outline(row), ...at)) ?? null;
  }

  #buildingsOn(ground: Outline): number[] {
    const { near, at } = this.side("buildings");
    return near(boxOf(ground), 0).filter((row) => containsPoint(ground, ...at(row)));
  }

  /** The tallest of the buildings, and the weakest in fire. */
  #lentBy(rows: readonly number[]): Lent {
    const { snapshot } = this.side("buildings");
    const most = (values: readonly (number | null)[]) => {
      const known = values.filter((value) => value !== null);
      return known.length > 0 ? Math.max(...known) : null;
    };
    const ratings = rows.map((row) => ratingIn(snapshot, row)).filter((rating) => rating !== null);
    return {
      heightM: most(rows.map((row) => numberIn(snapshot, row, "heightM"))),
      storeys: most(rows.map((row) => numberIn(snapshot, row, "storeys"))),
      fireRating: ratings.sort().at(-1) ?? null,
    };
  }

  /** Whether a ledger has this building: its place lies on the ledger's ground, or the ledger's point in its walls. */
  #isKept(building: number): boolean {
    const { outline, at } = this.side("buildings");
    const walls = outline(building);
    const box = boxOf(walls);
    return KEEPERS.some((layer) => {
      const side = this.side(layer);
      return side.near(box, 0).some((row) => {
        if (isPointRow(side.snapshot, row)) return containsPoint(walls, ...side.at(row));
        const ground = side.outline(row);
        return containsPoint(ground, ...at(building)) || containsPoint(walls, ...side.at(row));
      });
    });
  }
}

const pointBox = ([x, y]: readonly [number, number]): [number, number, number, number] => [x, y, x, y];

const roadOf = (snapshot: LayerSide["snapshot"], row: number) => ({
  class: codeIn(snapshot, row, "class"),
  widthM: numberIn(snapshot, row, "widthM"),
});

/** @param outlineOf - what the outline is of; not stated: of the plant, as the ledger asks for it. */
export function outlineReasons(isPoint: boolean, outlineOf: string | null): readonly Reason[] {
  if (isPoint) return [reason("point-only")];
  return outlineOf === "unit" ? [] : [reason("plant-boundary")];
}
