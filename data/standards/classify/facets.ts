import type { Reason } from "../../analyses/spacing-results.ts";
import type { HazardClass, TargetClass } from "../classes.ts";
import type { Quantity } from "../rule.ts";

/** Least and most that a quantity can be; equal where it is known. A quantity that is absent can be anything. */
export type Amounts = Readonly<Partial<Record<Quantity, readonly [number, number]>>>;

/** One thing that a part of a hazard may be. */
export interface HazardCase {
  readonly hazardClass: HazardClass;
  readonly amounts: Amounts;
}

/**
 * One part of a hazard: a filling station has several at once. What is not known leaves several cases open, of which one is true;
 * `null` among them: it may be nothing that a rule is about.
 */
export interface HazardFacet {
  readonly cases: readonly (HazardCase | null)[];
  readonly reasons: readonly Reason[];
}

/** One respect in which a target is protected; again one of the classes is true, and facets hold side by side. */
export interface TargetFacet {
  readonly classes: readonly (TargetClass | null)[];
  readonly reasons: readonly Reason[];
  /** Beginnings of the standards that do not count this target in this respect. */
  readonly notUnder?: readonly string[];
}

/** All that the rules need to know of a hazard. Two hazards of one key are the same to them. */
export interface HazardProfile {
  readonly key: string;
  readonly facets: readonly HazardFacet[];
}

/** All that the rules need to know of a target. */
export interface TargetProfile {
  readonly key: string;
  readonly facets: readonly TargetFacet[];
  /** Height of the poles of an overhead line, least and most; `null`: it is no such line. */
  readonly poleHeightM: readonly [number, number] | null;
}

export const reason = (code: Reason["code"], values?: Reason["values"]): Reason =>
  values ? { code, values } : { code };

/** A hazard that is certainly of this class, with these amounts. */
export const surely = (hazardClass: HazardClass, amounts: Amounts = {}): HazardFacet => ({
  cases: [{ hazardClass, amounts }],
  reasons: [],
});

/** A target that is certainly of this class. */
export const certainly = (...classes: readonly TargetClass[]): TargetFacet[] =>
  classes.map((each) => ({ classes: [each], reasons: [] }));

/** A target of one of these classes. */
export const oneOf = (classes: readonly (TargetClass | null)[], ...reasons: readonly Reason[]): TargetFacet => ({
  classes,
  reasons,
});

export const hazardProfile = (facets: readonly HazardFacet[]): HazardProfile => ({
  key: JSON.stringify(facets),
  facets,
});

/** Written out by hand: there is one for each building of a zone. */
const keyOf = ({ classes, reasons, notUnder }: TargetFacet): string => {
  let key = classes.join();
  for (const each of reasons) key += each.values ? JSON.stringify(each) : `~${each.code}`;
  return notUnder ? `${key}!${notUnder.join()}` : key;
};

export const targetProfile = (
  facets: readonly TargetFacet[],
  poleHeightM: readonly [number, number] | null = null,
): TargetProfile => ({ key: `${facets.map(keyOf).join(";")} ${poleHeightM ?? ""}`, facets, poleHeightM });
