import type { Substance } from "../layers/define.ts";
import { findSubstance } from "../standards/critical-quantities/find-substance.ts";
import { gradeHazard, type HazardLevel } from "../standards/hazard-grade.ts";

/**
 * A substance as the demonstration's ledgers write it, with its CAS number.
 *
 * @throws RangeError for one that the tables of GB 18218 do not hold.
 */
export function substance(name: string, tonnes: number): Substance {
  const match = findSubstance(name);
  if (match.kind === "unknown") throw new RangeError(`no critical quantity for ${name}`);
  const { cas } = match.form;
  return cas ? { name, cas, tonnes } : { name, tonnes };
}

/** S = Σ q/Q. @see GB 18218-2018, 4.2.1 */
export const ratioS = (substances: readonly Substance[]): number =>
  gradeHazard({ substances: [...substances], people: null }).S;

/**
 * The level of a unit: `none` when S < 1, else by R = α Σ β q/Q.
 *
 * @param people - permanent residents within 500 m of the plant's boundary.
 * @throws RangeError when a substance is not in the tables.
 * @see GB 18218-2018, 4.3.2, tables 5 and 6
 */
export function levelOf(substances: readonly Substance[], people: number): HazardLevel {
  const { level } = gradeHazard({ substances: [...substances], people });
  if (level === null) throw new RangeError("a substance without critical quantity");
  return level;
}
