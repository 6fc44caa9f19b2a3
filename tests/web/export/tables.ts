import fc from "fast-check";
import type { Column, Table } from "../../../web/export/table.ts";

const SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "＋", "－", "＠", '"', ",", "'", ";"];

/** Texts as ledgers have them, many of which begin like a formula or hold what CSV gives a meaning to. */
export const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc
    .tuple(fc.constantFrom(...SIGNS), fc.constantFrom(...SIGNS), fc.string({ maxLength: 6 }))
    .map((parts) => parts.join("")),
  fc.constantFrom("=1+1", "@SUM(A1:A9)", "+86 475 8888", "-", '=HYPERLINK("http://x","y")', "＝1＋1", "甲厂"),
);

export const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Tables of a text and a number column, with gaps. */
export const tables: fc.Arbitrary<Table> = fc
  .record({
    titles: fc.tuple(texts, texts),
    rows: fc.array(fc.tuple(fc.option(texts, { freq: 8 }), fc.option(numbers, { freq: 8 })), { maxLength: 20 }),
  })
  .map(({ titles, rows }) => ({
    name: "清单",
    columns: titles.map((title, i): Column => ({ title, kind: i === 0 ? "text" : "number" })),
    rows,
  }));
