import type { CategorySymbol } from "#data/standards/critical-quantities/categories.ts";
import { CATEGORIZED_SUBSTANCES } from "#data/standards/critical-quantities/find-substance.ts";
import { NAMED_SUBSTANCES } from "#data/standards/critical-quantities/named-substances.ts";
import { type HeldSubstance, HeldSubstanceSchema } from "#data/standards/hazard-grade.ts";

/** A line of the form while somebody types; empty tonnes are `null`. */
export interface SubstanceLine {
  readonly name: string;
  readonly cas: string;
  readonly tonnes: number | null;
  readonly category: CategorySymbol | null;
}

export const NEW_LINE: SubstanceLine = { name: "", cas: "", tonnes: null, category: null };

/** Above this a number is a slip of the unit, and is refused. */
export const MOST_TONNES = 10_000_000;

/** The line as it can be reckoned; `null` without a name or with tonnes that are none. */
export function toHeld({ name, cas, tonnes, category }: SubstanceLine): HeldSubstance | null {
  const given = { name, tonnes, ...(cas.trim() !== "" && { cas: cas.trim() }), ...(category && { category }) };
  return HeldSubstanceSchema.safeParse(given).data ?? null;
}

export const heldOf = (lines: readonly SubstanceLine[]): HeldSubstance[] => lines.flatMap((line) => toHeld(line) ?? []);

const FORMS = [...NAMED_SUBSTANCES, ...CATEGORIZED_SUBSTANCES].flatMap(({ forms }) => forms);

/** As many as a list shows without scrolling. */
const MOST_OFFERED = 12;

/**
 * Names of the tables that hold a typed text or CAS number: those that begin with it before those that only hold it, and the shorter
 * before the longer. Each form is offered under its first name.
 */
export function offerNames(typed: string): string[] {
  const text = typed.trim().toLowerCase();
  if (text === "") return [];
  const found = FORMS.flatMap(({ names, cas }) => {
    const [nearest] = [...names, cas ?? ""]
      .map((name) => ({ at: name.toLowerCase().indexOf(text), length: name.length }))
      .filter(({ at }) => at >= 0)
      .sort(earlier);
    return nearest ? [{ name: names[0]!, ...nearest }] : [];
  });
  return [...new Set(found.sort(earlier).map(({ name }) => name))].slice(0, MOST_OFFERED);
}

interface Found {
  readonly at: number;
  readonly length: number;
}

const earlier = (a: Found, b: Found): number => a.at - b.at || a.length - b.length;
