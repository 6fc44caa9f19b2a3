import { z } from "zod";
import { CategorySymbolSchema, getCategory } from "./critical-quantities/categories.ts";
import { findSubstance, type SubstanceMatch } from "./critical-quantities/find-substance.ts";
import { findNamedGas } from "./critical-quantities/named-gases.ts";
import type { Confidence } from "./rule.ts";

/** More than any site holds: a slip of the unit. */
const MOST_TONNES = 10_000_000;

/** A substance at its design maximum (GB 18218-2018, 4.2.2). */
export const HeldSubstanceSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  cas: z.string().trim().max(20).optional(),
  tonnes: z.number().gt(0).max(MOST_TONNES),
  /** A person's word on the category: gives Q and β where table 1 does not name the substance, β alone where it does. */
  category: CategorySymbolSchema.optional(),
});
export type HeldSubstance = z.output<typeof HeldSubstanceSchema>;

/** People are permanent residents within 500 m of the plant's boundary; `null` when nobody counted, `least` when some are not counted. */
export const HazardGradeInputSchema = z.strictObject({
  substances: z.array(HeldSubstanceSchema).min(1).max(60),
  people: z.union([
    z.number().int().nonnegative().max(10_000_000),
    z.null(),
    z.strictObject({ least: z.number().int().nonnegative().max(10_000_000) }),
  ]),
});
export type HazardGradeInput = z.output<typeof HazardGradeInputSchema>;

/** Levels of a major hazard source, worst first; `none` below the threshold S = 1. */
export const HAZARD_LEVELS = ["1", "2", "3", "4", "none"] as const;
export type HazardLevel = (typeof HAZARD_LEVELS)[number];

/**
 * α by the people from which it holds, most people first.
 *
 * @see GB 18218-2018, table 5
 */
export const ALPHAS = [
  { fromPeople: 100, alpha: 2 },
  { fromPeople: 50, alpha: 1.5 },
  { fromPeople: 30, alpha: 1.2 },
  { fromPeople: 1, alpha: 1 },
  { fromPeople: 0, alpha: 0.5 },
] as const;

/**
 * Levels by the R from which they hold, worst first.
 *
 * @see GB 18218-2018, table 6
 */
export const LEVEL_LIMITS = [
  { fromR: 100, level: "1" },
  { fromR: 50, level: "2" },
  { fromR: 10, level: "3" },
  { fromR: 0, level: "4" },
] as const;

/** People are counted this far outward from the plant's boundary (GB 18218-2018, table 5). */
export const RESIDENTS_WITHIN_M = 500;

/** One addend of S and of R. */
export interface GradeTerm {
  readonly name: string;
  /** As `SubstanceMatch` found it; `null` when only a person's word gives the category. */
  readonly listedAs: string | null;
  readonly q: number;
  readonly Q: number;
  readonly beta: number;
  readonly quantityClause: string;
  readonly betaClause: string;
  /** Of the less sure of the two. */
  readonly confidence: Confidence;
  readonly source: string;
  /** A person named the category. */
  readonly categoryGiven: boolean;
}

/** A substance that cannot be reckoned until a person says what it is. */
export interface UnknownSubstance {
  readonly name: string;
  readonly tonnes: number;
  readonly why: "not-listed" | "several" | "disagree";
  readonly nearest: readonly string[];
}

export interface Range<Value> {
  readonly least: Value;
  readonly most: Value;
}

export interface HazardGrade {
  /** Σ q/Q of the known substances. */
  readonly S: number;
  /** `null` when people are not known well enough; then `alphaRange` holds what can be. */
  readonly alpha: number | null;
  readonly alphaRange: Range<number>;
  /** α Σ β q/Q; `null` when α is, or when a substance is not known. */
  readonly R: number | null;
  /** `most` is `null` when a substance is not known: there is no upper end. */
  readonly rRange: { readonly least: number; readonly most: number | null };
  /** `null`: cannot tell; `levelRange` says between which. */
  readonly level: HazardLevel | null;
  /** From the lesser danger to the greater. */
  readonly levelRange: Range<HazardLevel>;
  readonly terms: readonly GradeTerm[];
  readonly unknown: readonly UnknownSubstance[];
}

/** Sums of decimal fractions: 0.7 + 0.2 + 0.1 must be 1. */
const ROUNDING = 1e-9;

/**
 * Identifies and grades a major hazard source: S = Σ q/Q and R = α Σ β q/Q.
 *
 * A substance that the tables do not hold adds nothing and leaves the upper end of the level open. A level that every possible case
 * shares is told even so.
 *
 * @see GB 18218-2018, 4.2.1, 4.3.2, tables 1 to 6
 */
export function gradeHazard({ substances, people }: HazardGradeInput): HazardGrade {
  const terms: GradeTerm[] = [];
  const unknown: UnknownSubstance[] = [];
  for (const held of substances) {
    const match = findSubstance(held.name, held.cas);
    const term = termOf(held, match);
    if (term) terms.push(term);
    else if (match.kind === "unknown")
      unknown.push({ name: held.name, tonnes: held.tonnes, why: match.why, nearest: match.nearest });
  }
  const S = terms.reduce((sum, { q, Q }) => sum + q / Q, 0);
  const weighted = terms.reduce((sum, { q, Q, beta }) => sum + (beta * q) / Q, 0);
  const alphaRange = alphasFor(people);
  const alpha = alphaRange.least === alphaRange.most ? alphaRange.least : null;
  const isComplete = unknown.length === 0;
  const most = isComplete ? alphaRange.most * weighted : null;
  const levelRange = {
    least: levelAt(S, alphaRange.least * weighted),
    most: most === null ? "1" : levelAt(S, most),
  } as const;
  return {
    S,
    alpha,
    alphaRange,
    R: alpha === null || !isComplete ? null : alpha * weighted,
    rRange: { least: alphaRange.least * weighted, most },
    level: levelRange.least === levelRange.most ? levelRange.least : null,
    levelRange,
    terms,
    unknown,
  };
}

/** The α of a number of people. */
export const alphaOf = (people: number): number => ALPHAS.find(({ fromPeople }) => people >= fromPeople)!.alpha;

function alphasFor(people: HazardGradeInput["people"]): Range<number> {
  const highest = ALPHAS[0].alpha;
  if (people === null) return { least: alphaOf(0), most: highest };
  if (typeof people === "object") return { least: alphaOf(people.least), most: highest };
  const alpha = alphaOf(people);
  return { least: alpha, most: alpha };
}

function levelAt(S: number, R: number): HazardLevel {
  if (S < 1 - ROUNDING) return "none";
  return LEVEL_LIMITS.find(({ fromR }) => R >= fromR - ROUNDING)!.level;
}

/** `null` when nothing says how much is critical. */
function termOf(held: HeldSubstance, match: SubstanceMatch): GradeTerm | null {
  const { name, tonnes: q, category: given } = held;
  if (match.kind === "row") {
    const { row, form } = match;
    const gas = findNamedGas(row.row);
    const symbol = given ?? row.category;
    // β 1 where no category of table 4 fits: the row says that it is uncertain.
    const category = symbol === null ? null : getCategory(symbol);
    return {
      name,
      listedAs: form.names[0]!,
      q,
      Q: row.tonnes,
      beta: gas?.beta ?? category?.beta ?? 1,
      quantityClause: row.clause,
      betaClause: gas?.clause ?? category?.clause ?? "GB 18218-2018 表4",
      confidence: gas ? row.confidence : given ? "memory" : row.categoryConfidence,
      source: row.source,
      categoryGiven: gas === undefined && given !== undefined,
    };
  }
  const symbol = given ?? (match.kind === "category" ? match.substance.category : undefined);
  if (symbol === undefined) return null;
  const category = getCategory(symbol);
  return {
    name,
    listedAs: match.kind === "category" ? match.form.names[0]! : null,
    q,
    Q: category.tonnes,
    beta: category.beta,
    quantityClause: category.clause,
    betaClause: category.clause,
    confidence: "memory",
    source: category.source,
    categoryGiven: given !== undefined,
  };
}
