import { describe, expect, test } from "vitest";
import { attributeTitle, shortFieldNames } from "#data/layers/column-names.ts";
import { defineLayer, field } from "#data/layers/define.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("short field names of %s", (_, layer) => {
  const names = shortFieldNames(layer);

  test("name every column once, in ten ASCII characters", () => {
    expect([...names.keys()]).toEqual(expect.arrayContaining(["code", "name", ...Object.keys(layer.attributes)]));
    for (const name of names.values()) expect(name).toMatch(/^[a-z]\w{0,9}$/i);
    const folded = [...names.values()].map((name) => name.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });
});

test("attributes that begin alike are numbered", () => {
  const title = { zh: "甲", en: "A" };
  const layer = defineLayer({
    ...getLayer("districts"),
    grade: undefined,
    symbol: { shape: "circle", color: "#000000", minZoom: 1 },
    totals: [],
    attributes: {
      Source: field.text(title),
      emergencyPlanFiled: field.text(title),
      emergencyPlanDrill: field.text(title),
    },
  });
  const names = shortFieldNames(layer);
  expect(["Source", "emergencyPlanFiled", "emergencyPlanDrill"].map((id) => names.get(id))).toEqual([
    "Source_2",
    "emergencyP",
    "emergenc_2",
  ]);
});

test("a title carries its unit, but no Chinese one into English", () => {
  const { people, floorAreaM2 } = getLayer("houses").attributes;
  expect(attributeTitle(people!, "zh")).toBe("人数 (人)");
  expect(attributeTitle(people!, "en")).toBe("People");
  expect(attributeTitle(floorAreaM2!, "en")).toBe("Floor area (m²)");
});
