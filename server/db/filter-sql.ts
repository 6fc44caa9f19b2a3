import { type SQL, sql } from "drizzle-orm";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { Comparison, Filter, FilterLiteral } from "#data/layers/filter.ts";
import { type FilterKind, findFilterKind, isStandard, type StandardProperty } from "#data/layers/filter-properties.ts";
import { featureColumn } from "./features.ts";

const STANDARD: Readonly<Record<StandardProperty, SQL>> = {
  code: featureColumn.code,
  name: featureColumn.name,
  district: featureColumn.districtCode,
  source: featureColumn.source,
  observedOn: sql`${featureColumn.observedOn}::text`,
};

const JSON_TYPE: Readonly<Record<Exclude<FilterKind, "list">, "string" | "number" | "boolean">> = {
  code: "string",
  text: "string",
  days: "string",
  minutes: "string",
  number: "number",
  boolean: "boolean",
};

/** Operators are text of ours, never of the caller. */
const OPERATOR: Readonly<Record<Comparison, SQL>> = {
  "=": sql.raw("="),
  "<>": sql.raw("<>"),
  "<": sql.raw("<"),
  "<=": sql.raw("<="),
  ">": sql.raw(">"),
  ">=": sql.raw(">="),
};

/**
 * A filter as a condition on `featureColumn`: the same rows as `compileFilter` selects. SQL's own three-valued logic does the rest.
 *
 * @param filter - of this layer, from `parseFilter` or the builders. @throws RangeError when it names what the layer has not.
 */
export function filterToSql(filter: Filter, layer: LayerDefinition): SQL {
  switch (filter.op) {
    case "and":
    case "or": {
      const conditions = filter.args.map((arg) => sql`(${filterToSql(arg, layer)})`);
      return sql.join(conditions, filter.op === "and" ? sql` and ` : sql` or `);
    }
    case "not":
      return sql`not (${filterToSql(filter.args[0], layer)})`;
  }
  const { property } = filter.args[0];
  const kind = findFilterKind(layer, property);
  if (!kind) throw new RangeError(`${layer.id} has no ${property} to filter by`);
  const value = valueIn(layer, property, kind);
  switch (filter.op) {
    case "isNull":
      return sql`${value} is null`;
    case "like":
      return sql`${value} like ${filter.args[1]}`;
    case "in":
      return sql.join(
        filter.args[1].map((literal) => compare(value, kind, "=", literal)),
        sql` or `,
      );
    case "between": {
      const [, from, to] = filter.args;
      return sql`${compare(value, kind, ">=", from)} and ${compare(value, kind, "<=", to)}`;
    }
    default:
      return compare(value, kind, filter.op, filter.args[1]);
  }
}

/** The property as SQL; a value of a type that the attribute cannot have counts as not known, as it does in a snapshot. */
function valueIn(layer: LayerDefinition, property: string, kind: FilterKind): SQL {
  if (!Object.hasOwn(layer.attributes, property) && isStandard(property)) return STANDARD[property];
  const json = sql`${featureColumn.attributes} -> ${property}`;
  if (kind === "list") return sql`(case when jsonb_typeof(${json}) = 'array' then 1 end)`;
  const text = sql`${featureColumn.attributes} ->> ${property}`;
  const typed = kind === "number" ? sql`(${text})::float8` : kind === "boolean" ? sql`(${text})::boolean` : text;
  return sql`(case when jsonb_typeof(${json}) = ${JSON_TYPE[kind]} then ${typed} end)`;
}

function compare(value: SQL, kind: FilterKind, comparison: Comparison, literal: FilterLiteral): SQL {
  const operator = OPERATOR[comparison];
  if (typeof literal === "number") return sql`${value} ${operator} ${literal}::float8`;
  if (typeof literal === "boolean") return sql`${value} ${operator} ${literal}::boolean`;
  // Times are texts that sort as they follow each other; a DATE looks at the day alone.
  const day = typeof literal === "object" && "date" in literal && kind === "minutes";
  const left = day ? sql`left(${value}, 10)` : value;
  const text = typeof literal === "string" ? literal : "date" in literal ? literal.date : literal.timestamp;
  return sql`${left} collate "C" ${operator} ${text}::text`;
}
