import type { BufferFinding } from "#data/analyses/results.ts";

/** The edge of a ring that a feature's stated position error reaches across. */
export interface CrossedEdge {
  readonly radiusM: number;
  /** Where the feature may be against what was measured. */
  readonly mayBe: "within" | "beyond";
}

/** @returns the nearest edge that the position error reaches across; `null` when there is none, or no error is stated. */
export function edgeCrossed(
  { distanceM, positionErrorM }: Pick<BufferFinding, "distanceM" | "positionErrorM">,
  radiiM: readonly number[],
): CrossedEdge | null {
  if (positionErrorM === null) return null;
  let nearest: number | null = null;
  for (const radiusM of radiiM) {
    const gap = Math.abs(distanceM - radiusM);
    if (gap < positionErrorM && (nearest === null || gap < Math.abs(distanceM - nearest))) nearest = radiusM;
  }
  return nearest === null ? null : { radiusM: nearest, mayBe: distanceM > nearest ? "within" : "beyond" };
}
