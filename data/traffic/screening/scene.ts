import { junctionCrashes } from "../at-junction.ts";
import { lastMade } from "../last-made.ts";
import { gridPoints } from "../network/point-grid.ts";
import type { Route, RouteNetwork } from "../network/route.ts";
import type { RuleSettings } from "../rule-sets/rule-set.ts";
import type { CrashSelection } from "../select-crashes.ts";
import { createJudge, type Judge } from "./judge.ts";
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
  if (unit.kind === "circle" && unit.centre === "accidents") {
    const circles = aroundAccidents(selection, takesOf(selection, network, settings.roads), unit.radiusM);
    return { judge, circles, windows: null, screenedM: 0, screenedPlaces: circles.count };
  }
  if (!network) throw new RangeError("this rule needs roads");
  const isAsked = ({ kind }: Route) => settings.roads === "all" || settings.roads === kind;
  const askedJunctions = network.junctions.filter(({ on }) => on.some(({ route }) => isAsked(network.routes[route]!)));
  const radiusM = unit.kind === "circle" ? unit.radiusM : junctions.apart ? junctions.radiusM : null;
  const asked = JSON.stringify([settings.roads, radiusM]);
  const { lists, pieces, withJunctions } = lastLayout(selection, asked, () =>
    layOut(selection, network, settings.roads, radiusM),
  );
  const circles = lists && radiusM !== null ? aroundJunctions(lists, radiusM) : null;
  const screenedPlaces = circles ? askedJunctions.length : 0;
  if (unit.kind === "circle") return { judge, circles, windows: null, screenedM: 0, screenedPlaces };
  const { lengthM, streetLengthM = lengthM, stepM } = unit;
  return {
    judge,
    circles,
    windows: {
      pieces,
      withJunctions,
      lengthOf: (route) => (network.routes[route]!.kind === "street" ? streetLengthM : lengthM),
      leastM: stepM,
    },
    screenedM: network.routes.reduce((sum, route) => sum + (isAsked(route) ? route.lengthM : 0), 0),
    screenedPlaces,
  };
}

/** Where the crashes of a selection lie: what a window's length or a criterion does not change. */
interface Layout {
  /** Crashes of each junction; `null` where none stand apart. */
  readonly lists: readonly Uint32Array[] | null;
  readonly pieces: readonly RoutePiece[];
  readonly withJunctions: readonly RoutePiece[] | null;
}

const lastLayout = lastMade<CrashSelection, Layout>();

function layOut(
  selection: CrashSelection,
  network: RouteNetwork,
  roads: RuleSettings["roads"],
  radiusM: number | null,
): Layout {
  const { placed } = selection;
  if (!placed) throw new RangeError("accidents without roads");
  const takes = takesOf(selection, network, roads);
  const piecesOf = (taken: Uint8Array) =>
    routePiecesOf(network, placed, taken, ({ kind }) => roads === "all" || roads === kind);
  if (radiusM === null) return { lists: null, pieces: piecesOf(takes), withJunctions: null };
  const lists = junctionCrashes(network, placed, takes, radiusM);
  const along = takes.slice();
  for (const rows of lists) for (const row of rows) along[row] = 0;
  return { lists, pieces: piecesOf(along), withJunctions: piecesOf(takes) };
}

/** 1 for each accident of the selection on a road of the kind that is asked. */
function takesOf(
  { crashes, placed, rows }: CrashSelection,
  network: RouteNetwork | null,
  roads: RuleSettings["roads"],
): Uint8Array {
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
