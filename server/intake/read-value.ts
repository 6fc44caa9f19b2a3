import { checkAttribute, type ProblemReason } from "#data/layers/check-feature.ts";
import type { Attribute, CodeAttribute } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { foldName } from "./mapping.ts";

export type ReadValue =
  | { readonly value: AttributeValue }
  | { readonly reason: ProblemReason; readonly allowed: string | null };

/** Written for "nothing" in ledgers. A code list that has one of these among its aliases keeps it. */
const NOTHING = new Set(["", "-", "--", "—", "/", "null", "n/a", "na", "nan", "无数据"]);

const YES = new Set(["true", "t", "yes", "y", "1", "是", "有", "√"]);
const NO = new Set(["false", "f", "no", "n", "0", "否", "无", "×"]);

/** Reads one delivered value as its attribute wants it. Nothing is guessed: what does not fit is said. */
export function readValue(id: string, attribute: Attribute, delivered: unknown): ReadValue {
  if (delivered === null || delivered === undefined) return { value: null };
  const text = typeof delivered === "object" ? JSON.stringify(delivered) : String(delivered).trim();
  const read = attribute.type === "code" ? readCode(attribute, text) : readOther(attribute, text, delivered);
  if (read === null) return { value: null };
  const [problem] = checkAttribute(id, attribute, read);
  return problem ? { reason: problem.reason, allowed: problem.allowed } : { value: read };
}

/** @returns `null` for nothing; for a value of another type, something that the check refuses. */
function readOther(attribute: Exclude<Attribute, CodeAttribute>, text: string, delivered: unknown): AttributeValue {
  if (NOTHING.has(text.toLowerCase())) return null;
  switch (attribute.type) {
    case "integer":
    case "number":
      return readNumber(text, attribute.unit) ?? text;
    case "boolean":
      return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : text;
    case "date":
      return readTime(text)?.slice(0, 10) ?? text;
    case "datetime":
      return readTime(text) ?? text;
    case "text":
      return text;
    case "substances":
      try {
        return (typeof delivered === "string" ? JSON.parse(delivered) : delivered) as AttributeValue;
      } catch {
        return text;
      }
  }
}

const codesByAttribute = new WeakMap<CodeAttribute, ReadonlyMap<string, string>>();

function readCode(attribute: CodeAttribute, text: string): string | null {
  let codes = codesByAttribute.get(attribute);
  if (!codes) {
    const spellings = new Map<string, string>();
    // Codes win over titles, and those over aliases, wherever a spelling stands for several.
    for (const { aliases, code } of attribute.values)
      for (const alias of aliases ?? []) spellings.set(foldName(alias), code);
    for (const { title, code } of attribute.values)
      for (const each of [title.zh, title.en]) spellings.set(foldName(each), code);
    for (const { code } of attribute.values) spellings.set(foldName(code), code);
    codes = spellings;
    codesByAttribute.set(attribute, codes);
  }
  return codes.get(foldName(text)) ?? (NOTHING.has(text.toLowerCase()) ? null : text);
}

/** `1,234.5`, full-width digits, and the attribute's own unit behind the number; nothing else. */
export function readNumber(text: string, unit?: string): number | null {
  let plain = text.normalize("NFKC").trim();
  if (unit && plain.endsWith(unit.normalize("NFKC"))) plain = plain.slice(0, -unit.normalize("NFKC").length).trim();
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)|(\d{2})(\d{2}))/;
const CLOCK = /^[T\s]*(\d{1,2})(?::|时|点)(\d{1,2})(?:分)?(?::\d{1,2}(?:\.\d+)?|\d{1,2}秒)?$/;

/**
 * Local time in the forms that ledgers write: `2024-03-05 07:05`, `2024/3/5 7:05`, `2024年3月5日7时5分`, `20240305`.
 *
 * @returns `YYYY-MM-DDTHH:mm` (midnight when only the day is given), or `null`. Whether the day exists is not checked here.
 */
export function readTime(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const day = DAY.exec(plain);
  if (!day) return null;
  const two = (digits: string | undefined) => (digits ?? "").padStart(2, "0");
  const date = `${day[1]}-${two(day[2] ?? day[4])}-${two(day[3] ?? day[5])}`;
  const rest = plain.slice(day[0].length);
  if (rest.trim() === "") return `${date}T00:00`;
  const clock = CLOCK.exec(rest);
  return clock ? `${date}T${two(clock[1])}:${two(clock[2])}` : null;
}
