import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { DraftPreview, DraftView, Remark, RemarkReason } from "../../../api.ts";

/** The columns of the table that is looked at, and what they stand for. */
export interface FileColumns {
  /** The cells that can be typed over to mend what a remark is about; none where only the whole row is meant. */
  cellsOf(remark: Pick<Remark, "column" | "reason">): readonly string[];
  /** The attribute that a column fills. */
  attributeOf(column: string): Attribute | undefined;
}

/** About the row as a whole, and mended by another code. */
const ABOUT_CODE: ReadonlySet<RemarkReason> = new Set(["code-missing", "code-shared", "duplicate-code"]);

/** How the server names several columns that a remark is about together, such as longitude and latitude. */
export const TOGETHER = ", ";

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
    cellsOf({ column, reason }) {
      if (column === null) {
        const code = ABOUT_CODE.has(reason) ? mapping.code?.[0] : undefined;
        return code !== undefined && columns.has(code) ? [code] : [];
      }
      if (columns.has(column)) return [column];
      const parts = column.split(TOGETHER);
      return parts.every((part) => columns.has(part)) ? parts : [];
    },
    attributeOf: (column) => layer.attributes[targets.get(column) ?? ""],
  };
}
