import type { BlackSpotFinding } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster } from "#data/analyses/crash-cluster-results.ts";
import type { CrashCounts, Site, SitePlace } from "#data/traffic/site.ts";

export const NO_CRASHES: CrashCounts = {
  crashes: 0,
  fatal: 0,
  injury: 0,
  damage: 0,
  unknownSeverity: 0,
  deaths: 0,
  injuries: 0,
  deathsUnknown: 0,
  injuriesUnknown: 0,
};

function placeAt(site: Site): SitePlace {
  const [fromM, toM] = site.kind === "segment" ? [site.fromM, site.toM] : [null, null];
  return {
    site,
    label: JSON.stringify(site),
    route:
      site.kind === "segment" ? { id: site.route, code: site.route, name: "", kind: "highway", stakes: "given" } : null,
    fromM,
    toM,
    lengthM: null,
    geometry: { type: "Point", coordinates: [0, 0] },
    middle: [0, 0],
  };
}
export const segment = (fromM: number, toM: number): Site => ({ kind: "segment", route: "G111", fromM, toM });

/** What the rule finds at a site. */
export const spot = (id: string, site: Site, accidentIds: string[] = []): BlackSpotFinding => ({
  id,
  place: placeAt(site),
  counts: NO_CRASHES,
  accidentIds,
  criteria: [],
  outcome: "met",
  merged: 1,
  doubtful: 0,
  scores: {},
  strength: 1,
});
/** What the statistics find at a site. */
export const cluster = (id: string, site: Site, accidentIds: string[] = []): CrashCluster => ({
  id,
  place: placeAt(site),
  counts: NO_CRASHES,
  accidentIds,
  doubtful: 0,
  strength: 0.5,
  pValue: 0.001,
  qValue: 0.01,
});
