import type { LayerDefinition } from "../layers/define.ts";
import type { Nearby } from "./buffer-rows.ts";
import type { BufferLayerTotals } from "./results.ts";
import { gradeOf, gradeRank, rowIdentity } from "./rows.ts";

/**
 * Counts, sums and the worst item of one layer within one ring.
 *
 * @param ring - place of the radius in the list that `nearby` was asked for.
 */
export function ringTotals(layer: LayerDefinition, nearby: Nearby, ring: number, radiusM: number): BufferLayerTotals {
  const { snapshot, rows, rings, distancesM } = nearby;
  const { positionErrorM } = snapshot;
  let count = 0;
  let bandCount = 0;
  let uncertainCount = 0;
  for (let i = 0; i < rows.length; i++) {
    if (rings[i]! <= ring) count++;
    if (rings[i] === ring) bandCount++;
    // The stated error reaches across the ring's edge, from inside or from outside.
    if (Math.abs(distancesM[i]! - radiusM) < positionErrorM[rows[i]!]!) uncertainCount++;
  }
  const totals: Record<string, number> = {};
  const unknown: Record<string, number> = {};
  for (const attribute of layer.totals) {
    const { sum, missing } = sumWithin(nearby, ring, attribute);
    totals[attribute] = sum;
    if (missing > 0) unknown[attribute] = missing;
  }
  return {
    layer: layer.id,
    count,
    bandCount,
    uncertainCount,
    totals,
    unknown,
    worst: worstWithin(layer, nearby, ring),
  };
}

function sumWithin(
  { snapshot, rows, rings }: Nearby,
  ring: number,
  attribute: string,
): { sum: number; missing: number } {
  const column = snapshot.columns[attribute];
  const numbers = column?.type === "number" ? column.numbers : null;
  let sum = 0;
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    if (rings[i]! > ring) continue;
    const value = numbers ? numbers[rows[i]!]! : Number.NaN;
    if (Number.isNaN(value)) missing++;
    else sum += value;
  }
  return { sum, missing };
}

function worstWithin(layer: LayerDefinition, nearby: Nearby, ring: number): BufferLayerTotals["worst"] {
  const { snapshot, rows, rings, distancesM } = nearby;
  const rankOf = rankRows(layer, nearby);
  let worst = -1;
  let worstRank = 0;
  for (let i = 0; i < rows.length; i++) {
    if (rings[i]! > ring) continue;
    const rank = rankOf(rows[i]!);
    if (worst >= 0 && (rank > worstRank || (rank === worstRank && distancesM[i]! >= distancesM[worst]!))) continue;
    worst = i;
    worstRank = rank;
  }
  if (worst < 0) return null;
  const row = rows[worst]!;
  return { ...rowIdentity(snapshot, row), grade: gradeOf(snapshot, layer, row), distanceM: distancesM[worst]! };
}

/** Looked up once a code, not once a row. */
function rankRows(layer: LayerDefinition, { snapshot }: Nearby): (row: number) => number {
  const column = layer.grade === undefined ? undefined : snapshot.columns[layer.grade];
  const unknownRank = gradeRank(layer, null);
  if (column?.type !== "code") return () => unknownRank;
  const { indices } = column;
  const ranks = column.values.map((value) => gradeRank(layer, value));
  return (row) => ranks[indices[row]!] ?? unknownRank;
}
