import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearness } from "../../../server/intake/near-text.ts";

test.each([
  ["kitten", "sitting", 3],
  ["", "abc", 3],
  ["abc", "abc", 0],
  ["死亡", "死忙", 1],
])("from %j to %j it takes %d edits", (a, b, edits) => {
  expect(editDistance(a, b, 10)).toBe(edits);
  expect(editDistance(b, a, 10)).toBe(edits);
});

/** By the definition, without a table. */
function slowly(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const rest = slowly(a.slice(1), b.slice(1));
  return a[0] === b[0] ? rest : 1 + Math.min(rest, slowly(a, b.slice(1)), slowly(a.slice(1), b));
}

const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

test("agrees with the definition up to the limit, and is above it beyond", () => {
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 6 }), (a, b, most) => {
      const edits = slowly(a, b);
      const found = editDistance(a, b, most);
      if (edits <= most) expect(found).toBe(edits);
      else expect(found).toBeGreaterThan(most);
    }),
  );
});

test("is 1 only for the same text, never below 0, and the same both ways", () => {
  fc.assert(
    fc.property(short, short, (a, b) => {
      expect(nearness(a, b)).toBe(nearness(b, a));
      expect(nearness(a, b)).toBeGreaterThanOrEqual(0);
      expect(nearness(a, b) === 1).toBe(a === b);
    }),
  );
});

test.each([
  ["红", "黄"],
  ["red", "blue"],
  ["", "a"],
])("%j is not near %j", (a, b) => {
  expect(nearness(a, b)).toBe(0);
});

test("holding more of the other is nearer", () => {
  expect(nearness("较大安全风险", "较大风险")).toBeLessThan(nearness("较大风险等级", "较大风险"));
});
