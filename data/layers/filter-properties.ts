import type { Attribute, LayerDefinition } from "./define.ts";
import type { Comparison, FilterLiteral } from "./filter-tree.ts";

/** What a property can be compared with. `minutes` are local wall times, `days` calendar days. */
export type FilterKind = "code" | "number" | "text" | "boolean" | "days" | "minutes" | "list";

/** Properties that every layer has beside its attributes. */
export const STANDARD_PROPERTIES = {
  code: "text",
  name: "text",
  district: "text",
  source: "text",
  observedOn: "days",
} as const satisfies Record<string, FilterKind>;

export type StandardProperty = keyof typeof STANDARD_PROPERTIES;

const KINDS: Readonly<Record<Attribute["type"], FilterKind>> = {
  code: "code",
  integer: "number",
  number: "number",
  text: "text",
  boolean: "boolean",
  date: "days",
  datetime: "minutes",
  substances: "list",
};

export const isStandard = (property: string): property is StandardProperty =>
  Object.hasOwn(STANDARD_PROPERTIES, property);

/** @returns the kind, or `null` when a filter cannot name the property: it does not exist or is personal. */
export function findFilterKind(layer: LayerDefinition, property: string): FilterKind | null {
  const attribute = Object.hasOwn(layer.attributes, property) ? layer.attributes[property] : undefined;
  if (attribute) return attribute.personal ? null : KINDS[attribute.type];
  return isStandard(property) ? STANDARD_PROPERTIES[property] : null;
}

/** Every property that a filter of the layer may name. */
export const filterProperties = (layer: LayerDefinition): string[] => [
  ...Object.keys(layer.attributes).filter((id) => !layer.attributes[id]?.personal),
  ...Object.keys(STANDARD_PROPERTIES),
];

/** What a filter may do with each kind; the first is what the others are told as the allowed ones. */
const OPERATORS: Readonly<Record<FilterKind, readonly string[]>> = {
  code: ["=", "<>", "IN", "IS NULL"],
  boolean: ["=", "<>", "IN", "IS NULL"],
  list: ["IS NULL"],
  text: ["=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN", "LIKE", "IS NULL"],
  number: ["=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN", "IS NULL"],
  days: ["=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN", "IS NULL"],
  minutes: ["=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN", "IS NULL"],
};

export type Operator = Comparison | "IN" | "BETWEEN" | "LIKE" | "IS NULL";

/** The operators that a kind of property understands. */
export const operatorsOf = (kind: FilterKind): readonly string[] => OPERATORS[kind];

/** What a literal must look like for a kind, in the words of the language. */
const LITERALS: Readonly<Record<FilterKind, readonly string[]>> = {
  code: ["'text'"],
  text: ["'text'"],
  number: ["a number"],
  boolean: ["TRUE", "FALSE"],
  days: ["DATE('2024-03-05')"],
  minutes: ["TIMESTAMP('2024-03-05T07:05')", "DATE('2024-03-05')"],
  list: [],
};

/** @returns what would have been allowed, or `null` when the literal fits the property. */
export function misfit(
  layer: LayerDefinition,
  property: string,
  kind: FilterKind,
  literal: FilterLiteral,
): { readonly reason: "type" | "unknown-value"; readonly allowed: readonly string[] } | null {
  const fits =
    kind === "number"
      ? typeof literal === "number"
      : kind === "boolean"
        ? typeof literal === "boolean"
        : kind === "code" || kind === "text"
          ? typeof literal === "string"
          : typeof literal === "object" && ("date" in literal || kind === "minutes");
  if (!fits) return { reason: "type", allowed: LITERALS[kind] };
  const attribute = layer.attributes[property];
  if (attribute?.type !== "code" || attribute.values.some((value) => value.code === literal)) return null;
  return { reason: "unknown-value", allowed: attribute.values.map((value) => value.code) };
}

/** Sorts names so that those nearest to what was typed come first. */
export function nearestFirst(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const distances = new Map(names.map((name) => [name, editDistance(wanted, name.toLowerCase())]));
  return [...names].sort((a, b) => distances.get(a)! - distances.get(b)!);
}

/** Levenshtein distance: how many letters must change, come or go. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
