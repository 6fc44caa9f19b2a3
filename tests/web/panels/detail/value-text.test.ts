import { expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { valueText } from "../../../../web/panels/detail/value-text.ts";
import { draftOf } from "../../../support/drafts.ts";

const text = (layer: string, id: string, value: Parameters<typeof valueText>[2], language: "zh" | "en" = "zh") =>
  valueText(id, getLayer(layer).attributes[id]!, value, language).text;

test("every attribute of every layer has a text, and a gap reads as unknown", () => {
  for (const layer of LAYERS)
    for (const [id, attribute] of Object.entries(layer.attributes))
      for (const language of ["zh", "en"] as const) {
        expect(valueText(id, attribute, null, language)).toEqual({
          kind: "unknown",
          text: language === "zh" ? "未知" : "unknown",
        });
        expect(valueText(id, attribute, draftOf(layer, 1).attributes[id]!, language).text).not.toBe("");
      }
});

test("zero and no are values, not gaps", () => {
  expect(text("houses", "people", 0)).toBe("0 人");
  expect(text("houses", "altered", false)).toBe("否");
});

test("numbers carry their unit; Chinese counters are left out of English", () => {
  expect(text("hazard-sources", "totalTonnes", 12_345.5)).toBe("12,345.5 t");
  expect(text("enterprises", "employees", 1200, "en")).toBe("1,200");
  expect(text("accidents", "lossYuan", 16_600, "en")).toBe("16,600 CNY");
});

test("stakes are written as stakes", () => {
  expect(text("black-spots", "fromStakeM", 812_300)).toBe("K812+300");
});

test("a withheld value is told from an unknown one, and only personal fields are withheld", () => {
  const { phone, address } = getLayer("houses").attributes;
  expect(valueText("phone", phone!, "***", "zh").kind).toBe("masked");
  expect(valueText("address", address!, "***", "zh").kind).toBe("known");
});

test("a code that the list no longer has is shown as it is recorded", () => {
  expect(text("houses", "grade", "E")).toBe("E");
});
