import type { Comparison, Filter, FilterLiteral } from "../layers/filter.ts";
import { DAY_MS, parseLocalTime } from "./local-time.ts";

/** A filter that looks at one property. */
export type PredicateFilter = Exclude<Filter, { readonly op: "and" | "or" | "not" }>;

/** Negative when the value comes before the literal, 0 when they are the same, positive after. */
type Order<Value> = (value: Value) => number;

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function testOf<Value>(filter: PredicateFilter, orderTo: (literal: FilterLiteral) => Order<Value>) {
  switch (filter.op) {
    case "in": {
      const orders = filter.args[1].map(orderTo);
      return (value: Value) => orders.some((order) => order(value) === 0);
    }
    case "between": {
      const from = orderTo(filter.args[1]);
      const to = orderTo(filter.args[2]);
      return (value: Value) => from(value) >= 0 && to(value) <= 0;
    }
    case "like":
    case "isNull":
      throw new RangeError(`${filter.args[0].property} does not understand ${filter.op}`);
    default: {
      const order = orderTo(filter.args[1]);
      const holds = HOLDS[filter.op];
      return (value: Value) => holds(order(value));
    }
  }
}

/** For known numbers, and for booleans as 0 and 1. */
export const testNumber = (filter: PredicateFilter): ((value: number) => boolean) =>
  testOf(filter, (literal) => {
    const limit = Number(literal);
    return (value) => (value < limit ? -1 : value > limit ? 1 : 0);
  });

/** For known times in milliseconds. A `DATE` is compared with the day of the time. */
export const testTime = (filter: PredicateFilter): ((value: number) => boolean) =>
  testOf(filter, (literal) => {
    if (typeof literal !== "object") throw new RangeError(`${JSON.stringify(literal)} is no time`);
    if ("timestamp" in literal) {
      const limit = parseLocalTime(literal.timestamp);
      return (value) => value - limit;
    }
    const limit = parseLocalTime(literal.date);
    return (value) => Math.floor(value / DAY_MS) * DAY_MS - limit;
  });

/** For known texts and codes, in the order of their code points. */
export function testText(filter: PredicateFilter): (value: string) => boolean {
  if (filter.op === "like") return testLike(filter.args[1]);
  return testOf(filter, (literal) => {
    const limit = String(literal);
    return (value) => compareCodePoints(value, limit);
  });
}

/** The order of UTF-8 bytes and of PostgreSQL's collation "C". JavaScript's own differs beyond U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    // Halves of a surrogate pair stand for more than any other unit does.
    if (x !== y) return (isSurrogate(x) ? x + 0x10000 : x) - (isSurrogate(y) ? y + 0x10000 : y);
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/**
 * `%` is any run of characters, `_` one character, `\` takes the next as it is. Matching takes the first place for each
 * piece between two `%`, so that no pattern can make it slow.
 */
function testLike(pattern: string): (value: string) => boolean {
  const pieces: (string | null)[][] = [[]];
  const characters = Array.from(pattern);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === "%") pieces.push([]);
    else pieces[pieces.length - 1]!.push(character === "_" ? null : character === "\\" ? characters[++i]! : character);
  }
  if (pieces.some((piece) => piece.includes(null))) return (value) => matches(Array.from(value), pieces);
  const [first = "", ...rest] = pieces.map((piece) => piece.join(""));
  const last = rest.pop();
  if (last === undefined) return (value) => value === first;
  return (value) => {
    if (!value.startsWith(first)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = value.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return value.length - last.length >= at && value.endsWith(last);
  };
}

function matches(characters: readonly string[], pieces: readonly (readonly (string | null)[])[]): boolean {
  const fits = (piece: readonly (string | null)[], at: number): boolean =>
    at >= 0 &&
    at + piece.length <= characters.length &&
    piece.every((wanted, i) => wanted === null || wanted === characters[at + i]);
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;
  if (pieces.length === 1) return first.length === characters.length && fits(first, 0);
  if (!fits(first, 0)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    while (at <= characters.length && !fits(piece, at)) at++;
    if (at > characters.length) return false;
    at += piece.length;
  }
  const end = characters.length - last.length;
  return end >= at && fits(last, end);
}
