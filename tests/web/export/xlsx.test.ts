import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "../../../web/export/table.ts";
import { toXlsx } from "../../../web/export/xlsx.ts";
import { readWorkbook, valuesOf } from "../../support/read-workbook.ts";
import { tables } from "./tables.ts";

const read = async (given: readonly Table[]) => readWorkbook(new Uint8Array(await (await toXlsx(given)).arrayBuffer()));

const table = (rows: Table["rows"], kind: Table["columns"][number]["kind"] = "text"): Table => ({
  name: "清单",
  columns: [{ title: "值", kind }],
  rows,
});

/** XML has no place for these, and the writer leaves them out. */
const writable = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\uFFFD]/gu, "");

test("texts are typed as texts and numbers as numbers, and nothing is a formula", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (given) => {
      const [sheet] = await read([given]);
      const cells = sheet!.rows.flat().filter((cell) => cell !== null);
      expect(cells.every(({ formula }) => formula === "")).toBe(true);
      for (const [i, row] of given.rows.entries()) {
        for (const [j, cell] of row.entries()) {
          const written = sheet!.rows[i + 1]?.[j] ?? null;
          if (cell === null || cell === "") expect(written).toBeNull();
          else if (typeof cell === "number") {
            expect(written!.type).toBe("n");
            expect(Number(written!.value)).toBe(cell === 0 ? 0 : cell);
          } else {
            expect(written!.type).toBe("s");
            expect(writable(written!.value).trimEnd()).toBe(writable(cell).trimEnd());
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("formulas and their wide forms stay the texts that they are", async () => {
  const texts = ["=1+1", "+86 475", "-", "@SUM(A1)", "＝1", '=HYPERLINK("http://x","y")', "<b>&amp;"];
  const [sheet] = await read([table(texts.map((text) => [text]))]);
  expect(valuesOf(sheet!).slice(1)).toEqual(texts.map((text) => [text]));
  expect(sheet!.rows.slice(1).flat()).toEqual(texts.map((value) => ({ type: "s", value, formula: "" })));
});

test("days and minutes are real times, the same on every machine", async () => {
  const days = await read([table([["2024-03-05"], ["1900-03-01"], [null]], "date")]);
  expect(valuesOf(days[0]!).slice(1)).toEqual([[45356], [61], []]);
  const minutes = await read([table([["2024-03-05T18:00"]], "datetime")]);
  expect(valuesOf(minutes[0]!).slice(1)).toEqual([[45356.75]]);
});

test("a day before Excel's calendar, or none, is kept as text", async () => {
  const [sheet] = await read([table([["1899-12-31"], ["2024-02-30"]], "date")]);
  expect(valuesOf(sheet!).slice(1)).toEqual([["1899-12-31"], ["2024-02-30"]]);
});

test("sheets keep their order and bear names that Excel takes", async () => {
  const sheets = await read([
    table([]),
    { ...table([]), name: "[甲]/乙:丙*?" },
    { ...table([]), name: "长".repeat(40) },
  ]);
  expect(sheets.map(({ name }) => name)).toEqual(["清单", " 甲  乙 丙  ", "长".repeat(31)]);
});

test("a text that is named like a member of every object has its place", async () => {
  const [sheet] = await read([table([["constructor"], ["__proto__"], ["valueOf"]])]);
  expect(valuesOf(sheet!).slice(1)).toEqual([["constructor "], ["__proto__ "], ["valueOf "]]);
});

test("a text longer than a cell holds is cut to what it holds", async () => {
  const [sheet] = await read([table([["长".repeat(40_000)]])]);
  expect(sheet!.rows[1]![0]!.value).toHaveLength(32_767);
});
