import type { Outline } from "../geometry/outlines.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { TargetClass } from "../standards/classes.ts";
import { describeHazard, type HazardFacts } from "../standards/classify/describe-hazard.ts";
import type { HazardProfile, TargetProfile } from "../standards/classify/facets.ts";
import type { TargetDescription } from "../standards/proposal.ts";
import { booleanIn, codeIn, numberIn, substancesIn } from "./row-values.ts";
import type { Reason } from "./spacing-results.ts";

/** Anything that stands in the zone, with what measuring it needs. `row` -1: the proposal. */
interface Thing {
  readonly layer: string | null;
  readonly row: number;
  /** On the zone's plane. */
  readonly outline: Outline;
  /** Stated standard deviation; `null`: nobody stated one. */
  readonly errorM: number | null;
  /** Road or railway, of which the map has the centre line. */
  readonly road: { readonly class: string | null; readonly widthM: number | null } | null;
  readonly reasons: readonly Reason[];
}

export interface HazardThing extends Thing {
  readonly profile: HazardProfile;
  /** The outline is known to be the plant's boundary: the unit that a rule means may stand any way behind it. */
  readonly mayStandBack: boolean;
  readonly creditCode: string | null;
}

export interface TargetThing extends Thing {
  readonly profile: TargetProfile;
  readonly people: number | null;
  /** A place on or in it. */
  readonly at: readonly [number, number];
  readonly creditCode: string | null;
}

/** Layers that rules measure to, and the classes that their features can be of: no rule for another class needs a search there. */
export const TARGET_LAYERS: Readonly<Record<string, readonly TargetClass[]>> = (() => {
  const civil = [
    "civil-high-1",
    "civil-high-2",
    "civil-low-12",
    "civil-low-3",
    "civil-low-4",
    "important-public",
    "crowded-place",
    "protected-1",
    "protected-2",
    "protected-3",
    "any-building",
  ] as const;
  const works = ["works-low-12", "works-low-3", "works-low-4", "works-high"] as const;
  return {
    "protection-targets": [...civil, "settlement", "village"],
    houses: [...civil, "village"],
    buildings: [...civil, ...works, "village"],
    enterprises: [...civil, "factory"],
    roads: ["motorway", "highway-1", "highway-12", "highway-34", "street-main", "street-minor"],
    infrastructure: [
      "rail-national",
      "rail-works",
      "rail-yard",
      "power-line",
      "transformer-yard",
      "gas-pipeline",
      "waterway",
    ],
    "hazard-sources": [
      "store-a",
      "plant-a",
      "works-b",
      ...works,
      "tank-ab",
      "tank-c",
      "gas-holder",
      "stack-yard",
      "stack-straw",
      "factory",
      "open-flame",
      "any-building",
    ],
    forces: ["fire-station", ...civil],
  } as const;
})();

/** A row of the hazard ledger in the terms of the tables. */
export const hazardFacts = (snapshot: Snapshot, row: number): HazardFacts =>
  describeHazard({
    kind: codeIn(snapshot, row, "kind"),
    substances: substancesIn(snapshot, row, "substances"),
    designStandard: codeIn(snapshot, row, "designStandard"),
    fireClass: codeIn(snapshot, row, "fireClass") as "a" | null,
    items: codeIn(snapshot, row, "items") as "34" | null,
    fireRating: codeIn(snapshot, row, "fireRating") as "1" | null,
    volumeM3: numberIn(snapshot, row, "volumeM3"),
    largestTankM3: numberIn(snapshot, row, "largestTankM3"),
    petrolM3: numberIn(snapshot, row, "petrolM3"),
    dieselM3: numberIn(snapshot, row, "dieselM3"),
    lngM3: numberIn(snapshot, row, "lngM3"),
    vapourRecovery: booleanIn(snapshot, row, "vapourRecovery"),
    depotGroup: codeIn(snapshot, row, "depotGroup") as "1" | null,
  });

/** Height and fire rating of the building that a feature stands in, or of the tallest and weakest on its ground. */
export interface Lent {
  readonly heightM: number | null;
  readonly storeys: number | null;
  readonly fireRating: TargetDescription["fireRating"];
}

export const ratingIn = (snapshot: Snapshot, row: number): TargetDescription["fireRating"] =>
  codeIn(snapshot, row, "fireRating") as TargetDescription["fireRating"];

/** A building by its own attributes. @param footprintM2 - of its outline: with the storeys, its floor area. */
export function describeBuilding(snapshot: Snapshot, row: number, footprintM2: number): TargetDescription | null {
  const use = codeIn(snapshot, row, "use");
  const storeys = numberIn(snapshot, row, "storeys");
  const facts = {
    people: null,
    households: null,
    beds: null,
    floorAreaM2: storeys === null ? null : footprintM2 * Math.max(1, storeys),
    heightM: numberIn(snapshot, row, "heightM"),
    storeys,
    fireRating: ratingIn(snapshot, row),
  };
  if (use === "residential") return { kind: "dwelling", ...facts };
  if (use === "industrial") return { kind: "industrial-building", ...facts };
  return use === "commercial" || use === "public" ? { kind: "civil-building", ...facts } : null;
}

export const describeHouse = (snapshot: Snapshot, row: number, lent: Lent | null): TargetDescription => ({
  kind: "dwelling",
  people: numberIn(snapshot, row, "people"),
  households: null,
  beds: null,
  floorAreaM2: numberIn(snapshot, row, "floorAreaM2"),
  heightM: lent?.heightM ?? null,
  storeys: numberIn(snapshot, row, "storeysAbove") ?? lent?.storeys ?? null,
  fireRating: lent?.fireRating ?? null,
});

export const describeProtected = (snapshot: Snapshot, row: number, lent: Lent | null): TargetDescription => ({
  kind: (codeIn(snapshot, row, "kind") ?? "civil-building") as TargetDescription["kind"],
  people: numberIn(snapshot, row, "people"),
  households: numberIn(snapshot, row, "households"),
  beds: numberIn(snapshot, row, "beds"),
  floorAreaM2: numberIn(snapshot, row, "floorAreaM2"),
  heightM: lent?.heightM ?? null,
  storeys: lent?.storeys ?? null,
  fireRating: lent?.fireRating ?? null,
});

/** Sectors whose firms are works: industry and trade, grain and reserves, energy. */
const WORKS_SECTORS: ReadonlySet<string> = new Set(["14", "19", "20"]);

/** A firm as a neighbour; `null`: nothing beyond the building that it is in. */
export function describeEnterprise(snapshot: Snapshot, row: number): "factory" | "chemical" | "unknown" | null {
  const sector = codeIn(snapshot, row, "sector");
  if (sector === null) return "unknown";
  if (sector === "13") return "chemical";
  return WORKS_SECTORS.has(sector) ? "factory" : null;
}
