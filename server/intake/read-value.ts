import { checkAttribute, type ProblemReason } from "#data/layers/check-feature.ts";
import type { Attribute, CodeAttribute } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { foldName } from "./mapping.ts";
import { nearness } from "./near-text.ts";
import { type DateOrder, readDate } from "./read-date.ts";
import { parseNumber } from "./read-number.ts";
import type { FixKind, RemarkReason } from "./remark.ts";

/** Why a value is left out, and what could stand there instead. */
export interface Unreadable {
  readonly reason: RemarkReason;
  readonly allowed: string | null;
  readonly fix?: { readonly kind: FixKind; readonly text: string };
}

export type ReadValue = { readonly value: AttributeValue } | Unreadable;

/** Written for "nothing" in ledgers. A code list that has one of these among its aliases keeps it. */
const NOTHING = new Set(["", "-", "--", "—", "/", "null", "n/a", "na", "nan", "无数据"]);

const YES = new Set(["true", "t", "yes", "y", "1", "是", "有", "√"]);
const NO = new Set(["false", "f", "no", "n", "0", "否", "无", "×"]);

const EMPTY = { value: null };

/** Reads one delivered value as its attribute wants it. Nothing is guessed: what does not fit is said. */
export function readValue(
  id: string,
  attribute: Attribute,
  delivered: unknown,
  order: DateOrder = "year-first",
): ReadValue {
  if (delivered === null || delivered === undefined) return EMPTY;
  const text = typeof delivered === "object" ? JSON.stringify(delivered) : String(delivered).trim();
  if (attribute.type === "code") return readCode(attribute, text);
  if (NOTHING.has(text.toLowerCase())) return EMPTY;
  const read = readTyped(attribute, text, delivered, order);
  // What was read as a day or as yes or no is one; numbers, texts and lists have limits of their own.
  if ("reason" in read || CHECKED.has(attribute.type)) return read;
  const [problem] = checkAttribute(id, attribute, read.value as NonNullable<AttributeValue>);
  return problem ? { reason: reasonOf(problem.reason, attribute), allowed: problem.allowed } : read;
}

function readTyped(
  attribute: Exclude<Attribute, CodeAttribute>,
  text: string,
  delivered: unknown,
  order: DateOrder,
): ReadValue {
  switch (attribute.type) {
    case "integer":
    case "number": {
      const read = parseNumber(text, attribute.unit);
      if ("number" in read) return { value: read.number };
      const mended = "mended" in read ? read.mended : null;
      const kind = read.reason === "decimal-comma" ? "decimal-comma" : "convert-unit";
      const allowed = attribute.unit ?? "number";
      return { reason: read.reason, allowed, ...(mended !== null && { fix: { kind, text: mended } }) };
    }
    case "date":
    case "datetime": {
      const read = readDate(text, order);
      if ("reason" in read) return { reason: read.reason, allowed: FORMS[attribute.type] };
      return { value: attribute.type === "date" ? read.time.slice(0, 10) : read.time };
    }
    case "boolean": {
      const folded = text.toLowerCase();
      return YES.has(folded)
        ? { value: true }
        : NO.has(folded)
          ? { value: false }
          : { reason: "not-yes-or-no", allowed: "是, 否" };
    }
    case "text":
      return { value: text };
    case "substances":
      try {
        return { value: (typeof delivered === "string" ? JSON.parse(delivered) : delivered) as AttributeValue };
      } catch {
        return { reason: "not-substances", allowed: "[{ name, cas?, tonnes ≥ 0 }]" };
      }
  }
}

const CHECKED: ReadonlySet<Attribute["type"]> = new Set(["date", "datetime", "boolean"]);
const FORMS = { date: "YYYY-MM-DD", datetime: "YYYY-MM-DDTHH:mm" };

/** A check knows types, a person numbers, days and lists. */
function reasonOf(reason: ProblemReason, { type }: Attribute): RemarkReason {
  switch (reason) {
    case "out-of-range":
    case "too-long":
    case "not-a-code":
    case "not-a-date":
      return reason;
    default:
      return type === "integer" ? "not-whole" : type === "substances" ? "not-substances" : "not-a-number";
  }
}

interface CodeSpellings {
  readonly codes: ReadonlyMap<string, string>;
  readonly allowed: string;
  /** What was said about a spelling that is not in the list: ledgers repeat their mistakes. */
  readonly unknown: Map<string, Unreadable>;
}

const spellingsByAttribute = new WeakMap<CodeAttribute, CodeSpellings>();

function spellingsOf(attribute: CodeAttribute): CodeSpellings {
  const known = spellingsByAttribute.get(attribute);
  if (known) return known;
  const codes = new Map<string, string>();
  // Codes win over titles, and those over aliases, wherever a spelling stands for several.
  for (const { aliases, code } of attribute.values) for (const alias of aliases ?? []) codes.set(foldName(alias), code);
  for (const { title, code } of attribute.values)
    for (const each of [title.zh, title.en]) codes.set(foldName(each), code);
  for (const { code } of attribute.values) codes.set(foldName(code), code);
  const allowed = attribute.values.map(({ code }) => code).join(", ");
  const spellings = { codes, allowed, unknown: new Map<string, Unreadable>() };
  spellingsByAttribute.set(attribute, spellings);
  return spellings;
}

const MOST_REMEMBERED = 1_000;

function readCode(attribute: CodeAttribute, text: string): ReadValue {
  const { codes, allowed, unknown } = spellingsOf(attribute);
  const folded = foldName(text);
  const code = codes.get(folded);
  if (code !== undefined) return { value: code };
  if (NOTHING.has(text.toLowerCase())) return EMPTY;
  const known = unknown.get(folded);
  if (known) return known;
  const nearest = findNearestCode(codes, folded);
  const title = attribute.values.find((value) => value.code === nearest)?.title.zh;
  const said: Unreadable = {
    reason: "not-a-code",
    allowed,
    ...(title !== undefined && { fix: { kind: "nearest-code", text: title } }),
  };
  if (unknown.size < MOST_REMEMBERED) unknown.set(folded, said);
  return said;
}

/** The one code that a text is nearest to by any of its spellings; none when two are equally near, or hold it as a part. */
function findNearestCode(codes: ReadonlyMap<string, string>, folded: string): string | null {
  let best: { code: string; score: number } | null = null;
  let isShared = false;
  const holders = new Set<string>();
  for (const [spelling, code] of codes) {
    const score = nearness(folded, spelling);
    if (score === 0) continue;
    if (spelling.includes(folded)) holders.add(code);
    if (best && score < best.score) continue;
    isShared = best?.score === score && (isShared || code !== best.code);
    best = { code, score };
  }
  return best && !isShared && holders.size < 2 ? best.code : null;
}
