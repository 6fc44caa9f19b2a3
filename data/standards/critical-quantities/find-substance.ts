import type { Confidence } from "../rule.ts";
import type { CategorySymbol } from "./categories.ts";
import { NAMED_SUBSTANCES, type NamedForm, type NamedSubstance } from "./named-substances.ts";

/** A substance that table 1 does not name and whose category is commonly agreed. */
export interface CategorizedSubstance {
  readonly forms: readonly NamedForm[];
  readonly category: CategorySymbol;
  readonly confidence: Confidence;
}

/** Only these are taken without a person's word. Diesel: some regions still argue over its flash point class. */
export const CATEGORIZED_SUBSTANCES: readonly CategorizedSubstance[] = [
  {
    forms: [
      {
        cas: "68334-30-5",
        names: ["柴油", "车用柴油", "轻柴油", "0号柴油", "-10号柴油", "-20号柴油", "-35号柴油", "diesel"],
      },
    ],
    category: "W5.4",
    confidence: "memory",
  },
];

export type SubstanceMatch =
  | { readonly kind: "row"; readonly row: NamedSubstance; readonly form: NamedForm }
  | { readonly kind: "category"; readonly substance: CategorizedSubstance; readonly form: NamedForm }
  | {
      readonly kind: "unknown";
      /** `several`: rows differ by a strength or form that has to be told. `disagree`: name and CAS number are of different rows. */
      readonly why: "not-listed" | "several" | "disagree";
      /** Names of table 1 to choose from, likeliest first; may be empty. */
      readonly nearest: readonly string[];
    };

type Known = Exclude<SubstanceMatch, { kind: "unknown" }>;

const KNOWN: readonly Known[] = [
  ...NAMED_SUBSTANCES.flatMap((row) => row.forms.map((form): Known => ({ kind: "row", row, form }))),
  ...CATEGORIZED_SUBSTANCES.flatMap((substance) =>
    substance.forms.map((form): Known => ({ kind: "category", substance, form })),
  ),
];

/** Full-width signs, case and spaces make no difference. */
const plain = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const byName = new Map(KNOWN.flatMap((known) => known.form.names.map((name) => [plain(name), known] as const)));
const byCas = new Map<string, Known[]>();
for (const known of KNOWN) {
  const { cas } = known.form;
  if (cas) byCas.set(cas, [...(byCas.get(cas) ?? []), known]);
}

/** What a CAS number cannot tell from the pure substance. */
const DILUTED = /溶液|水溶|稀|混合|废|%|solution/;

/**
 * The row of table 1 or the category of a substance. A name or a number that could be several, or none, is `unknown` and has to be
 * asked: nothing is guessed, and `nearest` is only an offer.
 *
 * @param cas - CAS number, as written on a label; one that the tables do not hold leaves the name to decide.
 */
export function findSubstance(name: string, cas?: string): SubstanceMatch {
  const named = byName.get(plain(name));
  const numbered = cas === undefined ? [] : (byCas.get(cas.trim()) ?? []);
  if (named) {
    if (numbered.length === 0 || numbered.some((each) => isSame(each, named))) return named;
    return { kind: "unknown", why: "disagree", nearest: [named, ...numbered].map(shownName) };
  }
  if (numbered.length > 0) return findByNumber(name, numbered);
  const nearest = nearestNames(name);
  const variants = nearest.filter((each) => plain(each).startsWith(`${plain(name)}(`));
  return { kind: "unknown", why: variants.length > 1 ? "several" : "not-listed", nearest };
}

function findByNumber(name: string, numbered: readonly Known[]): SubstanceMatch {
  const given = plain(name);
  const [only] = numbered;
  const isOther =
    DILUTED.test(given) ||
    numbered.some((each) => each.kind === "row" && each.row.notNames.some((other) => plain(other) === given));
  const isTold = numbered.length === 1 && !(only!.kind === "row" && only!.row.byNameOnly);
  if (isTold && !isOther) return only!;
  return { kind: "unknown", why: numbered.length > 1 ? "several" : "not-listed", nearest: numbered.map(shownName) };
}

const isSame = (a: Known, b: Known): boolean =>
  a.kind === "row" && b.kind === "row" ? a.row === b.row : a.form === b.form;

const shownName = ({ form }: Known): string => form.names[0]!;

/** How many names to offer. */
const MOST_OFFERED = 5;

/** Names that share most of their characters with the given one, each known substance once. */
function nearestNames(name: string): string[] {
  const given = plain(name);
  return KNOWN.map((known) => ({
    name: shownName(known),
    likeness: Math.max(...known.form.names.map((each) => likeness(given, plain(each)))),
  }))
    .filter((each) => each.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_OFFERED)
    .map((each) => each.name);
}

/** 0 to 1: the share of characters in common; at least 0.5 when one contains the other. */
function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  const left = [...a];
  let shared = 0;
  for (const character of b) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  const share = (2 * shared) / ([...a].length + [...b].length);
  return a.includes(b) || b.includes(a) ? 0.5 + share / 2 : share;
}
