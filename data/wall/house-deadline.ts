import { getLayer } from "../layers/index.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { rowValue } from "../snapshot/to-geojson.ts";
import { districtCode, statedDistricts } from "./district-codes.ts";
import { HOUSE_DEADLINE } from "./ledger-figures.ts";

/**
 * How a dangerous house stands to the deadline. `open`: not closed yet; `unknown`: nobody stated whether it is closed, or on which day
 * it was.
 */
export type DeadlineStanding = "in-time" | "late" | "open" | "unknown";

/** The houses of grades C and D of one district, or of none. */
export interface DeadlineTally {
  /** Their ids, by how they stand. */
  readonly ids: Readonly<Record<DeadlineStanding, readonly string[]>>;
  readonly houses: number;
}

export interface DistrictDeadline extends DeadlineTally {
  readonly code: string;
  readonly name: string;
}

export interface HouseDeadline {
  /** Those with dangerous houses; the most that are not closed first, of equal ones by code. */
  readonly districts: readonly DistrictDeadline[];
  /** Of houses that state no district of the map; `null`: there is none. */
  readonly elsewhere: DeadlineTally | null;
  /** Ids of houses that state no grade: nobody knows whether the deadline is theirs. */
  readonly withoutGrade: readonly string[];
}

const LAYER = getLayer("houses");

/**
 * Whether the houses of grades C and D were closed by the campaign's deadline, by the district that the ledger states.
 *
 * @param districts - `undefined`: there are none.
 */
export function tallyHouseDeadline(houses: Snapshot, districts: Snapshot | undefined): HouseDeadline {
  const places = statedDistricts(houses, districts);
  const tallies = Array.from({ length: (districts?.count ?? 0) + 1 }, emptyTally);
  const elsewhere = tallies.at(-1)!;
  const withoutGrade: string[] = [];
  for (let row = 0; row < houses.count; row++) {
    const grade = rowValue(houses, LAYER, "grade", row);
    if (grade === null) withoutGrade.push(houses.ids.get(row) ?? "");
    if (grade !== "C" && grade !== "D") continue;
    const tally = places[row] === -1 ? elsewhere : tallies[places[row]!]!;
    tally.houses++;
    tally.ids[standingOf(houses, row)].push(houses.ids.get(row) ?? "");
  }
  const named = tallies.slice(0, -1).map((tally, place) => ({
    code: districtCode(districts!, place),
    name: districts!.names.get(place) ?? "",
    ...tally,
  }));
  return {
    districts: named
      .filter(({ houses: count }) => count > 0)
      .toSorted((a, b) => b.ids.open.length - a.ids.open.length || (a.code < b.code ? -1 : 1)),
    elsewhere: elsewhere.houses > 0 ? elsewhere : null,
    withoutGrade,
  };
}

const emptyTally = () => ({
  houses: 0,
  ids: { "in-time": [], late: [], open: [], unknown: [] } as Record<DeadlineStanding, string[]>,
});

function standingOf(houses: Snapshot, row: number): DeadlineStanding {
  const state = rowValue(houses, LAYER, "state", row);
  if (state === null) return "unknown";
  if (state !== "closed") return "open";
  const closedOn = rowValue(houses, LAYER, "closedOn", row);
  if (typeof closedOn !== "string") return "unknown";
  return closedOn <= HOUSE_DEADLINE ? "in-time" : "late";
}
