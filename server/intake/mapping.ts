import { STANDARD_ALIASES } from "#data/layers/codes.ts";
import type { LayerDefinition } from "#data/layers/define.ts";

/** What a column can be taken for, beside an attribute of the layer. */
export const STANDARD_TARGETS = ["code", "name", "lon", "lat", "districtCode", "positionErrorM", "observedOn"] as const;

/** Columns per target, likeliest first: the first that is not empty in a row counts. */
export type Mapping = ReadonlyMap<string, readonly string[]>;

/** A `--map` that cannot be followed. The message is one line for the person who wrote it. */
export class MappingProblem extends Error {}

/**
 * Decides which column fills which target: what the caller says first, then the spellings that the registry knows.
 *
 * @param columns - as they stand in the file.
 * @param wanted - target → column, from the caller.
 * @throws MappingProblem when `wanted` names a target that the layer has not, or a column that the file has not.
 */
export function mapColumns(
  layer: LayerDefinition,
  columns: readonly string[],
  wanted: ReadonlyMap<string, string> = new Map(),
): Mapping {
  const targets = [...STANDARD_TARGETS, ...Object.keys(layer.attributes)];
  const columnOf = new Map(columns.map((column) => [foldName(column), column]));
  const mapping = new Map<string, readonly string[]>();
  for (const [target, name] of wanted) {
    if (!targets.includes(target))
      throw new MappingProblem(`${layer.id} has no field ${target}; fields are ${targets.join(", ")}`);
    const column = columns.includes(name) ? name : columnOf.get(foldName(name));
    if (column === undefined) throw new MappingProblem(`there is no column ${name}; columns are ${columns.join(", ")}`);
    mapping.set(target, [column]);
  }
  const taken = new Set([...mapping.values()].flat());
  for (const target of targets) {
    if (mapping.has(target)) continue;
    const found = spellingsOf(layer, target)
      .map((spelling) => columnOf.get(foldName(spelling)))
      .filter((column) => column !== undefined && !taken.has(column));
    const unique = [...new Set(found as string[])];
    if (unique.length === 0) continue;
    mapping.set(target, unique);
    for (const column of unique) taken.add(column);
  }
  return mapping;
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

/** The first value of a target in a row that is not empty. */
export function findField(mapping: Mapping, target: string, fields: Readonly<Record<string, unknown>>): unknown {
  for (const column of mapping.get(target) ?? []) {
    const value = fields[column];
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return null;
}
