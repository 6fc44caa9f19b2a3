import { expect, test } from "vitest";
import { parsePosition } from "#data/snapshot/parse-position.ts";
import { formatDms } from "../../../web/ui/dms.ts";

test("writes degrees, minutes and seconds with their quarter", () => {
  expect(formatDms([122.26, 43.62])).toBe("122°15′36.0″E 43°37′12.0″N");
  expect(formatDms([-5.5, -0.000_28])).toBe("5°30′00.0″W 0°00′01.0″S");
});

test("sixty seconds are the next minute", () => {
  expect(formatDms([122.999_999, 43.016_666])).toBe("123°00′00.0″E 43°01′00.0″N");
});

test("is read again by the search box", () => {
  const [position] = parsePosition(formatDms([122.26, 43.62]));
  expect(position).toEqual([expect.closeTo(122.26, 5), expect.closeTo(43.62, 5)]);
});
