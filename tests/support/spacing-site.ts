import type { Geometry, Polygon } from "geojson";
import type { AnalysisResult } from "#data/analyses/define.ts";
import { spacing } from "#data/analyses/spacing.ts";
import type { SpacingFinding, SpacingSummary } from "#data/analyses/spacing-results.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { Claim, HazardDescription, Proposal, TargetDescription } from "#data/standards/proposal.ts";
import type { RuleBook } from "#data/standards/rule.ts";
import { makeSnapshot, type Row, ZONE } from "./make-snapshot.ts";
import { LIBRARY_BOOK } from "./rule-book.ts";

export const plane = createZonePlane(ZONE);

/** An upright rectangle, metres east and north of the zone's centre. */
export function box(west: number, south: number, east: number, north: number): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x, y]) => plane.toLonLat(x!, y!));
  return { type: "Polygon", coordinates: [ring] };
}

/** The proposal's ground in these tests: its east wall is at 0. */
export const SITE = box(-40, -20, 0, 20);

/** Something `distanceM` east of the site, 20 m wide. */
export const eastOf = (distanceM: number): Polygon => box(distanceM, -10, distanceM + 20, 10);

export const STORE = {
  kind: "store",
  fireClass: "a",
  items: "1256",
  tonnes: 50,
  fireRating: "2",
} as const satisfies HazardDescription;
export const STATION = {
  kind: "filling-station",
  petrolM3: 90,
  dieselM3: 60,
  vapourRecovery: true,
  lpgM3: 0,
  lpgBuried: null,
  cng: false,
  lngM3: 0,
} as const satisfies HazardDescription;

export const proposeHazard = (hazard: HazardDescription, more: Partial<Proposal> = {}): Proposal => ({
  name: "proposal",
  geometry: SITE,
  positionErrorM: 0,
  use: { side: "hazard", hazard, substances: [], outline: "unit" },
  claims: [],
  ...more,
});

export const proposeTarget = (target: Partial<TargetDescription> & Pick<TargetDescription, "kind">): Proposal => ({
  name: "proposal",
  geometry: SITE,
  positionErrorM: 0,
  use: {
    side: "target",
    target: {
      people: null,
      households: null,
      beds: null,
      floorAreaM2: null,
      heightM: null,
      storeys: null,
      fireRating: null,
      ...target,
    },
  },
  claims: [],
});

export const claim = (reductionId: string, neighbour: Claim["neighbour"] = null): Claim => ({
  reductionId,
  neighbour,
  evidence: "drawing 7, fire wall",
  by: "tester",
});

export const house = (geometry: Geometry, more: Partial<Row> = {}): Row => ({
  geometry,
  positionErrorM: 0,
  attributes: { use: "residential", storeys: 2, heightM: 6, fireRating: "2" },
  ...more,
});

/** The answer on these layers; a layer that is not given is empty. */
export function checkSpacing(
  proposal: unknown,
  layers: Readonly<Record<string, readonly Row[]>>,
  rules: RuleBook = LIBRARY_BOOK,
): AnalysisResult<SpacingFinding, SpacingSummary> {
  const snapshots = new Map<string, Snapshot>();
  return spacing.run(spacing.parameters.parse({ proposal }), {
    plane,
    rules,
    layer: getLayer,
    snapshot(layer) {
      const snapshot = snapshots.get(layer) ?? makeSnapshot(layer, layers[layer] ?? []);
      snapshots.set(layer, snapshot);
      return snapshot;
    },
  });
}
