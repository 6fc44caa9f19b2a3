import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { type Firm, firmLikeness, firmOf, LINKED } from "../../../server/intake/same-firm.ts";
import { foldFirm, likeness, nearness } from "../../../server/intake/same-thing.ts";

const firm = (name: string, over: Partial<Firm> = {}): Firm => ({ name, creditCode: null, address: null, ...over });

describe("the likeness of two texts", () => {
  test("is Dice's coefficient over pairs of characters: night and nacht share one of four", () => {
    expect(likeness("night", "nacht")).toBe(0.25);
  });

  test("is 1 for the same, 0 for nothing shared, the same either way round, and never outside of that", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = likeness(a, b);
        expect(value).toBe(likeness(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (a !== "") expect(likeness(a, a)).toBe(1);
      }),
    );
    expect(likeness("甲乙", "丙丁")).toBe(0);
  });

  test("does not hang on legal forms, brackets, case and width", () => {
    expect(foldFirm("通辽市北源化工（集团）有限责任公司")).toBe(foldFirm("通辽市北源化工集团有限公司"));
    expect(foldFirm("ＡＢＣ Chem Co., Ltd.")).toBe("abcchem");
  });

  test("a name that is nothing but a legal form keeps it", () => {
    expect(foldFirm("有限公司")).toBe("有限公司");
  });
});

test("nearness halves at 100 m and is nothing at a kilometre", () => {
  expect(nearness(0)).toBe(1);
  expect(nearness(100)).toBeCloseTo(0.5, 12);
  expect(nearness(1_000)).toBeLessThan(1e-20);
});

describe("one firm", () => {
  const code = "91150500MA0TEST01X";

  test("is who has the same credit code, whatever the names and places", () => {
    const { score, evidence } = firmLikeness(
      firm("甲厂", { creditCode: code }),
      firm("乙库", { creditCode: code }),
      5_000,
    );
    expect(score).toBe(1);
    expect(evidence).toEqual(["credit-code"]);
  });

  test("is never who has another credit code, whatever the names and places", () => {
    const other = "91150500MA0TEST02X";
    expect(firmLikeness(firm("甲厂", { creditCode: code }), firm("甲厂", { creditCode: other }), 0).score).toBe(0);
  });

  test("without codes: the same name at the same place is linked, the same name elsewhere and another name here are not", () => {
    expect(firmLikeness(firm("北源化工有限公司"), firm("北源化工"), 20).score).toBeGreaterThanOrEqual(LINKED);
    expect(firmLikeness(firm("北源化工"), firm("北源化工"), 800).score).toBeLessThan(LINKED);
    expect(firmLikeness(firm("北源化工"), firm("南山粮油"), 0).score).toBeLessThan(LINKED);
  });

  test("an address carries the same name where the place is some way off", () => {
    const address = "开发区一号路12号";
    const { score, evidence } = firmLikeness(firm("北源化工", { address }), firm("北源化工", { address }), 400);
    expect(score).toBeGreaterThanOrEqual(LINKED);
    expect(evidence).toEqual(["name", "address"]);
  });
});

test("every layer that names firms says where, and a feature without any name belongs to none", () => {
  const naming = LAYERS.filter(({ firm: place }) => place);
  expect(naming.length).toBeGreaterThan(1);
  for (const layer of naming) {
    expect(firmOf(layer, { name: "", attributes: {} })).toBeNull();
    expect(firmOf(layer, { name: "甲厂", attributes: {} })).toEqual({ name: "甲厂", creditCode: null, address: null });
  }
});
