import { aadtBetween } from "../network/linear-reference.ts";
import type { Junction, RouteNetwork } from "../network/route.ts";
import { junctionStretches, roadStretches } from "../network/route-stretches.ts";
import type { PlacedAccidents } from "../placing/placed.ts";
import { nearestStretch, type Stretch, withoutStretches } from "../stretches.ts";

/** A site that is ranked: a piece of a route, or a junction. */
export interface RankingSite {
  readonly kind: "piece" | "junction";
  /** Index of the route or of the junction. */
  readonly index: number;
  /** Of a piece, metres of stake. */
  readonly stretch: Stretch | null;
  /** Sites of one group are compared with each other. */
  readonly group: string;
  /** Kilometres of a piece; 1 for a junction. */
  readonly size: number;
  /** Vehicles a day along the piece, or into the junction; `null` = not known. */
  readonly aadt: number | null;
  readonly rows: number[];
  readonly doubtfulRows: number[];
}

/** The group of junctions. */
export const JUNCTION_GROUP = "junction";
/** Of pieces whose road has no class. */
export const UNCLASSIFIED_GROUP = "unclassified";

interface Rows {
  /** What counts. */
  readonly counted: ArrayLike<number>;
  /** Shown beside it. */
  readonly doubtful: ArrayLike<number>;
}

/**
 * All of a network as sites: the roads between junctions and gaps cut into equal pieces of about `pieceM`, and the junctions with
 * what lies within their radius, each accident on exactly one of them.
 *
 * @param junctionRadiusM - metres; 0: no junctions apart.
 */
export function rankingSites(
  network: RouteNetwork,
  placed: PlacedAccidents,
  rows: Rows,
  pieceM: number,
  junctionRadiusM: number,
): RankingSite[] {
  const pieces = piecesOf(network, pieceM, junctionRadiusM);
  const junctions =
    junctionRadiusM === 0
      ? []
      : network.junctions.map((junction, index): RankingSite => {
          const aadt = enteringVehicles(network, junction, junctionRadiusM);
          const group = JUNCTION_GROUP;
          return { kind: "junction", index, stretch: null, group, size: 1, aadt, rows: [], doubtfulRows: [] };
        });
  const stretches = pieces.map((own) => own.map(({ stretch }) => stretch!));
  const siteOf = (row: number): RankingSite | undefined => {
    const route = placed.route[row]!;
    const isAtJunction = placed.junction[row]! >= 0 && placed.junctionM[row]! <= junctionRadiusM;
    if (isAtJunction && junctions.length > 0) return junctions[placed.junction[row]!];
    return pieces[route]?.[nearestStretch(stretches[route]!, placed.stakeM[row]!)];
  };
  for (let i = 0; i < rows.counted.length; i++) siteOf(rows.counted[i]!)?.rows.push(rows.counted[i]!);
  for (let i = 0; i < rows.doubtful.length; i++) siteOf(rows.doubtful[i]!)?.doubtfulRows.push(rows.doubtful[i]!);
  return [...pieces.flat(), ...junctions];
}

function piecesOf(network: RouteNetwork, pieceM: number, junctionRadiusM: number): RankingSite[][] {
  const holes = junctionStretches(network, junctionRadiusM);
  return roadStretches(network).map((stretches, index) => {
    const { roadClass } = network.routes[index]!;
    const between = withoutStretches(stretches, holes[index]!);
    // A street all within reach of junctions is still a place where an accident beyond their radius can lie.
    return (between.length > 0 ? between : stretches).flatMap((stretch) =>
      equalPieces(stretch, pieceM).map(
        (piece): RankingSite => ({
          kind: "piece",
          index,
          stretch: piece,
          group: roadClass ?? UNCLASSIFIED_GROUP,
          size: (piece[1] - piece[0]) / 1000,
          aadt: aadtBetween(network, index, ...piece),
          rows: [],
          doubtfulRows: [],
        }),
      ),
    );
  });
}

function equalPieces([fromM, toM]: Stretch, pieceM: number): Stretch[] {
  const count = Math.max(1, Math.round((toM - fromM) / pieceM));
  const at = (i: number) => fromM + ((toM - fromM) * i) / count;
  return Array.from({ length: count }, (_, i) => [at(i), at(i + 1)]);
}

/** Half of what its arms carry: every vehicle comes in by one and leaves by another. `null` when an arm's traffic is not known. */
function enteringVehicles(network: RouteNetwork, junction: Junction, radiusM: number): number | null {
  let sum = 0;
  for (const { route, stakeM } of junction.on) {
    const { fromM, toM, isLoop } = network.routes[route]!;
    const arms: Stretch[] = [
      [isLoop ? stakeM - radiusM : Math.max(fromM, stakeM - radiusM), stakeM],
      [stakeM, isLoop ? stakeM + radiusM : Math.min(toM, stakeM + radiusM)],
    ];
    const real = arms.filter(([from, to]) => to - from > SHORTEST_ARM_M);
    if (real.length === 0) return null;
    for (const arm of real) {
      const aadt = aadtBetween(network, route, ...arm);
      if (aadt === null) return null;
      sum += aadt / 2;
    }
  }
  return sum;
}

/** What sticks out less beyond a crossing is how roads are drawn, no arm. */
const SHORTEST_ARM_M = 15;
