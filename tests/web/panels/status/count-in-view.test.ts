import { expect, test } from "vitest";
import { countInView } from "../../../../web/panels/status/count-in-view.ts";

const snapshot = { lonLat: Float64Array.of(122, 43, 122.5, 43.5, 123, 44, 130, 43.5), count: 4 };

test("counts what stands within the bounds, the edges included", () => {
  expect(countInView(snapshot, null, [122, 43, 123, 44])).toBe(3);
  expect(countInView(snapshot, null, [122.1, 43.1, 122.9, 43.9])).toBe(1);
});

test("leaves out what the filter hides", () => {
  expect(countInView(snapshot, Uint8Array.of(0, 1, 1, 1), [122, 43, 123, 44])).toBe(2);
});
