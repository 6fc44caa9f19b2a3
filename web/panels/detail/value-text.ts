import type { Attribute, CodeValue } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import type { Language } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";

/** What the server sends for something that is known and withheld. */
export const MASK = "***";

/** A value as a person reads it. */
export type ValueText =
  | { readonly kind: "unknown"; readonly text: string }
  | { readonly kind: "masked"; readonly text: string }
  | { readonly kind: "known"; readonly text: string; readonly code?: CodeValue };

/**
 * @param id - the attribute's own name: stakes and years are numbers that are not written as such.
 * @param value - in the form of the record; substances have a table of their own and are only counted here.
 */
export function valueText(id: string, attribute: Attribute, value: AttributeValue, language: Language): ValueText {
  const words = DETAIL_WORDS[language];
  if (value === null || value === "") return { kind: "unknown", text: words.unknown };
  if (attribute.personal && value === MASK) return { kind: "masked", text: words.masked };
  const known = (text: string): ValueText => ({ kind: "known", text });
  switch (attribute.type) {
    case "code": {
      const code = attribute.values.find((each) => each.code === value);
      // A code that the list no longer has is shown as it stands in the record.
      return code ? { kind: "known", text: code.title[language], code } : known(String(value));
    }
    case "integer":
    case "number":
      return known(numberText(id, Number(value), attribute.unit, language));
    case "boolean":
      return known(value === true ? words.yes : words.no);
    case "datetime":
      return known(String(value).replace("T", " "));
    case "substances":
      return known(words.substances(Array.isArray(value) ? value.length : 0));
    case "text":
    case "date":
      return known(String(value));
  }
}

function numberText(id: string, value: number, unit: string | undefined, language: Language): string {
  if (/stakeM$/i.test(id)) return formatStake(value);
  if (/year$/i.test(id)) return String(value);
  const shown = unitIn(unit, language);
  return `${formatNumber(value, language, 3)}${shown ? ` ${shown}` : ""}`;
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = { 元: "CNY", "辆/日": "vehicles/day" };

/** Chinese counters (人, 辆, 起) say nothing in English that the title does not. */
const unitIn = (unit: string | undefined, language: Language): string =>
  unit === undefined ? "" : language === "zh" || /^[\x20-\xff²³]+$/.test(unit) ? unit : (ENGLISH_UNITS[unit] ?? "");
