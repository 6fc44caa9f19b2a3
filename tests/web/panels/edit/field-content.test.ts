import { expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { MASK } from "../../../../web/panels/detail/value-text.ts";
import { type EditField, editFields } from "../../../../web/panels/edit/edit-fields.ts";
import { contentOf, isSameValue, readContent } from "../../../../web/panels/edit/field-content.ts";
import { draftOf } from "../../../support/drafts.ts";

const fieldOf = (layer: string, id: string): EditField => ({
  id,
  attribute: LAYERS.find((each) => each.id === layer)!.attributes[id]!,
});
const flow = fieldOf("water-sources", "flowLps");
const stake = fieldOf("black-spots", "fromStakeM");
const phone = fieldOf("water-sources", "phone");
const substances = fieldOf("hazard-sources", "substances");

test.each(
  LAYERS.map((layer) => [layer.id, layer] as const),
)("%s: what is read into the form comes out of it", (_, layer) => {
  for (const n of [0, 1, 5])
    for (const field of editFields(layer, new Map(), false).attributes.filter(({ attribute }) => !attribute.personal)) {
      const value = draftOf(layer, n).attributes[field.id]!;
      expect(readContent(field, contentOf(field, value)), field.id).toEqual({ value });
      if (!field.attribute.required)
        expect(readContent(field, contentOf(field, null)), field.id).toEqual({ value: null });
    }
});

test.each([
  [" 12.5 ", 12.5],
  ["１２．５", 12.5],
  ["+3", 3],
  [".5", 0.5],
  ["", null],
  ["  ", null],
])("a number typed as %j is %j", (text, value) => {
  expect(readContent(flow, text)).toEqual({ value });
});

test.each(["12,5", "1,200", "12 L/s", "一", "1e3", "NaN", "--1"])("%j is no number", (text) => {
  expect(readContent(flow, text)).toEqual({ reason: "type", allowed: "number" });
});

test("a number out of its range is told the range", () => {
  expect(readContent(flow, "501")).toEqual({ reason: "out-of-range", allowed: "0…500 L/s" });
});

test("stakes stand in the form as people write them, and metres are taken too", () => {
  expect(contentOf(stake, 12_300)).toBe("K12+300");
  expect(contentOf(stake, 12_300.4)).toBe("12300.4");
  for (const text of ["K12+300", "k12+300", "12300"]) expect(readContent(stake, text), text).toEqual({ value: 12_300 });
});

test("a masked value stands as nothing, so that only what is typed replaces it", () => {
  expect(contentOf(phone, MASK)).toBe("");
  expect(readContent(phone, "13900000000")).toEqual({ value: "13900000000" });
});

test("empty lines of substances say nothing, half a line is refused", () => {
  const line = (name: string, cas: string, tonnes: string) => ({ name, cas, tonnes });
  expect(readContent(substances, [line("", " ", "")])).toEqual({ value: null });
  expect(readContent(substances, [line("氯", "", "３"), line("", "", "")])).toEqual({
    value: [{ name: "氯", tonnes: 3 }],
  });
  for (const half of [line("氯", "", ""), line("", "", "3"), line("氯", "", "-1")])
    expect(readContent(substances, [half])).toMatchObject({ reason: "type" });
});

test("substances are the same whatever the order of their keys", () => {
  const [a, b] = [
    { name: "氯", cas: "7782-50-5", tonnes: 3 },
    { cas: "7782-50-5", tonnes: 3, name: "氯" },
  ];
  expect(isSameValue([a], [b])).toBe(true);
  expect(isSameValue([a], [{ ...b, tonnes: 4 }])).toBe(false);
});
