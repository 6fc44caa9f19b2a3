import { type AnalysisInputs, AnalysisRefusal } from "../analyses/define.ts";
import { rowsAtSite } from "./diagnosis/rows-at-site.ts";
import { type SiteRoads, siteRoadsOf } from "./diagnosis/site-roads.ts";
import { routeNetworkOf } from "./network/build-network.ts";
import type { CrashSelection } from "./select-crashes.ts";
import type { Site, SitePlace } from "./site.ts";
import { placeOfSite } from "./site-place.ts";

/** A site that a caller asks about, found on the network. */
export interface AskedSite {
  readonly place: SitePlace;
  /** `null` while there are no roads. */
  readonly roads: SiteRoads | null;
}

/** Circles count every accident where its record puts it; stretches and junctions those that a road was found for. */
export const countedBy = (site: Site): "roads" | "position" => (site.kind === "circle" ? "position" : "roads");

/**
 * @param inputs - snapshots of `accidents` and `roads`.
 * @param field - the parameter that holds the site, for the refusal.
 * @throws AnalysisRefusal when there is no such route or junction.
 */
export function askedSite(site: Site, inputs: AnalysisInputs, field: string): AskedSite {
  const snapshot = inputs.snapshot("roads");
  const network = snapshot.count > 0 ? routeNetworkOf(snapshot) : null;
  const place = placeOfSite(network, inputs.snapshot("accidents").plane, site);
  if (place) return { place, roads: network && siteRoadsOf(network, place) };
  throw site.kind === "segment"
    ? new AnalysisRefusal(`${field}.route`, `no route ${site.route}`, "id, number or name of a route")
    : new AnalysisRefusal(`${field}.position`, "no junction near", "a position at a junction");
}

/** Of some rows those at the site, in their order. */
export const rowsOf = ({ place, roads }: AskedSite, selection: CrashSelection, rows: Uint32Array): Uint32Array =>
  rowsAtSite(place, roads, selection, rows);
