import { gridPoints } from "../network/point-grid.ts";
import type { Route, RouteNetwork } from "../network/route.ts";
import type { RuleSettings } from "../rule-sets/rule-set.ts";
import type { CrashSelection } from "../select-crashes.ts";
import { createJudge, type Judge } from "./judge.ts";
import { junctionCrashes } from "./junction-crashes.ts";
import { type RoutePiece, routePiecesOf } from "./route-pieces.ts";

/** Circles that are looked at: of each, the crashes within. */
export interface Circles {
  readonly at: "junctions" | "accidents";
  readonly radiusM: number;
  /** Junctions of the network, or accidents of the selection. */
  readonly count: number;
  rowsIn(centre: number): Uint32Array;
  /** Row of the accident at the centre. @throws RangeError for junctions. */
  centreRow(centre: number): number;
}

/** Everything that a rule looks at, and the judge who applies it. */
export interface Scene {
  readonly judge: Judge;
  readonly circles: Circles | null;
  readonly windows: {
    /** The crashes that count along the routes. */
    readonly pieces: readonly RoutePiece[];
    /** The same with the crashes of junctions that stand apart; `null` where none do. */
    readonly withJunctions: readonly RoutePiece[] | null;
    lengthOf(route: number): number;
    readonly leastM: number;
  } | null;
  /** Metres of route, and junctions or circles. */
  readonly screenedM: number;
  readonly screenedPlaces: number;
}

/** @param network - `null` only for circles around accidents on all roads. */
export function sceneOf(selection: CrashSelection, network: RouteNetwork | null, settings: RuleSettings): Scene {
  const judge = createJudge(selection.crashes, settings);
  const { unit, junctions } = settings;
  const takes = takesOf(selection, network, settings);
  const isAsked = ({ kind }: Route) => settings.roads === "all" || settings.roads === kind;
  if (unit.kind === "circle" && unit.centre === "accidents") {
    const circles = aroundAccidents(selection, takes, unit.radiusM);
    return { judge, circles, windows: null, screenedM: 0, screenedPlaces: circles.count };
  }
  if (!network || !selection.placed) throw new RangeError("this rule needs roads");
  const askedJunctions = network.junctions.filter(({ on }) => on.some(({ route }) => isAsked(network.routes[route]!)));
  const screenedPlaces = unit.kind === "circle" || junctions.apart ? askedJunctions.length : 0;
  if (unit.kind === "circle") {
    const lists = junctionCrashes(network, selection.placed, takes, unit.radiusM);
    return { judge, circles: aroundJunctions(lists, unit.radiusM), windows: null, screenedM: 0, screenedPlaces };
  }
  const { lengthM, streetLengthM = lengthM, stepM } = unit;
  const piecesOf = (taken: Uint8Array) => routePiecesOf(network, selection.placed!, taken, isAsked);
  const lists = junctions.apart ? junctionCrashes(network, selection.placed, takes, junctions.radiusM) : [];
  const along = takes.slice();
  for (const rows of lists) for (const row of rows) along[row] = 0;
  return {
    judge,
    circles: junctions.apart ? aroundJunctions(lists, junctions.radiusM) : null,
    windows: {
      pieces: piecesOf(along),
      withJunctions: junctions.apart ? piecesOf(takes) : null,
      lengthOf: (route) => (network.routes[route]!.kind === "street" ? streetLengthM : lengthM),
      leastM: stepM,
    },
    screenedM: network.routes.reduce((sum, route) => sum + (isAsked(route) ? route.lengthM : 0), 0),
    screenedPlaces,
  };
}

/** 1 for each accident of the selection on a road of the kind that is asked. */
function takesOf({ crashes, placed, rows }: CrashSelection, network: RouteNetwork | null, { roads }: RuleSettings) {
  const takes = new Uint8Array(crashes.snapshot.count);
  for (const row of rows) {
    if (roads !== "all" && network?.routes[placed?.route[row] ?? -1]?.kind !== roads) continue;
    takes[row] = 1;
  }
  return takes;
}

const aroundJunctions = (lists: readonly Uint32Array[], radiusM: number): Circles => ({
  at: "junctions",
  radiusM,
  count: lists.length,
  rowsIn: (junction) => lists[junction]!,
  centreRow: (junction) => {
    throw new RangeError(`junction ${junction} is no accident`);
  },
});

/** Circles on the ground, wherever the records put their accidents: roads play no part. */
function aroundAccidents({ crashes, rows }: CrashSelection, takes: Uint8Array, radiusM: number): Circles {
  const { xy } = crashes.snapshot;
  const taken = rows.filter((row) => takes[row] === 1);
  const takenXy = new Float64Array(taken.length * 2);
  for (let i = 0; i < takenXy.length; i++) takenXy[i] = xy[taken[i >> 1]! * 2 + (i & 1)]!;
  const grid = gridPoints(takenXy, radiusM);
  return {
    at: "accidents",
    radiusM,
    count: taken.length,
    centreRow: (centre) => taken[centre]!,
    rowsIn(centre) {
      const found: number[] = [];
      grid.near(xy[taken[centre]! * 2]!, xy[taken[centre]! * 2 + 1]!, (point) => found.push(taken[point]!));
      return Uint32Array.from(found).sort();
    },
  };
}
