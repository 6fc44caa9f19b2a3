import fc from "fast-check";
import { expect, test } from "vitest";
import { allotLines } from "../../../../../web/workspaces/screen/figures/allot-lines.ts";

const group = fc
  .record({ count: fc.nat(40), lacking: fc.nat(10), hasHeading: fc.boolean() })
  .map(({ count, lacking, hasHeading }) => ({ count, listed: Math.max(0, count - lacking), hasHeading }));

const usedBy = (groups: readonly { hasHeading: boolean }[], allotted: ReturnType<typeof allotLines>) =>
  allotted.reduce(
    (sum, { listed, hasMore }, i) => sum + listed + (hasMore ? 1 : 0) + (groups[i]!.hasHeading ? 1 : 0),
    0,
  );

test("never takes more lines than there are, and counts what it does not list", () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), fc.integer({ min: 15, max: 60 }), (groups, lines) => {
      const allotted = allotLines(lines, groups);
      expect(usedBy(groups, allotted)).toBeLessThanOrEqual(lines);
      allotted.forEach(({ listed, hasMore }, i) => {
        expect(listed).toBeLessThanOrEqual(groups[i]!.listed);
        if (!hasMore) expect(listed).toBe(groups[i]!.count);
      });
    }),
  );
});

test("with room for all, all are listed", () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
      const allotted = allotLines(1_000, groups);
      expect(allotted.map(({ listed }) => listed)).toEqual(groups.map(({ listed }) => listed));
    }),
  );
});

test("what cannot be told is heard of beside a long list", () => {
  const groups = [
    { count: 500, listed: 500, hasHeading: true },
    { count: 30, listed: 30, hasHeading: true },
  ];
  expect(allotLines(12, groups)).toEqual([
    { listed: 7, hasMore: true },
    { listed: 1, hasMore: true },
  ]);
});
