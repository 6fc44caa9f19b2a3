import fc from "fast-check";
import { expect, test } from "vitest";
import { clockTime, fileStem } from "../../../web/export/file-name.ts";

const AT = new Date(2026, 0, 5, 7, 3);

test("signs that a file system refuses become hyphens, and empty parts leave nothing", () => {
  expect(fileStem(["缓冲", "", 'A/B: "C"\\D?*', "..", "x"], AT)).toBe("缓冲_A-B-C-D_x_20260105-0703");
});

test("no name hides, escapes its folder or is too long", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 5 }), (parts) => {
      const stem = fileStem(parts, AT);
      expect(stem).not.toMatch(/[\p{Cc}\\/:*?"<>|\s]|^[.-]/u);
      expect([...stem].length).toBeLessThanOrEqual(115);
    }),
  );
});

test("a time says which clock it is of", () => {
  expect(clockTime(AT)).toMatch(/^2026-01-05 07:03 \(UTC[+-]\d\d:\d\d\)$/);
});
