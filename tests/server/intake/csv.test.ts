import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../server/intake/csv.ts";
import { UnreadableFile } from "../../../server/intake/delivered.ts";

const read = (...lines: string[]) => readCsv(lines.join("\n"));

test("reads a header and its rows, each with the line that it begins on", () => {
  const { columns, rows, broken } = read("code,name", "A,北门", "B,", "", '"C ""x""","a,b"');
  expect(columns).toEqual(["code", "name"]);
  expect(rows.map(({ place, fields }) => [place, fields.code, fields.name])).toEqual([
    [2, "A", "北门"],
    [3, "B", ""],
    [5, 'C "x"', "a,b"],
  ]);
  expect(broken).toEqual([]);
});

test("counts lines through quoted line ends and blank lines, whatever ends a line", () => {
  for (const end of ["\n", "\r\n"]) {
    const { rows } = readCsv(["", "a,b", '"one', 'two",x', "", "", "3,y", '4,"', 'z"', "5,w"].join(end));
    expect(rows.map(({ place }) => place)).toEqual([3, 7, 8, 10]);
  }
});

test.each([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
])("finds the delimiter %j, also where other ones stand in the text", (delimiter) => {
  const { rows } = readCsv(
    [`code${delimiter}name${delimiter}note`, `A${delimiter}"1,5; 2\t3"${delimiter}x`].join("\n"),
  );
  expect(rows[0]!.fields).toEqual({ code: "A", name: "1,5; 2\t3", note: "x" });
});

test("a row of another length is set aside by its line, and the others are read", () => {
  const { rows, broken } = read("a,b", "1,2", "1,2,3", "1", "3,4");
  expect(rows.map(({ place }) => place)).toEqual([2, 5]);
  expect(broken).toEqual([
    { place: 3, reason: "3 fields where the header has 2" },
    { place: 4, reason: "1 fields where the header has 2" },
  ]);
});

test("columns without a name, as spreadsheets add them, are no columns", () => {
  const { columns, rows } = read("a,b,,", "1,2,,", "3,4,,");
  expect(columns).toEqual(["a", "b"]);
  expect(rows).toHaveLength(2);
});

describe("a file that is none is refused in one line", () => {
  test.each([
    ["", "the file is empty"],
    ["\n\n", "the file is empty"],
    ["a,b,a\n1,2,3", "two columns are called a"],
    ['a,b\n"1,2\n3,4', "the file is not CSV: Quote Not Closed"],
  ])("%j", (text, message) => {
    expect(() => readCsv(text)).toThrow(UnreadableFile);
    expect(() => readCsv(text)).toThrow(new RegExp(`^${message}[^\n]*$`));
  });
});

test("whatever a field holds comes back as it was, but for spaces around it", () => {
  const field = fc.string({ unit: "grapheme-composite" }).map((text) => text.replaceAll("\r", "").trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ["first,second", ...rows.map((row) => row.map(quote).join(","))].join("\r\n");
      expect(readCsv(text).rows.map(({ fields }) => [fields.first, fields.second])).toEqual(rows);
    }),
  );
});
