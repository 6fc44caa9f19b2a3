/**
 * A filter as a tree, in the shape of CQL2 JSON: plain data that travels between form, address, worker and SQL.
 *
 * Comparing with a value that is not known is neither true nor false (Kleene's three-valued logic): a feature takes part
 * only where the whole filter is true, and `NOT` of an unknown comparison is unknown too.
 *
 * @see OGC 21-065r2, 6 (expressions) and 8 (encodings)
 */
export type Filter =
  | { readonly op: "and" | "or"; readonly args: readonly Filter[] }
  | { readonly op: "not"; readonly args: readonly [Filter] }
  | { readonly op: Comparison; readonly args: readonly [FilterProperty, FilterLiteral] }
  | { readonly op: "in"; readonly args: readonly [FilterProperty, readonly FilterLiteral[]] }
  | { readonly op: "between"; readonly args: readonly [FilterProperty, FilterLiteral, FilterLiteral] }
  | { readonly op: "like"; readonly args: readonly [FilterProperty, string] }
  | { readonly op: "isNull"; readonly args: readonly [FilterProperty] };

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** The id of an attribute, or a standard property (`STANDARD_PROPERTIES`). */
export interface FilterProperty {
  readonly property: string;
}

/** `date` is `YYYY-MM-DD`, `timestamp` is local wall time `YYYY-MM-DDTHH:mm`. */
export type FilterLiteral = string | number | boolean | { readonly date: string } | { readonly timestamp: string };

/** Every filter must hold. @throws RangeError when there is none. */
export const allOf = (...filters: readonly Filter[]): Filter => join("and", filters);

/** At least one filter must hold. @throws RangeError when there is none. */
export const anyOf = (...filters: readonly Filter[]): Filter => join("or", filters);

function join(op: "and" | "or", filters: readonly Filter[]): Filter {
  const first = filters[0];
  if (!first) throw new RangeError(`"${op}" of no filters`);
  return filters.length === 1 ? first : { op, args: filters };
}

/** The opposite; where the filter is unknown, so is its opposite. */
export const not = (filter: Filter): Filter => ({ op: "not", args: [filter] });

/** `property op value`. */
export const compare = (property: string, op: Comparison, value: FilterLiteral): Filter => ({
  op,
  args: [{ property }, value],
});

/** The property is one of the values. @throws RangeError when there are none. */
export function oneOf(property: string, values: readonly FilterLiteral[]): Filter {
  if (values.length === 0) throw new RangeError(`${property} is one of no values`);
  return { op: "in", args: [{ property }, values] };
}

/** From `from` to `to`, both included. */
export const between = (property: string, from: FilterLiteral, to: FilterLiteral): Filter => ({
  op: "between",
  args: [{ property }, from, to],
});

/** Nobody stated the property. */
export const isNull = (property: string): Filter => ({ op: "isNull", args: [{ property }] });

/** The text property has `part` somewhere in it; case counts. */
export const contains = (property: string, part: string): Filter => ({
  op: "like",
  args: [{ property }, `%${part.replace(/[\\%_]/g, "\\$&")}%`],
});

/** A calendar day as a literal. @param day - `YYYY-MM-DD` */
export const day = (date: string): FilterLiteral => ({ date });

/** Local wall time as a literal. @param minute - `YYYY-MM-DDTHH:mm` */
export const instant = (timestamp: string): FilterLiteral => ({ timestamp });

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words of the language, which as property names must be quoted. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  "AND OR NOT IN BETWEEN IS NULL LIKE TRUE FALSE DATE TIMESTAMP".split(" "),
);

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function formatProperty({ property }: FilterProperty): string {
  if (PLAIN_NAME.test(property) && !KEYWORDS.has(property.toUpperCase())) return property;
  return `"${property.replaceAll('"', '""')}"`;
}

function formatLiteral(literal: FilterLiteral): string {
  switch (typeof literal) {
    case "string":
      return quote(literal);
    case "number":
      if (!Number.isFinite(literal)) throw new RangeError(`a filter cannot compare with ${literal}`);
      return String(literal);
    case "boolean":
      return literal ? "TRUE" : "FALSE";
    default:
      return "date" in literal ? `DATE(${quote(literal.date)})` : `TIMESTAMP(${quote(literal.timestamp)})`;
  }
}

function formatPredicate(filter: Filter, negated: "" | "NOT "): string {
  switch (filter.op) {
    case "in":
      return `${formatProperty(filter.args[0])} ${negated}IN (${filter.args[1].map(formatLiteral).join(", ")})`;
    case "between":
      return `${formatProperty(filter.args[0])} ${negated}BETWEEN ${formatLiteral(filter.args[1])} AND ${formatLiteral(filter.args[2])}`;
    case "like":
      return `${formatProperty(filter.args[0])} ${negated}LIKE ${quote(filter.args[1])}`;
    case "isNull":
      return `${formatProperty(filter.args[0])} IS ${negated}NULL`;
    case "not":
      return negated ? `NOT (${formatPredicate(filter.args[0], "NOT ")})` : formatPredicate(filter.args[0], "NOT ");
    case "and":
    case "or": {
      if (filter.args.length < 2) throw new RangeError(`"${filter.op}" needs two filters`);
      const group = filter.args.map(formatOperand).join(filter.op === "and" ? " AND " : " OR ");
      return negated ? `NOT (${group})` : group;
    }
    default:
      return `${negated}${formatProperty(filter.args[0])} ${filter.op} ${formatLiteral(filter.args[1])}`;
  }
}

/** Groups inside groups always stand in parentheses, so that nobody has to know which operator binds tighter. */
const formatOperand = (filter: Filter): string =>
  filter.op === "and" || filter.op === "or" ? `(${formatPredicate(filter, "")})` : formatPredicate(filter, "");

/**
 * The filter as CQL2 text. Parsing it gives the same tree.
 *
 * @throws RangeError on a number that is not finite or a group of fewer than two.
 */
export const formatFilter = (filter: Filter): string => formatPredicate(filter, "");
