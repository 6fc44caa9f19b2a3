import type { LayerDefinition } from "../layers/define.ts";
import type { Nearby } from "./buffer-rows.ts";
import type { BufferLayerTotals } from "./results.ts";
import { gradeOf, gradeRank, rowIdentity } from "./rows.ts";

/** Counts, sums and the worst item of one layer within one ring. */
export function ringTotals(
  layer: LayerDefinition,
  nearby: readonly Nearby[],
  radiusM: number,
  innerM: number | null,
): BufferLayerTotals {
  const within = nearby.filter((each) => each.isWithin(radiusM));
  const inner = innerM === null ? 0 : within.filter((each) => each.isWithin(innerM)).length;
  const totals: Record<string, number> = {};
  const unknown: Record<string, number> = {};
  for (const attribute of layer.totals) {
    let sum = 0;
    let missing = 0;
    for (const { snapshot, row } of within) {
      const column = snapshot.columns[attribute];
      const value = column?.type === "number" ? column.numbers[row]! : Number.NaN;
      if (Number.isNaN(value)) missing++;
      else sum += value;
    }
    totals[attribute] = sum;
    if (missing > 0) unknown[attribute] = missing;
  }
  return {
    layer: layer.id,
    count: within.length,
    bandCount: within.length - inner,
    uncertainCount: nearby.filter((each) => reachesAcross(each, radiusM)).length,
    totals,
    unknown,
    worst: worstOf(layer, within),
  };
}

/** The stated position error reaches across the ring's edge, from inside or from outside. */
function reachesAcross({ snapshot, row, distanceM }: Nearby, radiusM: number): boolean {
  const error = snapshot.positionErrorM[row]!;
  return Math.abs(distanceM - radiusM) < error;
}

function worstOf(layer: LayerDefinition, within: readonly Nearby[]): BufferLayerTotals["worst"] {
  let worst: { readonly each: Nearby; readonly rank: number; readonly grade: string | null } | null = null;
  for (const each of within) {
    const grade = gradeOf(each.snapshot, layer, each.row);
    const rank = gradeRank(layer, grade);
    if (worst && (rank > worst.rank || (rank === worst.rank && each.distanceM >= worst.each.distanceM))) continue;
    worst = { each, rank, grade };
  }
  if (!worst) return null;
  const { each, grade } = worst;
  return { ...rowIdentity(each.snapshot, each.row), grade, distanceM: each.distanceM };
}
