import { STANDARD_ALIASES } from "#data/layers/codes.ts";
import type { LayerDefinition } from "#data/layers/define.ts";

/** What a column can be taken for, beside an attribute of the layer. */
const STANDARD_TARGETS = ["code", "name", "lon", "lat", "districtCode", "positionErrorM", "observedOn"] as const;

/** Columns whose values are put together, in this order; mostly one. */
export type ColumnSet = readonly string[];

/** Per target, likeliest first: the first set of columns that is not empty in a row counts. */
export type Mapping = ReadonlyMap<string, readonly ColumnSet[]>;

/** A mapping that cannot be followed. The message is one line for the person who wrote it. */
export class MappingProblem extends Error {}

/**
 * Decides which column fills which target: what the caller says first, then the spellings that the registry knows.
 *
 * @param columns - as they stand in the file.
 * @param wanted - target → column or `column+column`, from the caller.
 * @throws MappingProblem when `wanted` names a target that the layer has not, or a column that the file has not.
 */
export function mapColumns(
  layer: LayerDefinition,
  columns: readonly string[],
  wanted: ReadonlyMap<string, string> = new Map(),
): Mapping {
  const targets = [...STANDARD_TARGETS, ...Object.keys(layer.attributes)];
  const mapping = new Map<string, readonly ColumnSet[]>();
  for (const [target, name] of wanted) {
    if (!targets.includes(target))
      throw new MappingProblem(`${layer.id} has no field ${target}; fields are ${targets.join(", ")}`);
    mapping.set(target, [columnsNamed(name, columns)]);
  }
  // A column that only helps to make a key still says what it says by itself.
  const taken = new Set([...mapping.values()].flatMap(([set]) => (set!.length === 1 ? set! : [])));
  const columnOf = new Map(columns.map((column) => [foldName(column), column]));
  for (const target of targets) {
    if (mapping.has(target)) continue;
    const found = spellingsOf(layer, target)
      .map((spelling) => columnOf.get(foldName(spelling)))
      .filter((column) => column !== undefined && !taken.has(column));
    const unique = [...new Set(found as string[])];
    if (unique.length === 0) continue;
    mapping.set(
      target,
      unique.map((column) => [column]),
    );
    for (const column of unique) taken.add(column);
  }
  return mapping;
}

function columnsNamed(name: string, columns: readonly string[]): ColumnSet {
  const whole = findColumn(name, columns);
  return whole === undefined ? name.split("+").map((part) => getColumn(part, columns)) : [whole];
}

const findColumn = (name: string, columns: readonly string[]): string | undefined =>
  columns.includes(name) ? name : columns.find((column) => foldName(column) === foldName(name));

/** @throws MappingProblem when there is no such column. */
export function getColumn(name: string, columns: readonly string[]): string {
  const column = findColumn(name, columns);
  if (column === undefined) throw new MappingProblem(`there is no column ${name}; columns are ${columns.join(", ")}`);
  return column;
}

/** The layer's own spellings go before those that every layer shares. */
function spellingsOf(layer: LayerDefinition, target: string): string[] {
  const title = layer.attributes[target]?.title;
  return [
    ...(layer.importAliases[target] ?? []),
    target,
    ...(title ? [title.zh, title.en] : []),
    ...(STANDARD_ALIASES[target] ?? []),
  ];
}

/** Names are the same whatever their case, spaces, underscores, and width of brackets and letters. */
export const foldName = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/[\s_]/g, "");

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** The first value of a target in a row that is not empty; of several columns together, a text with all of them. */
export function findField(mapping: Mapping, target: string, fields: Readonly<Record<string, unknown>>): unknown {
  for (const set of mapping.get(target) ?? []) {
    const values = set.map((column) => fields[column]);
    if (values.some(isEmpty)) continue;
    return values.length === 1 ? values[0] : values.map((value) => String(value).trim()).join(" ");
  }
  return null;
}

/** A set of columns as a person writes it. */
export const nameOf = (set: ColumnSet): string => set.join("+");
