import { STANDARD_ALIASES } from "#data/layers/codes.ts";
import { shortFieldNames } from "#data/layers/column-names.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { nearness } from "./near-text.ts";

/**
 * What a column can be taken for, beside an attribute of the layer. A place is `lon` and `lat` in degrees, `x` (east) and `y` (north)
 * in the delivery's coordinates, both in one text (`position`), or a `stake` on a `road`.
 */
export const STANDARD_TARGETS = [
  "code",
  "name",
  "lon",
  "lat",
  "x",
  "y",
  "position",
  "road",
  "stake",
  "districtCode",
  "positionErrorM",
  "source",
  "observedOn",
] as const;

/** Columns whose values are put together, in this order; mostly one. */
export type ColumnSet = readonly string[];

/** Per target, likeliest first: the first set of columns that is not empty in a row counts. */
export type Mapping = ReadonlyMap<string, readonly ColumnSet[]>;

/** A mapping that cannot be followed. The message is one line for the person who wrote it. */
export class MappingProblem extends Error {}

/**
 * Decides which column fills which target: what the caller says first, then the spellings of the layer, then those that every layer
 * shares. A name with a unit or a remark in brackets behind it counts as the name alone where nothing fits it whole.
 *
 * @param columns - as they stand in the file.
 * @param wanted - target → column or `column+column`, from the caller; an empty text: no column.
 * @throws MappingProblem when `wanted` names a target that the layer has not, or a column that the file has not.
 */
export function mapColumns(
  layer: LayerDefinition,
  columns: readonly string[],
  wanted: ReadonlyMap<string, string> = new Map(),
): Mapping {
  const targets = targetsOf(layer);
  const mapping = new Map<string, readonly ColumnSet[]>();
  for (const [target, name] of wanted) {
    if (!targets.includes(target))
      throw new MappingProblem(`${layer.id} has no field ${target}; fields are ${targets.join(", ")}`);
    if (name !== "") mapping.set(target, [columnsNamed(name, columns)]);
  }
  // A column that only helps to make a key still says what it says by itself.
  const taken = new Set([...mapping.values()].flatMap(([set]) => (set!.length === 1 ? set! : [])));
  const open = targets.filter((target) => !wanted.has(target));
  const take = (spellingsOf: (target: string) => readonly string[], columnOf: ReadonlyMap<string, string>) => {
    for (const target of open)
      for (const spelling of spellingsOf(target)) {
        const column = columnOf.get(foldName(spelling));
        if (column === undefined || taken.has(column)) continue;
        taken.add(column);
        mapping.set(target, [...(mapping.get(target) ?? []), [column]]);
      }
  };
  const whole = new Map(columns.map((column) => [foldName(column), column]));
  const inBrackets = columns.filter((column) => BRACKETS.test(foldName(column)));
  const bare = new Map(inBrackets.map((column) => [foldName(column).replace(BRACKETS, ""), column]));
  for (const columnOf of [whole, bare]) {
    take((target) => ownSpellings(layer, target), columnOf);
    take((target) => STANDARD_ALIASES[target] ?? [], columnOf);
  }
  return mapping;
}

/** A unit or a remark behind a name. */
const BRACKETS = /\([^()]*\)$/;

const targetsOf = (layer: LayerDefinition): string[] => [...STANDARD_TARGETS, ...Object.keys(layer.attributes)];

/** A column that may fill a target, though its name is spelt in another way. */
export interface ColumnCandidate {
  readonly column: string;
  /** 0 to 1. */
  readonly score: number;
}

const MOST_CANDIDATES = 3;
const LEAST_SCORE = 0.6;

export interface SuggestedMapping {
  readonly mapping: Mapping;
  /** Target without a column → columns that fill no other, nearest first. */
  readonly candidates: ReadonlyMap<string, readonly ColumnCandidate[]>;
}

/** The mapping by known spellings, and for the targets that stay empty what a person may pick. */
export function suggestMapping(layer: LayerDefinition, columns: readonly string[]): SuggestedMapping {
  const mapping = mapColumns(layer, columns);
  const used = new Set([...mapping.values()].flat(2));
  const free = columns.filter((column) => !used.has(column));
  const candidates = new Map<string, readonly ColumnCandidate[]>();
  for (const target of targetsOf(layer)) {
    if (mapping.has(target)) continue;
    const spellings = [...ownSpellings(layer, target), ...(STANDARD_ALIASES[target] ?? [])].map(foldName);
    const scored = free
      .map((column) => ({
        column,
        score: Math.max(0, ...spellings.map((spelling) => nearness(foldName(column), spelling))),
      }))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score);
    if (scored.length > 0) candidates.set(target, scored.slice(0, MOST_CANDIDATES));
  }
  return { mapping, candidates };
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

function ownSpellings(layer: LayerDefinition, target: string): string[] {
  const title = layer.attributes[target]?.title;
  const short = shortFieldNames(layer).get(target);
  return [
    ...(layer.importAliases[target] ?? []),
    ...(title ? [target, title.zh, title.en] : []),
    ...(short === undefined ? [] : [short]),
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

/** `findField` for one target and many rows; `undefined` when no column fills it. */
export function fieldReader(
  mapping: Mapping,
  target: string,
): ((fields: Readonly<Record<string, unknown>>) => unknown) | undefined {
  const sets = mapping.get(target);
  if (!sets || sets.length === 0) return undefined;
  const [only] = sets;
  if (sets.length > 1 || only!.length > 1) return (fields) => findField(mapping, target, fields);
  const column = only![0]!;
  return (fields) => {
    const value = fields[column];
    return isEmpty(value) ? null : value;
  };
}

/**
 * The same, but `undefined` for a row that has none of the columns: a cell that could not be read, a property that this feature
 * lacks. Unlike an empty one, it says nothing.
 */
export function statedReader(
  mapping: Mapping,
  target: string,
): ((fields: Readonly<Record<string, unknown>>) => unknown) | undefined {
  const read = fieldReader(mapping, target);
  const columns = mapping.get(target)?.flat() ?? [];
  return read && ((fields) => (columns.some((column) => fields[column] !== undefined) ? read(fields) : undefined));
}

/** The column of a target that is filled by exactly one, so that a mended text can stand there. */
export function onlyColumnOf(mapping: Mapping, target: string): string | null {
  const sets = mapping.get(target);
  return sets?.length === 1 && sets[0]!.length === 1 ? sets[0]![0]! : null;
}

/** The first column that fills a target, as a person writes it; `null` when none does. */
export function columnNameOf(mapping: Mapping, target: string): string | null {
  const set = mapping.get(target)?.[0];
  return set ? nameOf(set) : null;
}

/** A set of columns as a person writes it. */
export const nameOf = (set: ColumnSet): string => set.join("+");
