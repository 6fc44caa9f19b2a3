import type { Proposal } from "#data/standards/proposal.ts";
import type { USE_WORDS } from "../../../messages/planning-use.ts";
import type { Language } from "../../../messages/words.ts";
import { fieldsOf } from "../../../state/use-fields.ts";
import { formatNumber } from "../../../ui/quantities.ts";

type Words = (typeof USE_WORDS)["zh"];

/** The use of a proposal in the words of its form; what is not known is said to be unknown. */
export function useText({ use }: Proposal, words: Words, language: Language): string {
  const described: Readonly<Record<string, unknown>> = use.side === "hazard" ? use.hazard : use.target;
  const kind = (use.side === "hazard" ? use.hazard : use.target).kind;
  const [colon, comma] = language === "zh" ? ["：", "；"] : [": ", "; "];
  const facts = fieldsOf(kind).map((field) => {
    const value = described[field.id];
    const name = words.fields[field.id] ?? field.id;
    if (value === null || value === undefined) return `${name}${colon}${words.unknown}`;
    if (typeof value === "boolean") return `${name}${colon}${value ? words.yes : words.no}`;
    if (field.type === "amount")
      return `${name}${colon}${formatNumber(Number(value), language, 3)} ${field.unit}`.trim();
    return `${name}${colon}${words.options[field.id]?.[String(value)] ?? String(value)}`;
  });
  const held = use.side === "hazard" ? use.substances : [];
  const substances = held.map(({ name, tonnes }) => `${name} ${formatNumber(tonnes, language, 3)} t`);
  return [words.kinds[kind], ...facts, ...substances].join(comma);
}
