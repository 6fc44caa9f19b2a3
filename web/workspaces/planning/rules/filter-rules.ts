import { classTitle } from "#data/standards/classes.ts";
import type { AppliedRule, Band, Confidence } from "#data/standards/rule.ts";

/** What a person looks for among the rules; `null` and empty: everything. */
export interface RuleFilter {
  readonly text: string;
  readonly standard: string | null;
  /** Of the hazard or of a target. */
  readonly objectClass: string | null;
  readonly confidence: Confidence | null;
  /** Only rows that no expert of the site has spoken on. */
  readonly isUnconfirmed: boolean;
  readonly fromM: number | null;
  readonly toM: number | null;
}

export const EVERY_RULE: RuleFilter = {
  text: "",
  standard: null,
  objectClass: null,
  confidence: null,
  isUnconfirmed: false,
  fromM: null,
  toM: null,
};

/** Rules that pass, in their order. Each word of the text must stand somewhere in a row, in either language. */
export function filterRules(rules: readonly AppliedRule[], filter: RuleFilter): AppliedRule[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rules.filter(
    (rule) =>
      (filter.standard === null || rule.standard === filter.standard) &&
      (filter.objectClass === null || [rule.hazard, ...rule.targets].some((id) => id === filter.objectClass)) &&
      (filter.confidence === null || rule.confidence === filter.confidence) &&
      (!filter.isUnconfirmed || rule.confirmed === null) &&
      (filter.fromM === null || rule.distanceM >= filter.fromM) &&
      (filter.toM === null || rule.distanceM <= filter.toM) &&
      words.every((word) => textOf(rule).includes(word)),
  );
}

const texts = new WeakMap<AppliedRule, string>();

function textOf(rule: AppliedRule): string {
  const known = texts.get(rule);
  if (known !== undefined) return known;
  const titles = [rule.hazard, ...rule.targets].map(classTitle).flatMap(({ zh, en }) => [zh, en]);
  const { id, standard, clause, source, note, distanceM } = rule;
  const text = [id, standard, clause, source, note?.zh, note?.en, `${distanceM} m`, `${distanceM}m`, ...titles]
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase();
  texts.set(rule, text);
  return text;
}

/** `> 5 t`, `200–1000 m³`: the band of a table's row; each end says whether it belongs. */
export function bandText({ quantity, from, above, below, upTo }: Band): string {
  const unit = quantity === "tonnes" ? "t" : "m³";
  const low = from !== undefined ? `≥ ${from}` : above !== undefined ? `> ${above}` : null;
  const high = below !== undefined ? `< ${below}` : upTo !== undefined ? `≤ ${upTo}` : null;
  return `${[low, high].filter((end) => end !== null).join("，")} ${unit}`;
}
