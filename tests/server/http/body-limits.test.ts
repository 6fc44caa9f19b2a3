import fc from "fast-check";
import { expect, test } from "vitest";
import { isDeeper } from "../../../server/http/body-limits.ts";

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test("finds the same depth as walking the parsed value, whatever the strings hold", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.integer({ min: 0, max: 8 }), (value, limit) => {
      expect(isDeeper(JSON.stringify(value), limit)).toBe(depthOf(value) > limit);
    }),
  );
  expect(isDeeper('["[[[[", "\\"[[[["]', 1)).toBe(false);
});

test("decides on ten million brackets without a stack overflow", () => {
  expect(isDeeper("[".repeat(10_000_000), 32)).toBe(true);
});
