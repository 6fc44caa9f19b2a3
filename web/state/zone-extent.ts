import { type Extent, homeExtent } from "./home-extent.ts";
import { findLedger, useLedgers } from "./ledgers.ts";

/** A record with the districts of a whole province has nothing to say of where the zone ends. */
const MOST_TIMES = 3;

/**
 * The whole zone: its districts with what the ledgers hold, or, where the districts are not its own, around the ledgers alone.
 *
 * @returns `null` when there is no data at all.
 */
export function zoneExtent(): Extent | null {
  const { layers, zone } = useLedgers.getState();
  const home = homeExtent(layers, zone?.center ?? null);
  const districts = findLedger("districts")?.snapshot.extent ?? null;
  if (!home || !districts) return home;
  const both: Extent = [
    Math.min(home[0], districts[0]),
    Math.min(home[1], districts[1]),
    Math.max(home[2], districts[2]),
    Math.max(home[3], districts[3]),
  ];
  const isOfTheZone = [0, 1].every(
    (axis) => both[axis + 2]! - both[axis]! <= MOST_TIMES * (home[axis + 2]! - home[axis]!),
  );
  return isOfTheZone ? both : home;
}
