import type { DraftSettings, FixKind, Remark } from "../../../api.ts";
import { TOGETHER } from "./file-columns.ts";

type Edits = DraftSettings["edits"];

/** The cells that a person typed over with those of one row added: the last word about a cell counts. */
export const withEdits = (edits: Edits, row: number, added: Readonly<Record<string, string>>): Edits => [
  ...edits.filter((edit) => edit.row !== row || !(edit.column in added)),
  ...Object.entries(added).map(([column, value]) => ({ row, column, value })),
];

/** What stands in cells that a remark is about, as far as it says; personal values it never says. */
export function cellValues(cells: readonly string[], value: string | null): Record<string, string> {
  const values = cells.length === 1 ? [value ?? ""] : (value ?? "").split(TOGETHER);
  return Object.fromEntries(
    cells.map((column, index) => [column, values.length === cells.length ? values[index]! : ""]),
  );
}

/** What the button says that mends one row: its act, or where a single cell changes, what would stand there. */
export function fixText(
  { kind, edits }: NonNullable<Remark["fix"]>,
  words: { readonly fixes: Readonly<Record<FixKind, string>>; readonly fixTo: (value: string) => string },
  shown: (column: string, value: string) => string = (_, value) => value,
): string {
  const [edit, ...more] = Object.entries(edits);
  return kind === "swap-lon-lat" || edit === undefined || more.length > 0
    ? words.fixes[kind]
    : words.fixTo(shown(...edit));
}
