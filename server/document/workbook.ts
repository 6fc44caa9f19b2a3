import type { ColumnKind } from "../export/columns.ts";
import { cellXml, columnLetters, rowXml, textCell } from "../export/sheet-cells.ts";
import { CELL_STYLE, SHEET_END, sheetPath, sheetStart, workbookParts } from "../export/workbook-parts.ts";
import { zipBytes } from "./zip-bytes.ts";

/** A column of a sheet. */
export interface SheetColumn<Row> {
  readonly title: string;
  readonly kind: Exclude<ColumnKind, "boolean">;
  /** In characters; a Chinese one is as wide as two. */
  readonly width: number;
  cellOf(row: Row, index: number): string | number | null;
}

/** A sheet as its parts are written. */
export interface Sheet {
  readonly name: string;
  readonly xml: string;
}

export function sheetOf<Row>(name: string, columns: readonly SheetColumn<Row>[], rows: readonly Row[]): Sheet {
  const letters = columns.map((_, i) => columnLetters(i));
  const heading = rowXml(
    1,
    columns.map(({ title }, i) => textCell(`${letters[i]}1`, title, CELL_STYLE.heading)),
  );
  const body = rows.map((row, index) =>
    rowXml(
      index + 2,
      columns.map(({ kind, cellOf }, i) => cellXml(`${letters[i]}${index + 2}`, cellOf(row, index), kind)),
    ),
  );
  return { name, xml: sheetStart(columns.map(({ width }) => width)) + heading + body.join("") + SHEET_END };
}

/** Item and content, for what a file says about itself. */
export function factSheet(name: string, lines: readonly (readonly [item: string, content: string])[]): Sheet {
  const rows = lines.map(([item, content], i) =>
    rowXml(i + 1, [
      textCell(`A${i + 1}`, item, CELL_STYLE.heading),
      textCell(`B${i + 1}`, content, CELL_STYLE.wrapped),
    ]),
  );
  return { name, xml: sheetStart([22, 90]) + rows.join("") + SHEET_END };
}

/** A workbook in memory: for tables of thousands of rows, not of millions. */
export function workbookBytes(sheets: readonly Sheet[], madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map(workbookParts(sheets.map(({ name }) => name)));
  for (const [i, { xml }] of sheets.entries()) files.set(sheetPath(i + 1), xml);
  return zipBytes(files, madeAt);
}
