import { FilterProblem } from "./filter-problem.ts";
import { type FilterLiteral, KEYWORDS } from "./filter-tree.ts";

/** The words of a filter text, with the offset at which each begins. */
export type Token =
  | { readonly type: "name" | "keyword" | "sign"; readonly text: string; readonly position: number }
  | { readonly type: "literal"; readonly text: string; readonly value: FilterLiteral; readonly position: number }
  | { readonly type: "end"; readonly text: ""; readonly position: number };

const SPACE = /\s+/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const QUOTED_NAME = /"((?:[^"]|"")+)"/y;
const TEXT = /'((?:[^']|'')*)'/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SIGN = /<=|>=|<>|[=<>(),]/y;
const TIME = /\s*\(\s*'([^']*)'\s*\)/y;

/** Splits a filter text into words. @throws FilterProblem on a sign that begins nothing, an open quote, or a bad time. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    match(SPACE);
    const position = at;
    if (position >= text.length) break;
    const literal = (value: FilterLiteral) =>
      tokens.push({ type: "literal", text: text.slice(position, at), value, position });
    let found = match(NAME);
    if (found) {
      const word = found[0];
      const keyword = word.toUpperCase();
      if (keyword === "TRUE" || keyword === "FALSE") literal(keyword === "TRUE");
      else if (keyword === "DATE" || keyword === "TIMESTAMP") literal(readTime(keyword, match(TIME), position));
      else if (KEYWORDS.has(keyword)) tokens.push({ type: "keyword", text: keyword, position });
      else tokens.push({ type: "name", text: word, position });
      continue;
    }
    found = match(QUOTED_NAME);
    if (found) {
      tokens.push({ type: "name", text: found[1]!.replaceAll('""', '"'), position });
      continue;
    }
    found = match(TEXT);
    if (found) {
      literal(found[1]!.replaceAll("''", "'"));
      continue;
    }
    found = match(NUMBER);
    if (found) {
      const value = Number(found[0]);
      if (!Number.isFinite(value)) throw new FilterProblem("syntax", position, `${found[0]} is too large a number`);
      literal(value);
      continue;
    }
    found = match(SIGN);
    if (!found) {
      const sign = text[position]!;
      throw sign === "'" || sign === '"'
        ? new FilterProblem("syntax", position, "the quote is not closed", [sign])
        : new FilterProblem("syntax", position, `${sign} cannot stand here`);
    }
    tokens.push({ type: "sign", text: found[0], position });
  }
  tokens.push({ type: "end", text: "", position: text.length });
  return tokens;
}

/** Seconds are accepted when they are zero: ledgers keep minutes. */
const MINUTE = /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d)(?::00(?:\.0+)?)?$/;

function readTime(keyword: "DATE" | "TIMESTAMP", found: RegExpExecArray | null, position: number): FilterLiteral {
  const example = keyword === "DATE" ? "DATE('2024-03-05')" : "TIMESTAMP('2024-03-05T07:05')";
  const written = found?.[1] ?? "";
  const time = keyword === "DATE" ? written : (MINUTE.exec(written)?.[1] ?? "");
  if (!isCalendarDay(time.slice(0, 10)) || time.length !== (keyword === "DATE" ? 10 : 16))
    throw new FilterProblem("syntax", position, `${keyword} needs a local time that exists`, [example]);
  return keyword === "DATE" ? { date: time } : { timestamp: time };
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
