import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { DraftPreview, DraftView } from "../../../api.ts";

/** The columns of the table that is looked at, and what they stand for. */
export interface FileColumns {
  has(column: string): boolean;
  /** The attribute that a column fills. */
  attributeOf(column: string): Attribute | undefined;
}

export function fileColumns(
  layer: LayerDefinition,
  facts: DraftView["facts"],
  { table, mapping }: Pick<DraftPreview, "table" | "mapping">,
): FileColumns {
  const columns = new Set(facts?.tables.find(({ name }) => name === table)?.columns);
  const targets = new Map(
    Object.entries(mapping).flatMap(([target, sets]) => sets.map((set) => [set, target] as const)),
  );
  return {
    has: (column) => columns.has(column),
    attributeOf: (column) => layer.attributes[targets.get(column) ?? ""],
  };
}
