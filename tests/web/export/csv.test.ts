import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guardText } from "#data/layers/guarded-text.ts";
import { toCsv } from "../../../web/export/csv.ts";
import type { Table } from "../../../web/export/table.ts";
import { tables, texts } from "./tables.ts";

const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: "\r\n", relax_column_count: true });

const NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

test("a reader of RFC 4180 gets back every value", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const [titles, ...rows] = read(toCsv(table));
      expect(titles).toEqual(table.columns.map(({ title }) => guardText(title)));
      expect(rows).toEqual(
        table.rows.map((row) =>
          row.map((cell) => (cell === null ? "" : typeof cell === "number" ? String(cell) : guardText(cell))),
        ),
      );
    }),
  );
});

test("no cell begins like a formula, unless it is a number", () => {
  fc.assert(
    fc.property(tables, (table) => {
      for (const cell of read(toCsv(table)).flat())
        if (/^[\s\0]*[=+\-@＝＋－＠]/.test(cell) || /^[\t\r\n]/.test(cell)) expect(cell).toMatch(NUMBER);
    }),
  );
});

test("a guarded text differs by one leading apostrophe only", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect([text, `'${text}`]).toContain(guardText(text));
    }),
  );
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@A1",
  "\t=1",
  "\r=1",
  "\n=1",
  " =1",
  "＝1",
  "＋1",
  "－1",
  "＠A1",
  "\u3000=1",
  "\u00a0@A1",
])("%j is made a text", (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

test.each(["甲厂", "K4+384", "a=b", "", "'quoted", "5-3", "中-西", "100%"])("%j stays as it is", (text) => {
  expect(guardText(text)).toBe(text);
});

test("begins with a byte order mark, ends every line with CR LF, and writes times with a space", () => {
  const table: Table = {
    name: "",
    columns: [
      { title: "时间", kind: "datetime" },
      { title: "a,b", kind: "text" },
    ],
    rows: [["2024-03-05T07:05", 'say "hi"']],
  };
  expect(toCsv(table)).toBe('\uFEFF时间,"a,b"\r\n2024-03-05 07:05,"say ""hi"""\r\n');
});
