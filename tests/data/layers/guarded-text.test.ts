import fc from "fast-check";
import { expect, test } from "vitest";
import { guardText, unguardText } from "#data/layers/guarded-text.ts";

/** Texts around the edge of what is guarded: apostrophes, signs, white space. */
const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^'{0,3}[ \t\r\n]?[=+\-@＝－甲1]{0,2}'?$/));

test("taking the guard off gives the very text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(unguardText(guardText(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test("no guarded text begins like a formula", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(guardText(text)).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/);
    }),
    { numRuns: 2_000 },
  );
});

test.each(["甲厂", "", "'甲'", "'", "''", "a=b", "5-3"])("%j is left alone both ways", (text) => {
  expect(guardText(text)).toBe(text);
  expect(unguardText(text)).toBe(text);
});

test.each([
  ["=1+1", "'=1+1"],
  ["'=1+1", "''=1+1"],
  ["-5", "'-5"],
  ["\t甲", "'\t甲"],
])("%j is written as %j", (text, guarded) => {
  expect(guardText(text)).toBe(guarded);
});
