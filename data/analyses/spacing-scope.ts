import type { HazardCase } from "../standards/classify/facets.ts";
import { hazardPartsOf } from "../standards/classify/hazard-cases.ts";
import { findSubstance } from "../standards/critical-quantities/find-substance.ts";
import { gradeHazard } from "../standards/hazard-grade.ts";
import { chooseMethod, type EXCLUDED_SCOPES, type MethodFacts } from "../standards/method-choice.ts";
import type { HazardDescription, Proposal } from "../standards/proposal.ts";
import type { Band } from "../standards/rule.ts";
import type { RuleIndex } from "./match-rules.ts";
import type { Reason } from "./spacing-results.ts";

/** What the fixed distances alone cannot answer about a use. `isOpen`: nothing found too near does not yet make it clear. */
export interface ScopeOfCheck {
  readonly reasons: readonly Reason[];
  readonly isOpen: boolean;
}

/**
 * Whether the rules in force have numbers for a use at all, and whether GB/T 37243 asks for more than fixed distances.
 *
 * A use, or one of its possible classes, without a single row (explosives, fireworks, class B item 6), an amount beyond the last band
 * of a table (a fuelling station over 210 m³) and a use that needs a risk or consequence analysis stay open. Where the substances are not told, that they may need one is said and decides nothing.
 *
 * @see GB/T 37243-2019, clause 4
 */
export function scopeOfCheck(use: Proposal["use"], index: RuleIndex): ScopeOfCheck {
  if (use.side === "target") return { reasons: [], isOpen: false };
  const reasons: Reason[] = [];
  if (!hasTables(use.hazard, index)) reasons.push({ code: "no-table" });
  const { methods } = chooseMethod(methodFacts(use.hazard, use.substances));
  const needsMore = methods.some((method) => method === "qra" || method === "consequence");
  const isCertain = needsMore && !methods.includes("fixed");
  if (isCertain) reasons.push({ code: "risk-method" });
  else if (needsMore) reasons.push({ code: "risk-method-unknown" });
  return { reasons, isOpen: isCertain || reasons.some(({ code }) => code === "no-table") };
}

function hasTables(hazard: HazardDescription, index: RuleIndex): boolean {
  const parts = hazardPartsOf(hazard);
  return (
    parts.length > 0 && parts.every(({ cases }) => cases.every((each) => each === null || isInTables(each, index)))
  );
}

/** A class with rows, and an amount that is not beyond the last band of its table: below the first, a table asks for nothing. */
function isInTables({ hazardClass, amounts }: HazardCase, index: RuleIndex): boolean {
  const rules = index.ofHazard(hazardClass);
  if (rules.length === 0) return false;
  return Object.entries(amounts).every(([quantity, [, most]]) => {
    const bands = rules.flatMap(({ band }) => (band?.quantity === quantity ? [band] : []));
    const holds = ({ below = Infinity, upTo = Infinity }: Band) => most < below && most <= upTo;
    return bands.length === 0 || bands.some(holds);
  });
}

/** Uses that GB/T 37243 does not speak of. */
const EXCLUDED: Readonly<Partial<Record<HazardDescription["kind"], (typeof EXCLUDED_SCOPES)[number]>>> = {
  "filling-station": "filling-station",
  pipeline: "oil-gas-pipeline",
  "lpg-base": "town-gas",
  "lpg-bottles": "town-gas",
};

/** Uses with no dangerous chemicals in the sense of the standard. */
const NO_CHEMICALS: ReadonlySet<HazardDescription["kind"]> = new Set(["stack", "flare", "hazmat-parking"]);

function methodFacts(
  hazard: HazardDescription,
  substances: readonly { name: string; cas?: string; tonnes: number }[],
): MethodFacts {
  const excluded = EXCLUDED[hazard.kind] ?? null;
  if (NO_CHEMICALS.has(hazard.kind)) return { excluded, explosive: false, toxicOrFlammableGas: false, ratioS: 0 };
  const categories = substances.map(({ name, cas }) => {
    const match = findSubstance(name, cas);
    return match.kind === "row" ? match.row.category : match.kind === "category" ? match.substance.category : null;
  });
  const any = (isOf: (symbol: string) => boolean): boolean | null => {
    if (categories.some((symbol) => symbol !== null && isOf(symbol))) return true;
    return categories.length === 0 || categories.includes(null) ? null : false;
  };
  const grade = gradeHazard({ substances: [...substances], people: 0 });
  return {
    excluded,
    explosive: hazard.kind === "explosives" ? true : any((symbol) => symbol.startsWith("W1.")),
    // Gases: acutely toxic of categories 1 to 3, flammable, and the pressurised holder by what it is.
    toxicOrFlammableGas: hazard.kind === "gas-holder" ? true : any((symbol) => GASES.has(symbol)),
    ratioS: substances.length === 0 || grade.unknown.length > 0 ? (grade.S >= 1 ? grade.S : null) : grade.S,
  };
}

const GASES: ReadonlySet<string> = new Set(["J1", "J3", "W2"]);
