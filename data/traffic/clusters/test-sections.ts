import type { RouteNetwork } from "../network/route.ts";
import type { PlacedAccidents } from "../placing/placed.ts";
import type { Support } from "./chance-peaks.ts";
import type { TestSection } from "./find-clusters.ts";

type Stretch = readonly [fromM: number, toM: number];

/** A section between gaps with the accidents on it. */
export interface CrashSection extends TestSection {
  /** Index in the network. */
  readonly route: number;
  /** Rows of the accidents, in the order of `stakesM`. */
  readonly rows: Uint32Array;
}

export interface CrashSections {
  /** Those with at least one accident outside junctions, in the order of the routes. */
  readonly sections: readonly CrashSection[];
  /** Accidents left out because they lie in the reach of a junction. */
  readonly atJunctions: number;
}

/**
 * Routes as what is tested for clusters: whole between gaps, however many junctions they pass, since a border would cut clusters in
 * two. Accidents nearer to a junction than the radius are left out, and so is that much of the road: chance may then put none there.
 *
 * @param rows - accidents with a place.
 * @param junctionRadiusM - along the axis, metres; 0 keeps junctions in.
 */
export function crashSectionsOf(
  network: RouteNetwork,
  placed: PlacedAccidents,
  rows: ArrayLike<number>,
  junctionRadiusM: number,
): CrashSections {
  const holes = junctionHoles(network, junctionRadiusM);
  const sections: CrashSection[] = [];
  let atJunctions = 0;
  rowsByRoute(network, placed, rows).forEach((own, index) => {
    if (own.length === 0) return;
    const route = network.routes[index]!;
    const kept = own.filter((row) => !isIn(holes[index]!, placed.stakeM[row]!));
    atJunctions += own.length - kept.length;
    const stretches = without([[route.fromM, route.toM]], route.gaps);
    stretches.forEach(([fromM, toM], part) => {
      // A stake at a joint may lie a hair outside: it belongs to the nearest stretch.
      const [before, after] = [stretches[part - 1], stretches[part + 1]];
      const low = before ? (before[1] + fromM) / 2 : Number.NEGATIVE_INFINITY;
      const high = after ? (toM + after[0]) / 2 : Number.POSITIVE_INFINITY;
      const inside = kept.filter((row) => placed.stakeM[row]! >= low && placed.stakeM[row]! < high);
      if (inside.length === 0) return;
      inside.sort((a, b) => placed.stakeM[a]! - placed.stakeM[b]! || a - b);
      const stakesM = Float64Array.from(inside, (row) => Math.min(toM, Math.max(fromM, placed.stakeM[row]!)));
      const support = without([[fromM, toM]], holes[index]!);
      const name = stretches.length === 1 ? route.id : `${route.id}@${Math.round(fromM)}`;
      sections.push({ name, route: index, support, stakesM, rows: Uint32Array.from(inside) });
    });
  });
  return { sections, atJunctions };
}

function rowsByRoute(network: RouteNetwork, { route }: PlacedAccidents, rows: ArrayLike<number>): number[][] {
  const byRoute: number[][] = network.routes.map(() => []);
  for (let i = 0; i < rows.length; i++) byRoute[route[rows[i]!]!]?.push(rows[i]!);
  return byRoute;
}

/** Per route, the stretches within the radius of its junctions: ascending, merged. */
function junctionHoles(network: RouteNetwork, radiusM: number): Stretch[][] {
  const holes: Stretch[][] = network.routes.map(() => []);
  if (radiusM === 0) return holes;
  for (const junction of network.junctions)
    for (const { route, stakeM } of junction.on) holes[route]?.push([stakeM - radiusM, stakeM + radiusM]);
  return holes.map(merged);
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const joined: [number, number][] = [];
  for (const [fromM, toM] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && fromM <= last[1]) last[1] = Math.max(last[1], toM);
    else joined.push([fromM, toM]);
  }
  return joined;
}

/** What is left of stretches when others are taken out; all ascending. */
function without(stretches: Support, holes: Support): Stretch[] {
  return stretches.flatMap(([fromM, toM]) => {
    const left: Stretch[] = [];
    let startM = fromM;
    for (const [holeFromM, holeToM] of holes) {
      if (holeToM <= startM || holeFromM >= toM) continue;
      if (holeFromM > startM) left.push([startM, holeFromM]);
      startM = holeToM;
    }
    if (startM < toM) left.push([startM, toM]);
    return left;
  });
}

function isIn(stretches: readonly Stretch[], stakeM: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]![1] < stakeM) low = middle + 1;
    else high = middle;
  }
  return low < stretches.length && stretches[low]![0] <= stakeM;
}
