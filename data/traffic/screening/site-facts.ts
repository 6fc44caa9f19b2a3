import { isAtJunction } from "../at-junction.ts";
import { countCrashes } from "../count-crashes.ts";
import type { CrashCounts, Site, SitePlace } from "../site.ts";
import { placeOfJunction, placeOfSite, placeOfStretch } from "../site-place.ts";
import type { SiteSpot } from "./screen.ts";
import type { ScreeningRun } from "./screening-run.ts";

/** What is told of a site of either list. */
export interface SiteFacts {
  readonly id: string;
  readonly place: SitePlace;
  readonly counts: CrashCounts;
  /** In the order of time. */
  readonly accidentIds: readonly string[];
}

/** @param rows - the accidents that count at the site, each once. */
export function siteFacts(run: ScreeningRun, spot: SiteSpot, rows: Uint32Array): SiteFacts {
  const { crashes } = run.selection;
  const place = placeOfSpot(run, spot);
  const byTime = rows.slice().sort((a, b) => crashes.timeMs[a]! - crashes.timeMs[b]! || a - b);
  return {
    id: `${run.ruleSet.id} ${nameOf(place.site)}`,
    place,
    counts: countCrashes(crashes, byTime),
    accidentIds: Array.from(byTime, (row) => crashes.snapshot.ids.get(row) ?? ""),
  };
}

function placeOfSpot({ network, selection }: ScreeningRun, spot: SiteSpot): SitePlace {
  if (spot.kind === "circle") {
    const { lonLat, plane } = selection.crashes.snapshot;
    const position: [number, number] = [lonLat[spot.centreRow * 2]!, lonLat[spot.centreRow * 2 + 1]!];
    const place = placeOfSite(null, plane, { kind: "circle", position, radiusM: spot.radiusM });
    if (!place) throw new RangeError("a circle has a place without roads");
    return place;
  }
  if (!network) throw new RangeError(`a ${spot.kind} of no network`);
  return spot.kind === "segment"
    ? placeOfStretch(network, spot.route, spot.fromM, spot.toM)
    : placeOfJunction(network, network.junctions[spot.junction]!, spot.radiusM);
}

function nameOf(site: Site): string {
  if (site.kind === "segment") return `segment ${site.route} ${site.fromM}-${site.toM}`;
  return `${site.kind} ${site.position.map((degrees) => degrees.toFixed(5)).join(",")} ${site.radiusM}`;
}

/** Doubtful accidents whose best candidate lies at the site; none where roads play no part. */
export function doubtfulAt({ network, selection }: ScreeningRun, spot: SiteSpot): number {
  const { placed, doubtfulRows } = selection;
  if (!placed || !network) return 0;
  const { route, stakeM } = placed;
  const isAt = spot.kind === "junction" ? isAtJunction(network, placed, spot.junction, spot.radiusM) : null;
  const isThere = (row: number): boolean => {
    if (spot.kind === "segment") {
      const turnM = network.routes[spot.route]!.isLoop ? network.routes[spot.route]!.lengthM : 0;
      const isOn = (stake: number) => stake >= spot.fromM && stake <= spot.toM;
      return route[row] === spot.route && (isOn(stakeM[row]!) || isOn(stakeM[row]! + turnM));
    }
    return isAt?.(row) ?? false;
  };
  return doubtfulRows.reduce((count, row) => (isThere(row) ? count + 1 : count), 0);
}
