import { describe, expect, test } from "vitest";
import {
  BANDWIDTHS_M,
  LEAST_BANDWIDTH_M,
  MOST_BANDWIDTH_M,
  nearestStop,
  toBandwidth,
} from "../../../../web/panels/heat/bandwidths.ts";
import { parseView } from "../../../../web/state/view.ts";

describe("the bandwidth slider", () => {
  test("rises by at most a quarter a stop, so that no step of the picture is a leap", () => {
    for (let i = 1; i < BANDWIDTHS_M.length; i++) {
      const ratio = BANDWIDTHS_M[i]! / BANDWIDTHS_M[i - 1]!;
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThanOrEqual(1.25);
    }
  });

  test("finds its own stops again, and the nearest one for what was typed", () => {
    expect(BANDWIDTHS_M.map(nearestStop)).toEqual(BANDWIDTHS_M.map((_, index) => index));
    expect(BANDWIDTHS_M[nearestStop(333)]).toBe(350);
  });

  test("its ends are what a link may carry", () => {
    const heat = { layer: "accidents", weight: "count", opacity: 1 };
    for (const bandwidthM of [LEAST_BANDWIDTH_M, MOST_BANDWIDTH_M])
      expect(parseView({ heat: { ...heat, bandwidthM } }).heat?.bandwidthM).toBe(bandwidthM);
    expect(parseView({ heat: { ...heat, bandwidthM: MOST_BANDWIDTH_M + 1 } }).heat).toBeNull();
  });
});

test("a typed bandwidth is kept within the bounds and whole", () => {
  expect([12, 333.4, 99_999].map(toBandwidth)).toEqual([50, 333, 2000]);
  expect(toBandwidth(null)).toBeNull();
  expect(toBandwidth(Number.NaN)).toBeNull();
});
