import { unitOf } from "#data/layers/column-names.ts";
import type { Attribute } from "#data/layers/define.ts";
import type { FixKind, Remark } from "../../../api.ts";
import type { Term } from "../../../messages/remarks.ts";
import type { Language } from "../../../messages/words.ts";

interface Words {
  readonly terms: Readonly<Record<Term, string>>;
  readonly fixes: Readonly<Record<FixKind, string>>;
  readonly number: (unit: string | null) => string;
}

const TERM = /\b(longitude|latitude|coordinates in|to|Mixed|(?:Multi)?(?:Point|LineString|Polygon|Mixed))\b/g;

/** What would have been accepted, its few words in the reader's language. */
export const allowedText = (allowed: string, { terms }: Pick<Words, "terms">): string =>
  allowed.replaceAll(TERM, (found) => {
    const single = found.replace(/^Multi/, "") as Term;
    return single === found ? terms[single] : `${terms.Multi}${terms[single]}`;
  });

/** The figures that go with a remark; of a mended row, how it was mended. */
export const detailText = ({ reason, detail }: Pick<Remark, "reason" | "detail">, { fixes }: Pick<Words, "fixes">) =>
  reason === "fix-applied" ? (fixes[detail as FixKind] ?? detail) : detail;

/** A code's title, for people who never see codes; every other text is as it stands. */
export function codeTitle(text: string, attribute: Attribute | undefined, language: Language): string {
  const value = attribute?.type === "code" ? attribute.values.find(({ code }) => code === text) : undefined;
  return value?.title[language] ?? text;
}

const IS_NUMBER: ReadonlySet<string> = new Set(["not-a-number", "other-unit", "decimal-comma"]);

/** What would have been accepted: of a code its titles, of a number its unit, else what the server says; `null`: it does not say. */
export function expectedText(
  { reason, allowed }: Pick<Remark, "reason" | "allowed">,
  attribute: Attribute | undefined,
  words: Pick<Words, "terms" | "number">,
  language: Language,
): string | null {
  if (attribute?.type === "code" && reason === "not-a-code")
    return attribute.values.map(({ title }) => title[language]).join(language === "zh" ? "、" : ", ");
  if (attribute && "unit" in attribute && IS_NUMBER.has(reason)) return words.number(unitOf(attribute, language));
  return allowed === null ? null : allowedText(allowed, words);
}
