import type { RouteNetwork } from "../network/route.ts";
import { junctionStretches, roadStretches } from "../network/route-stretches.ts";
import type { PlacedAccidents } from "../placing/placed.ts";
import { isOn, mergedStretches, nearestStretch, type Stretch, withoutStretches } from "../stretches.ts";
import type { TestSection } from "./find-clusters.ts";

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
  placed: Pick<PlacedAccidents, "route" | "stakeM">,
  rows: ArrayLike<number>,
  junctionRadiusM: number,
): CrashSections {
  const holes = junctionStretches(network, junctionRadiusM);
  const stretches = roadStretches(network);
  const rowsOn: number[][][] = stretches.map((own) => own.map(() => []));
  let atJunctions = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const [route, stakeM] = [placed.route[row]!, placed.stakeM[row]!];
    if (isOn(holes[route]!, stakeM)) atJunctions++;
    // A stake at a joint may lie a hair outside: it belongs to the nearest stretch.
    else rowsOn[route]![nearestStretch(stretches[route]!, stakeM)]?.push(row);
  }
  const sections = rowsOn.flatMap((parts, route) =>
    parts.flatMap((own, part): CrashSection[] => {
      const stretch = stretches[route]![part]!;
      const support = withoutStretches([stretch], holes[route]!);
      if (own.length === 0 || support.length === 0) return [];
      own.sort((a, b) => placed.stakeM[a]! - placed.stakeM[b]! || a - b);
      const within = (stakeM: number) => Math.min(stretch[1], Math.max(stretch[0], stakeM));
      const { id, isLoop } = network.routes[route]!;
      const section: CrashSection = {
        name: parts.length === 1 ? id : `${id}@${Math.round(stretch[0])}`,
        route,
        support,
        stakesM: Float64Array.from(own, (row) => within(placed.stakeM[row]!)),
        rows: Uint32Array.from(own),
        turnM: null,
      };
      return [isLoop ? cutRing(section, stretch[1] - stretch[0]) : section];
    }),
  );
  return { sections, atJunctions };
}

/**
 * A ring is cut where its crashes leave the widest gap: where its stakes happen to begin a cluster would fall in two. What lies before the cut
 * comes after the end of the stakes, which go on counting.
 */
function cutRing(section: CrashSection, turnM: number): CrashSection {
  const { stakesM, rows, support } = section;
  let [first, widestM] = [0, stakesM[0]! + turnM - stakesM.at(-1)!];
  for (let i = 1; i < stakesM.length; i++) {
    const gapM = stakesM[i]! - stakesM[i - 1]!;
    if (gapM > widestM) [first, widestM] = [i, gapM];
  }
  const cutM = first === 0 ? Number.NEGATIVE_INFINITY : stakesM[first]! - widestM / 2;
  const turned = support.flatMap(([fromM, toM]): Stretch[] => {
    if (fromM >= cutM) return [[fromM, toM]];
    if (toM <= cutM) return [[fromM + turnM, toM + turnM]];
    return [
      [cutM, toM],
      [fromM + turnM, cutM + turnM],
    ];
  });
  return {
    ...section,
    support: mergedStretches(turned),
    stakesM: Float64Array.of(...stakesM.subarray(first), ...stakesM.subarray(0, first).map((stakeM) => stakeM + turnM)),
    rows: Uint32Array.of(...rows.subarray(first), ...rows.subarray(0, first)),
    turnM,
  };
}
