import type { Place } from "./block-fillers.ts";
import type { Context } from "./context.ts";
import type { Point } from "./frame.ts";
import { CHEMICAL_PARK } from "./plan.ts";
import type { Random } from "./random.ts";
import { centerOf, corners, distanceTo, overlaps, rectangle } from "./rectangle.ts";
import type { Where } from "./trades.ts";

/** Where a unit sits: in a building, or on a fenced plot. */
export interface Workplace {
  readonly point: Point;
  readonly outline: Point[] | null;
}

/** Hands out places, each building and each plot once. */
export interface Workplaces {
  /**
   * @param turn - which of the kinds of place comes first; the others follow when it has none left, a rented shop last.
   * @throws RangeError when not even a shop is left.
   */
  next(where: readonly Where[], turn: number): Workplace;
}

interface Candidate extends Workplace {
  /** The building or the place, so that two kinds of place do not hand out the same one. */
  readonly id: string;
}

export function createWorkplaces(context: Context, random: Random): Workplaces {
  const lists = new Map(candidatesOf(context).map(([where, list]) => [where, random.shuffled(list)]));
  const taken = new Set<string>();
  return {
    next(where, turn) {
      const inTurn = where.map((_, i) => where[(turn + i) % where.length]!);
      for (const kind of [...inTurn, "shop"] as const) {
        const list = lists.get(kind) ?? [];
        for (let found = list.pop(); found; found = list.pop()) {
          if (taken.has(found.id)) continue;
          taken.add(found.id);
          return found;
        }
      }
      throw new RangeError(`no place left for a unit in ${where.join(", ")}`);
    },
  };
}

function candidatesOf(context: Context): [Where, Candidate[]][] {
  const { buildings, places, yards } = context.built;
  const inBuilding = (index: number): Candidate => ({
    id: `building ${index}`,
    point: centerOf(buildings[index]!.ground),
    outline: null,
  });
  const onPlot = (place: Place): Candidate => ({
    id: `plot ${places.indexOf(place)}`,
    point: centerOf(place.ground),
    outline: fenceOf(context, place),
  });
  const park = rectangle(CHEMICAL_PARK, -1500, -1200, 1500, 1200);
  const inPark = (place: Place) => distanceTo(park, centerOf(place.ground)) === 0;
  const large = places.filter((place) => place.kind === "factory" && place.buildings.length >= 3);
  const inTown = large.filter((place) => !inPark(place));
  // The last building of an estate is a dwelling block; the first may be its kindergarten.
  const inPlaces = (kind: Place["kind"]): [Where, Candidate[]] => [
    kind,
    places
      .filter((each) => each.kind === kind && each.buildings.length > 0)
      .map((each) => inBuilding(each.buildings.at(-1)!)),
  ];
  return [
    ["chemical", large.filter(inPark).map(onPlot)],
    ["plot", inTown.map(onPlot)],
    // The first building of a works is its office; tanks are no workplaces.
    [
      "hall",
      inTown
        .flatMap((place) => place.buildings.slice(1))
        .filter((i) => buildings[i]!.use === "industrial")
        .map(inBuilding),
    ],
    ["shop", buildings.flatMap(({ use, storeys }, i) => (use === "commercial" && storeys <= 3 ? [inBuilding(i)] : []))],
    [
      "village",
      yards.flatMap(({ settlement: { kind }, building }) =>
        kind === "village" || kind === "town" ? [inBuilding(building)] : [],
      ),
    ],
    ...PLACES.map(inPlaces),
  ];
}

const PLACES = [
  "farm",
  "school",
  "kindergarten",
  "college",
  "elderly-care",
  "hospital",
  "estate",
  "mall",
  "market",
  "hotel",
  "culture",
  "office",
  "sports-venue",
] as const;

/** The plot's fence, when no hazard source's plant reaches into it. */
const fenceOf = ({ hazards }: Context, { ground }: Place): Point[] | null =>
  hazards.every(({ plant }) => !overlaps(plant, ground)) ? corners(ground) : null;
