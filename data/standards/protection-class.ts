import type { TargetDescription } from "./proposal.ts";
import type { Confidence } from "./rule.ts";

/** Classes of protected objects, most demanding first. */
export const PROTECTION_CLASSES = ["high-sensitive", "important", "general-1", "general-2", "general-3"] as const;
export type ProtectionClass = (typeof PROTECTION_CLASSES)[number];

/** `status` of a hazard: new, rebuilt or extended against in service. */
export const RISK_STATUSES = ["new", "in-service"] as const;
export type RiskStatus = (typeof RISK_STATUSES)[number];

/** Highest acceptable individual risk, deaths per year. */
export interface RiskLimit {
  readonly protectionClass: ProtectionClass;
  readonly new: number;
  readonly "in-service": number;
  readonly clause: string;
  readonly confidence: Confidence;
  readonly source: string;
}

const limit = (protectionClass: ProtectionClass, ofNew: number, inService: number): RiskLimit => ({
  protectionClass,
  new: ofNew,
  "in-service": inService,
  clause: "GB 36894-2018 表1",
  confidence: "memory",
  source: "S05",
});

/**
 * Individual risk limits. The numbers were read in the notice of 2014, which has the same grid; that they fall to the classes of 2018 like
 * this is from memory.
 *
 * @see GB 36894-2018, table 1
 */
export const RISK_LIMITS: readonly RiskLimit[] = [
  limit("high-sensitive", 3e-7, 3e-6),
  limit("important", 3e-7, 3e-6),
  limit("general-1", 3e-7, 3e-6),
  limit("general-2", 3e-6, 1e-5),
  limit("general-3", 1e-5, 3e-5),
];

/** The acceptable individual risk of a class, per year; a risk of exactly the limit is acceptable. */
export const riskLimitOf = (protectionClass: ProtectionClass, status: RiskStatus): number =>
  RISK_LIMITS.find((each) => each.protectionClass === protectionClass)![status];

/** One size that parts the general classes. `from` includes its number; what is below the last step is `rest`. */
interface Steps {
  readonly by: "people" | "households" | "beds" | "floorAreaM2";
  readonly steps: readonly { readonly from: number; readonly gives: ProtectionClass }[];
  readonly rest: ProtectionClass;
}

/** `fixed`: by kind alone. `sizes`: the most demanding of what its sizes give ("or" in the standard). */
interface ClassRule {
  readonly kinds: readonly TargetDescription["kind"][];
  /** More than one where the kind does not tell. */
  readonly fixed?: readonly ProtectionClass[];
  readonly sizes?: readonly Steps[];
  readonly confidence: Confidence;
}

const steps = (by: Steps["by"], one: number, two?: number): Steps => ({
  by,
  steps: [
    { from: one, gives: "general-1" },
    ...(two === undefined ? [] : [{ from: two, gives: "general-2" } as const]),
  ],
  rest: two === undefined ? "general-2" : "general-3",
});

/** All from memory but for the groups of the highly sensitive. @see GB 36894-2018, 3.1 */
export const CLASS_CLAUSE = "GB 36894-2018 3.1";

/** How the kinds of the registry and of the form fall into the classes. */
export const CLASS_RULES: readonly ClassRule[] = [
  { kinds: ["school", "kindergarten", "college"], fixed: ["high-sensitive"], confidence: "verified" },
  { kinds: ["hospital", "elderly-care"], fixed: ["high-sensitive"], confidence: "memory" },
  // Activity centres are highly sensitive, libraries and exhibition halls important: the ledger has one kind for them.
  { kinds: ["culture"], fixed: ["high-sensitive", "important"], confidence: "memory" },
  { kinds: ["religious"], fixed: ["important"], confidence: "memory" },
  {
    kinds: ["dwelling", "residential", "village"],
    sizes: [steps("households", 30, 10), steps("people", 100, 30)],
    confidence: "memory",
  },
  // County offices and above are class 1 whatever their size: a small office may be one.
  { kinds: ["office"], sizes: [steps("people", 100)], confidence: "memory" },
  { kinds: ["fire-station"], fixed: ["general-1", "general-2"], confidence: "memory" },
  { kinds: ["sports-venue"], sizes: [steps("floorAreaM2", 5000)], confidence: "memory" },
  { kinds: ["mall", "market", "civil-building"], sizes: [steps("floorAreaM2", 5000, 1500)], confidence: "memory" },
  { kinds: ["park"], sizes: [steps("floorAreaM2", 5000, 1500)], confidence: "memory" },
  { kinds: ["hotel"], sizes: [steps("beds", 100)], confidence: "memory" },
  { kinds: ["transport-hub"], sizes: [steps("people", 100)], confidence: "memory" },
  {
    kinds: ["industrial-building", "factory"],
    sizes: [{ by: "people", steps: [{ from: 100, gives: "general-2" }], rest: "general-3" }],
    confidence: "memory",
  },
  { kinds: ["substation"], fixed: ["general-2", "general-3"], confidence: "memory" },
];

/**
 * The classes that a target can have, most demanding first: one when the facts decide, several when they do not.
 *
 * Sizes that the standard joins by "or" (households, people) each may raise the class; one that is not known leaves the higher classes
 * open, except that there are never more households than people. Of a park `floorAreaM2` is its ground.
 *
 * @see GB 36894-2018, 3.1
 */
export function classifyProtection(target: TargetDescription): readonly ProtectionClass[] {
  const rule = CLASS_RULES.find(({ kinds }) => kinds.includes(target.kind))!;
  if (rule.fixed) return rule.fixed;
  const known = target.households === null && target.people !== null ? target.people : null;
  let [worst, best] = [PROTECTION_CLASSES.length - 1, PROTECTION_CLASSES.length - 1];
  for (const size of rule.sizes!) {
    const value = target[size.by];
    const most = value ?? (size.by === "households" && known !== null ? known : Number.POSITIVE_INFINITY);
    worst = Math.min(worst, rankAt(size, most));
    best = Math.min(best, rankAt(size, value ?? 0));
  }
  // A government office of county rank cannot be told from its people.
  if (target.kind === "office") worst = PROTECTION_CLASSES.indexOf("general-1");
  return PROTECTION_CLASSES.slice(worst, best + 1);
}

function rankAt({ steps: from, rest }: Steps, value: number): number {
  return PROTECTION_CLASSES.indexOf(from.find((step) => value >= step.from)?.gives ?? rest);
}

/** One line of the F-N diagram: F = `atOnePerYear` / N per year. */
interface SocietalLine {
  readonly atOnePerYear: number;
  readonly confidence: Confidence;
}

/**
 * The societal risk lines: half-remembered, so shown as unverified and never a verdict by themselves.
 *
 * @see GB 36894-2018, figure 1
 */
export const SOCIETAL_LINES: {
  readonly unacceptable: SocietalLine;
  readonly acceptable: SocietalLine;
  /** From so many deaths on, everything above the lower line is unacceptable. */
  readonly cutFromDeaths: number;
} = {
  unacceptable: { atOnePerYear: 1e-3, confidence: "uncertain" },
  acceptable: { atOnePerYear: 1e-5, confidence: "uncertain" },
  cutFromDeaths: 1000,
};

/**
 * The region of the F-N diagram that a point lies in; on a line it belongs to the better region.
 *
 * @param deaths - N, at least 1.
 * @param perYear - F: frequency of N or more deaths.
 * @throws RangeError for a number below 1 or a negative frequency.
 */
export function societalRegion(deaths: number, perYear: number): "unacceptable" | "alarp" | "acceptable" {
  if (!(deaths >= 1) || !(perYear >= 0)) throw new RangeError(`no point of the F-N diagram: ${deaths}, ${perYear}`);
  const { unacceptable, acceptable, cutFromDeaths } = SOCIETAL_LINES;
  const isAbove = ({ atOnePerYear }: SocietalLine) => perYear > (atOnePerYear / deaths) * (1 + 1e-9);
  if (!isAbove(acceptable)) return "acceptable";
  return isAbove(unacceptable) || deaths >= cutFromDeaths ? "unacceptable" : "alarp";
}
