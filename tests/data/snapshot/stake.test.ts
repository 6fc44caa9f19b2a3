import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatStake, parseStake } from "#data/snapshot/stake.ts";

describe("a stake as text", () => {
  test.each([
    ["K812+300", 812_300],
    ["k812+300", 812_300],
    ["Ｋ８１２＋３００", 812_300],
    ["K 812 + 300", 812_300],
    ["K812+300.5", 812_300.5],
    ["K812", 812_000],
    ["K0+000", 0],
    ["812+300", 812_300],
    ["812.3km", 812_300],
    ["812公里300米", 812_300],
    ["812千米", 812_000],
  ])("%s is %d m", (text, stakeM) => {
    expect(parseStake(text)).toBeCloseTo(stakeM, 6);
  });

  test.each([
    "",
    "812",
    "K",
    "K+300",
    "+300",
    "K812+",
    "K812+3000",
    "K812 300",
    "K-1",
    "K812+300+1",
    "号812",
    "K1e3",
  ])("%j is none", (text) => {
    expect(parseStake(text)).toBeNull();
  });

  test("is written to the metre, and reads back", () => {
    expect([0, 999.6, 812_300, 812_007.4].map(formatStake)).toEqual(["K0+000", "K1+000", "K812+300", "K812+007"]);
    expect([-0.4, -5, -1200].map(formatStake)).toEqual(["K0+000", "-K0+005", "-K1+200"]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (stakeM) => {
        expect(parseStake(formatStake(stakeM))).toBe(stakeM);
      }),
    );
  });
});
