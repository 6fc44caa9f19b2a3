import { search } from "#data/snapshot/search.ts";
import type { Ledger } from "../../state/ledgers.ts";

/** More sections of one road name than any town has. */
const MOST_PLACES = 20;

/**
 * The places that a typed text may mean: coordinates as people write them, or a stake on a road.
 *
 * @param near - `[longitude, latitude]`; the nearer of several readings comes first.
 */
export function typedPlaces(
  text: string,
  ledgers: readonly Ledger[],
  near: readonly [number, number] | null,
): readonly (readonly [number, number])[] {
  const roads = ledgers.filter(({ definition, snapshot }) => definition.id === "roads" && snapshot.count > 0);
  const sources = roads.map(({ definition, snapshot }) => ({ layer: definition, snapshot }));
  const places = search(text, sources, MOST_PLACES, near).filter(({ kind }) => kind !== "feature");
  const distance = (at: readonly [number, number]) => (near ? Math.hypot(at[0] - near[0], at[1] - near[1]) : 0);
  return places.map(({ position }) => position).sort((a, b) => distance(a) - distance(b));
}
