import { formatFilter } from "#data/layers/filter.ts";
import type { FILTER_WORDS } from "../../messages/filters.ts";
import type { Language } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import type { Condition, FormFilter } from "./conditions.ts";
import { type FormField, isStandardField } from "./form-fields.ts";

type FilterWords = (typeof FILTER_WORDS)[Language];

/** Everything that titles and values of filters are written with. */
export interface Wording {
  readonly language: Language;
  readonly words: FilterWords;
  /** Names of districts by their code. */
  readonly districts: ReadonlyMap<string, string>;
}

/** More choices than this are counted, not named. */
const NAMED = 3;

/** More decimals than any ledger keeps. */
const DIGITS = 6;

export const fieldTitle = (field: FormField, { language, words }: Wording): string =>
  isStandardField(field) ? words.standard[field.property] : field.title![language];

/** The unit as the page's language writes it: the registry's Chinese counters say nothing in English. */
export function fieldUnit({ attribute }: FormField, { language }: Wording): string | null {
  const unit = attribute && "unit" in attribute ? attribute.unit : undefined;
  return unit && (language === "zh" || /^[\w/²³°%]+$/u.test(unit)) ? unit : null;
}

export function valueTitle(field: FormField, value: string | boolean, wording: Wording): string {
  if (typeof value === "boolean") return value ? wording.words.yes : wording.words.no;
  if (field.property === "district" && !field.attribute) return wording.districts.get(value) ?? value;
  const code =
    field.attribute?.type === "code" ? field.attribute.values.find((each) => each.code === value) : undefined;
  return code ? code.title[wording.language] : value;
}

/** `死亡事故、伤人事故`, `≥ 2 人 或 未知`: a condition in the page's language. */
export function describeCondition(field: FormField, condition: Condition, wording: Wording): string {
  const { words } = wording;
  if (condition.control === "contains") return words.containing(condition.part);
  if (condition.control === "values") {
    const titles = condition.values.map((value) => valueTitle(field, value, wording));
    const all = condition.unknown ? [...titles, words.unknown] : titles;
    const named = all.slice(0, NAMED).join(words.separator);
    return all.length > NAMED ? `${named} ${words.more(all.length)}` : named;
  }
  const known =
    condition.control === "range" ? describeRange(field, condition, wording) : describeDays(condition, words);
  return [known, condition.unknown ? words.unknown : null].filter((part) => part !== null).join(` ${words.or} `);
}

function describeRange(
  field: FormField,
  { from, to }: Extract<Condition, { control: "range" }>,
  wording: Wording,
): string | null {
  const unit = fieldUnit(field, wording);
  const write = (value: number) => formatNumber(value, wording.language, DIGITS);
  const withUnit = (text: string) => (unit ? `${text} ${unit}` : text);
  if (from !== null && to !== null) return withUnit(from === to ? write(from) : `${write(from)} – ${write(to)}`);
  if (from !== null) return withUnit(wording.words.atLeast(write(from)));
  return to === null ? null : withUnit(wording.words.atMost(write(to)));
}

function describeDays({ from, to }: Extract<Condition, { control: "days" }>, words: FilterWords): string | null {
  if (from !== null && to !== null) return from === to ? from : `${from} – ${to}`;
  if (from !== null) return words.since(from);
  return to === null ? null : words.until(to);
}

/** The part of a filter that has no field, as the text says it; what is said twice only once. */
export const describeRest = ({ rest }: FormFilter): readonly string[] => [...new Set(rest.map(formatFilter))];
