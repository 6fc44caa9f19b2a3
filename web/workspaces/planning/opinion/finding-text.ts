import type { SpacingFinding, SpacingObject } from "#data/analyses/spacing-results.ts";

/** The side of a pair that is not the proposal. */
export const neighbourOf = ({ hazard, target }: SpacingFinding): SpacingObject =>
  hazard.layer === null ? target : hazard;

export function neighbourName(finding: SpacingFinding): string {
  const { name, code } = neighbourOf(finding);
  return name || code;
}

/** To the centimetre, as it is measured. */
export const centimetres = (valueM: number): string => valueM.toFixed(2);

/** `18` or `18 – 25`, as demanded at least and at most. */
export const requiredText = ({ requiredM, requiredAtMostM }: SpacingFinding["rules"][number]): string =>
  requiredAtMostM > requiredM ? `${tidy(requiredM)} – ${tidy(requiredAtMostM)}` : tidy(requiredM);

/** Demands are written as the clause writes them. */
export const tidy = (valueM: number): string => String(Number(valueM.toFixed(2)));
