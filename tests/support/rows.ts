import fc from "fast-check";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Filter, FilterLiteral } from "#data/layers/filter.ts";
import type { SnapshotRow } from "#data/snapshot/build.ts";
import { someDays, someMinutes, someNumbers, someTexts } from "./filters.ts";

function values(attribute: Attribute): fc.Arbitrary<AttributeValue> {
  switch (attribute.type) {
    case "code":
      return fc.constantFrom(...attribute.values.map((value) => value.code));
    case "integer":
    case "number":
      return someNumbers;
    case "boolean":
      return fc.boolean();
    case "date":
      return someDays;
    case "datetime":
      return someMinutes;
    case "text":
      return someTexts;
    case "substances":
      return fc.array(fc.record({ name: someTexts, tonnes: fc.double({ min: 0, max: 1e6, noNaN: true }) }), {
        maxLength: 2,
      });
  }
}

/** Rows with gaps, repeated values and few distinct ones, personal attributes included. Points in and around the zone. */
export function rowsOf(layer: LayerDefinition, count = 12): fc.Arbitrary<SnapshotRow[]> {
  const attributes = fc.record(
    Object.fromEntries(
      Object.entries(layer.attributes).map(([id, each]) => [id, fc.option(values(each), { freq: 3 })]),
    ),
    { requiredKeys: [] },
  );
  const row = fc.record({
    id: fc.uuid(),
    name: someTexts,
    geometry: fc
      .tuple(fc.double({ min: 121.9, max: 122.6, noNaN: true }), fc.double({ min: 43.3, max: 43.9, noNaN: true }))
      .map((coordinates) => ({ type: "Point" as const, coordinates })),
    attributes,
    positionErrorM: fc.option(fc.constantFrom(0, 2.5, 30)),
    districtCode: fc.option(fc.constantFrom("150502", "150503", "a")),
    source: fc.constantFrom("a", "B", "交警支队"),
    observedOn: fc.option(someDays),
  });
  return fc.uniqueArray(row, { maxLength: count, selector: ({ id }) => id }).map((rows) =>
    rows.map((each, index) => ({
      ...each,
      code: `${"ab科"[index % 3]}${index}`,
      attributes: each.attributes as SnapshotRow["attributes"],
    })),
  );
}

/** Whether a filter is true (`null`: not known) for one row, written out as slowly and plainly as it is meant. */
export function holdsFor(row: SnapshotRow, filter: Filter): boolean | null {
  switch (filter.op) {
    case "not": {
      const holds = holdsFor(row, filter.args[0]);
      return holds === null ? null : !holds;
    }
    case "and": {
      const each = filter.args.map((arg) => holdsFor(row, arg));
      return each.includes(false) ? false : each.includes(null) ? null : true;
    }
    case "or": {
      const each = filter.args.map((arg) => holdsFor(row, arg));
      return each.includes(true) ? true : each.includes(null) ? null : false;
    }
  }
  const value = valueIn(row, filter.args[0].property);
  if (filter.op === "isNull") return value === null;
  if (value === null) return null;
  if (filter.op === "like") return likeToRegExp(filter.args[1]).test(String(value));
  if (filter.op === "in") return filter.args[1].some((literal) => order(value, literal) === 0);
  if (filter.op === "between") return order(value, filter.args[1]) >= 0 && order(value, filter.args[2]) <= 0;
  const at = order(value, filter.args[1]);
  return { "=": at === 0, "<>": at !== 0, "<": at < 0, "<=": at <= 0, ">": at > 0, ">=": at >= 0 }[filter.op];
}

function valueIn(row: SnapshotRow, property: string): AttributeValue {
  if (property in row.attributes) return row.attributes[property] ?? null;
  if (property === "district") return row.districtCode;
  if (property === "code" || property === "name" || property === "source" || property === "observedOn")
    return row[property];
  return null;
}

function order(value: AttributeValue, literal: FilterLiteral): number {
  if (typeof literal === "object")
    return "date" in literal
      ? compareBytes(String(value).slice(0, 10), literal.date)
      : compareBytes(String(value), literal.timestamp);
  return typeof literal === "string" ? compareBytes(String(value), literal) : Number(value) - Number(literal);
}

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function likeToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\\(.)|[\s\S]/gu, (part, escaped: string | undefined) =>
    part === "%" ? "[^]*" : part === "_" ? "[^]" : (escaped ?? part).replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&"),
  );
  return new RegExp(`^${source}$`, "u");
}
