import { getLayer } from "../layers/index.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { rowValue } from "../snapshot/to-geojson.ts";

/** A house near a major hazard source, as the search around it found it. */
export interface FoundHouse {
  readonly id: string;
  readonly distanceM: number;
  /** Id of the hazard source that is nearest. */
  readonly origin: string | null;
}

/** A dangerous house that is not closed, near a hazard source. */
export interface NearHouse extends FoundHouse {
  readonly code: string;
  readonly name: string;
  readonly grade: "C" | "D";
  /** Code of the attribute `use`; `null`: nobody said. */
  readonly use: string | null;
  /** `null`: nobody counted them. */
  readonly people: number | null;
}

export interface NearHouses {
  /** Grades C and D that are not closed, the nearest first. */
  readonly dangerous: readonly NearHouse[];
  /** Ids of houses that may be dangerous: not appraised, or of grades C and D without a word whether they are closed. */
  readonly cannotTell: readonly string[];
}

/** CQL2 text of the houses to look for: those that are dangerous and not closed, and those of which it cannot be told. */
export const PERHAPS_DANGEROUS =
  "(grade IN ('C', 'D', 'none') OR grade IS NULL) AND (state IN ('open', 'working', 'done') OR state IS NULL)";

const LAYER = getLayer("houses");
const IN_BUSINESS = ["business", "rent"];
const IN_USE = [...IN_BUSINESS, "own", "public"];

export const isInUse = ({ use }: Pick<NearHouse, "use">): boolean => IN_USE.includes(use ?? "");
export const isInBusiness = ({ use }: Pick<NearHouse, "use">): boolean => IN_BUSINESS.includes(use ?? "");

/**
 * Sorts the houses that were found near hazard sources into those that are dangerous and those of which nobody can tell.
 *
 * @param found - any houses, in any order; those that are neither are left out.
 */
export function sortNearHouses(found: readonly FoundHouse[], houses: Snapshot): NearHouses {
  const wanted = new Map(found.map((each) => [each.id, each]));
  const dangerous: NearHouse[] = [];
  const cannotTell: string[] = [];
  for (let row = 0; row < houses.count; row++) {
    const near = wanted.get(houses.ids.get(row) ?? "");
    if (!near) continue;
    const [grade, state] = ["grade", "state"].map((attribute) => rowValue(houses, LAYER, attribute, row));
    if (state === "closed" || grade === "A" || grade === "B") continue;
    if ((grade === "C" || grade === "D") && state !== null) {
      dangerous.push({
        ...near,
        code: houses.codes.get(row) ?? "",
        name: houses.names.get(row) ?? "",
        grade,
        use: textOf(rowValue(houses, LAYER, "use", row)),
        people: numberOf(rowValue(houses, LAYER, "people", row)),
      });
    } else cannotTell.push(near.id);
  }
  return { dangerous: dangerous.sort((a, b) => a.distanceM - b.distanceM || (a.code < b.code ? -1 : 1)), cannotTell };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
