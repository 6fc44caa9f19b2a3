import type { FactorComparison } from "../../analyses/site-diagnosis-results.ts";
import type { RouteNetwork } from "../network/route.ts";
import type { PlacedAccidents } from "../placing/placed.ts";
import type { Site } from "../site.ts";

/** With fewer crashes elsewhere, or fewer than the site has, there is nothing to compare with. */
export const FEWEST_REFERENCE = 30;

/** What the crashes of a site are compared with; `rows` without those of the site. */
export type Reference = FactorComparison["reference"] & { readonly rows: readonly number[] };

/**
 * The crashes of like roads: for a junction those at junctions of the same kind of road, for a stretch those on roads of its class.
 * Where these are too few, those of its kind of road, and then all.
 *
 * @param routes - indices of the site's routes; empty for a circle, which is compared with all.
 * @param rows - everything that counts, the site's own crashes included; @param own - these.
 * @returns the narrowest that has enough; `null` when not even all others have.
 */
export function referenceOf(
  network: RouteNetwork | null,
  placed: PlacedAccidents | null,
  site: Site,
  routes: readonly number[],
  rows: ArrayLike<number>,
  own: ReadonlySet<number>,
): Reference | null {
  const others = Array.from(rows).filter((row) => !own.has(row));
  const fewest = Math.max(FEWEST_REFERENCE, own.size);
  const candidates: Reference[] = [];
  const first = network?.routes[routes[0] ?? -1];
  if (network && placed && first) {
    const kinds = new Set(routes.map((route) => network.routes[route]!.kind));
    const isOfKind = (row: number) => {
      const route = placed.route[row]!;
      return route >= 0 && kinds.has(network.routes[route]!.kind);
    };
    const roadKind = kinds.size === 1 ? first.kind : null;
    const ofKind = others.filter(isOfKind);
    if (site.kind === "junction") {
      const atJunctions = ofKind.filter((row) => placed.junctionM[row]! <= site.radiusM);
      candidates.push({ by: "junctions", roadKind, roadClass: null, crashes: atJunctions.length, rows: atJunctions });
    } else if (first.roadClass !== null) {
      const { roadClass } = first;
      const ofClass = ofKind.filter((row) => network.routes[placed.route[row]!]!.roadClass === roadClass);
      candidates.push({ by: "class", roadKind, roadClass, crashes: ofClass.length, rows: ofClass });
    }
    candidates.push({ by: "kind", roadKind, roadClass: null, crashes: ofKind.length, rows: ofKind });
  }
  candidates.push({ by: "all", roadKind: null, roadClass: null, crashes: others.length, rows: others });
  return candidates.find(({ crashes }) => crashes >= fewest) ?? null;
}
