import type { LayerDefinition } from "./define.ts";
import { FilterProblem } from "./filter-problem.ts";
import {
  type FilterKind,
  filterProperties,
  findFilterKind,
  misfit,
  nearestFirst,
  type Operator,
  operatorsOf,
} from "./filter-properties.ts";
import { readTokens, type Token } from "./filter-tokens.ts";
import type { Comparison, Filter, FilterLiteral } from "./filter-tree.ts";

export { FilterProblem, type FilterProblemCode } from "./filter-problem.ts";
export * from "./filter-tree.ts";

/** A longer filter is refused: it would no longer fit into an address. */
export const MAX_FILTER_LENGTH = 4_000;

/** Deeper parentheses are refused: no form and no person writes them. */
export const MAX_FILTER_DEPTH = 32;

const COMPARISONS: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);

/** Text as typed, the layer it is about, and how far it has been read. */
interface Reading {
  readonly layer: LayerDefinition;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/**
 * Reads a filter in a subset of CQL2 text: comparisons, `AND`, `OR`, `NOT`, parentheses, `IN`, `BETWEEN`, `LIKE` (`%`, `_`,
 * `\` before either; case counts), `IS NULL`, over the layer's attributes and standard properties. A property stands on the
 * left. Keywords in any case.
 *
 * `DATE('…')` against a `datetime` attribute compares its calendar day. `TIMESTAMP('…')` is local wall time and has no zone.
 *
 * @throws FilterProblem with the position in `text` and what would have been allowed there.
 * @see OGC 21-065r2, annex B (BNF of CQL2 text)
 */
export function parseFilter(text: string, layer: LayerDefinition): Filter {
  if (text.length > MAX_FILTER_LENGTH)
    throw new FilterProblem("too-long", MAX_FILTER_LENGTH, `a filter has at most ${MAX_FILTER_LENGTH} characters`);
  const reading: Reading = { layer, tokens: readTokens(text), at: 0, depth: 0 };
  const filter = readGroup(reading, "or");
  if (peek(reading).type !== "end") throw unexpected(reading, ["AND", "OR", "the end"]);
  return filter;
}

const peek = (reading: Reading): Token => reading.tokens[reading.at]!;

/** Takes the next token when it is this keyword or sign. */
function take(reading: Reading, word: string): boolean {
  const token = peek(reading);
  if ((token.type !== "keyword" && token.type !== "sign") || token.text !== word) return false;
  reading.at++;
  return true;
}

function expect(reading: Reading, word: string): void {
  if (!take(reading, word)) throw unexpected(reading, [word]);
}

function unexpected(reading: Reading, allowed: readonly string[]): FilterProblem {
  const token = peek(reading);
  const found = token.type === "end" ? "the filter ends here" : `${token.text} cannot stand here`;
  return new FilterProblem("syntax", token.position, found, allowed);
}

function readGroup(reading: Reading, op: "and" | "or"): Filter {
  const readOperand = op === "or" ? () => readGroup(reading, "and") : () => readFactor(reading);
  const args = [readOperand()];
  while (take(reading, op.toUpperCase())) args.push(readOperand());
  return args.length === 1 ? args[0]! : { op, args };
}

function readFactor(reading: Reading): Filter {
  if (take(reading, "NOT")) return { op: "not", args: [readPrimary(reading)] };
  return readPrimary(reading);
}

function readPrimary(reading: Reading): Filter {
  const { position } = peek(reading);
  if (!take(reading, "(")) return readPredicate(reading);
  if (++reading.depth > MAX_FILTER_DEPTH)
    throw new FilterProblem("too-deep", position, `parentheses go at most ${MAX_FILTER_DEPTH} deep`);
  const filter = readGroup(reading, "or");
  expect(reading, ")");
  reading.depth--;
  return filter;
}

function readPredicate(reading: Reading): Filter {
  const { kind, name: property } = readProperty(reading);
  const operator = peek(reading);
  if (operator.type === "sign" && COMPARISONS.has(operator.text)) {
    const op = operator.text as Comparison;
    reading.at++;
    checkOperator(property, kind, op, operator.position);
    return { op, args: [{ property }, readLiteral(reading, property, kind)] };
  }
  if (take(reading, "IS")) {
    const negated = take(reading, "NOT");
    expect(reading, "NULL");
    return negate(negated, { op: "isNull", args: [{ property }] });
  }
  const negated = take(reading, "NOT");
  const { position } = peek(reading);
  if (take(reading, "IN")) {
    checkOperator(property, kind, "IN", position);
    expect(reading, "(");
    const values = [readLiteral(reading, property, kind)];
    while (take(reading, ",")) values.push(readLiteral(reading, property, kind));
    expect(reading, ")");
    return negate(negated, { op: "in", args: [{ property }, values] });
  }
  if (take(reading, "BETWEEN")) {
    checkOperator(property, kind, "BETWEEN", position);
    const from = readLiteral(reading, property, kind);
    expect(reading, "AND");
    return negate(negated, { op: "between", args: [{ property }, from, readLiteral(reading, property, kind)] });
  }
  if (take(reading, "LIKE")) {
    checkOperator(property, kind, "LIKE", position);
    return negate(negated, { op: "like", args: [{ property }, readPattern(reading)] });
  }
  throw unexpected(reading, negated ? ["IN", "BETWEEN", "LIKE"] : operatorsOf(kind));
}

const negate = (negated: boolean, filter: Filter): Filter => (negated ? { op: "not", args: [filter] } : filter);

function readProperty(reading: Reading): { readonly name: string; readonly kind: FilterKind } {
  const token = peek(reading);
  const { layer } = reading;
  if (token.type !== "name") throw unexpected(reading, ["a property", "NOT", "("]);
  const kind = findFilterKind(layer, token.text);
  if (!kind) {
    const allowed = nearestFirst(token.text, filterProperties(layer));
    throw layer.attributes[token.text]?.personal
      ? new FilterProblem("personal", token.position, `${token.text} is personal and cannot be filtered by`, allowed)
      : new FilterProblem("unknown-property", token.position, `${layer.id} has no ${token.text}`, allowed);
  }
  reading.at++;
  return { name: token.text, kind };
}

function checkOperator(property: string, kind: FilterKind, operator: Operator, position: number): void {
  const allowed = operatorsOf(kind);
  if (!allowed.includes(operator))
    throw new FilterProblem("operator", position, `${property} does not understand ${operator}`, allowed);
}

function readLiteral(reading: Reading, property: string, kind: FilterKind): FilterLiteral {
  const token = peek(reading);
  if (token.type !== "literal") throw unexpected(reading, ["a value"]);
  reading.at++;
  const problem = misfit(reading.layer, property, kind, token.value);
  if (problem)
    throw new FilterProblem(
      problem.reason,
      token.position,
      problem.reason === "type"
        ? `${property} cannot be compared with ${token.text}`
        : `${property} is never ${token.text}`,
      problem.allowed,
    );
  return token.value;
}

function readPattern(reading: Reading): string {
  const token = peek(reading);
  if (token.type !== "literal" || typeof token.value !== "string") throw unexpected(reading, ["'text with %'"]);
  if (/(^|[^\\])(\\\\)*\\$/.test(token.value))
    throw new FilterProblem("syntax", token.position, "a pattern cannot end in a single backslash", ["\\\\"]);
  reading.at++;
  return token.value;
}
