import { describe, expect, test } from "vitest";
import { STANDARD_ALIASES } from "#data/layers/codes.ts";
import {
  type Attribute,
  type CodeAttribute,
  code,
  defineLayer,
  field,
  type LayerDefinition,
} from "#data/layers/define.ts";
import { filterProperties } from "#data/layers/filter-properties.ts";
import { findLayer, getLayer, LAYER_IDS, LAYERS } from "#data/layers/index.ts";

/** As delivered headers and values are compared: without regard to case and spaces. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");

const attributesOf = (layer: LayerDefinition): [string, Attribute][] => Object.entries(layer.attributes);

const codeListsOf = (layer: LayerDefinition): [string, CodeAttribute][] =>
  attributesOf(layer).filter((each): each is [string, CodeAttribute] => each[1].type === "code");

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("%s", (_, layer) => {
  test("has a title in both languages, and so has all that it names", () => {
    const titles = [
      layer.title,
      layer.description,
      ...attributesOf(layer).map(([, { title }]) => title),
      ...codeListsOf(layer).flatMap(([, { values }]) => values.map(({ title }) => title)),
      ...(layer.weights ?? []).map(({ title }) => title),
    ];
    for (const { zh, en } of titles) {
      expect(zh.trim()).toBe(zh);
      expect(en.trim()).toBe(en);
      expect(zh).not.toBe("");
      expect(en).toMatch(/^[\x20-\x7eN²³°–]+$/);
    }
  });

  test("has ids that stand in an address, a filter and a column without quotes", () => {
    expect(layer.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const [id] of attributesOf(layer)) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
    const all = filterProperties(layer);
    expect(new Set(all).size).toBe(all.length);
  });

  test("marks every code that has a colour, with one or two characters, each mark once", () => {
    for (const [id, { values }] of codeListsOf(layer)) {
      const colored = values.filter(({ color }) => color !== undefined);
      for (const { color, mark } of colored) {
        expect(color).toMatch(/^#[0-9a-f]{6}$/);
        expect(Array.from(mark ?? "").length, id).toBeGreaterThanOrEqual(1);
        expect(Array.from(mark ?? "").length, id).toBeLessThanOrEqual(2);
      }
      expect(new Set(colored.map(({ mark }) => mark)).size, id).toBe(colored.length);
    }
  });

  test("draws by a code list of which every value has a colour", () => {
    const { by, color, minZoom } = layer.symbol;
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(minZoom).toBeGreaterThanOrEqual(0);
    expect(minZoom).toBeLessThanOrEqual(22);
    const list = by === undefined ? null : layer.attributes[by];
    if (list?.type === "code") expect(list.values.filter((value) => value.color === undefined)).toEqual([]);
  });

  test("reads every spelling of a code as one code", () => {
    for (const [id, { values }] of codeListsOf(layer)) {
      const ownerOf = new Map<string, string>();
      for (const { code: own, title, aliases = [] } of values)
        for (const spelling of new Set([own, title.zh, title.en, ...aliases].map(fold))) {
          expect(ownerOf.get(spelling), `${id}: ${spelling}`).toBeUndefined();
          ownerOf.set(spelling, own);
        }
    }
  });

  test("reads every header as one column", () => {
    const ownerOf = new Map<string, string>();
    const columns = new Set([...Object.keys(layer.attributes), ...Object.keys(STANDARD_ALIASES)]);
    for (const [column, aliases] of Object.entries(layer.importAliases)) {
      expect(columns, column).toContain(column);
      for (const alias of aliases.map(fold)) {
        expect(ownerOf.get(alias) ?? column, alias).toBe(column);
        ownerOf.set(alias, column);
      }
    }
  });

  test("has the time, the grade and the totals that it names, none of them personal", () => {
    const type = (id: string | undefined) => (id === undefined ? null : layer.attributes[id]?.type);
    if (layer.time !== undefined) expect(["date", "datetime"]).toContain(type(layer.time));
    if (layer.grade !== undefined) expect(layer.attributes[layer.grade]).toMatchObject({ type: "code", ordered: true });
    for (const total of layer.totals) expect(["integer", "number"]).toContain(type(total));
    for (const id of [layer.time, layer.grade, layer.symbol.by, ...layer.totals])
      if (id !== undefined) expect(layer.attributes[id]!.personal).toBeUndefined();
  });

  test("weighs by attributes and codes that it has", () => {
    const ids = (layer.weights ?? []).map(({ id }) => id);
    expect(new Set([...ids, ...layer.totals, "count"]).size).toBe(ids.length + layer.totals.length + 1);
    for (const { by, byCode = {}, factors = {}, source } of layer.weights ?? []) {
      expect(source).not.toBe("");
      for (const id of Object.keys(factors))
        if (id !== "count") expect(["integer", "number"]).toContain(layer.attributes[id]?.type);
      if (by === undefined) continue;
      const list = layer.attributes[by];
      const codes = list?.type === "code" ? list.values.map((value) => value.code) : [];
      expect(codes).toEqual(expect.arrayContaining(Object.keys(byCode)));
    }
  });

  test("says after how many days it is stale when an office answers for it", () => {
    if (layer.role === "ledger") expect(layer.refreshDays).toBeGreaterThan(0);
    if (layer.refreshDays !== undefined) expect(Number.isInteger(layer.refreshDays)).toBe(true);
    // Districts change by a decree, which nobody misses; all else goes out of date by itself.
    expect(layer.refreshDays === undefined).toBe(layer.id === "districts");
  });

  test("keeps bounds that leave room", () => {
    for (const [id, attribute] of attributesOf(layer))
      if (attribute.type === "integer" || attribute.type === "number")
        expect(attribute.min ?? 0, id).toBeLessThan(attribute.max ?? Number.POSITIVE_INFINITY);
  });

  test("never lets what is personal be searched", () => {
    for (const [id, attribute] of attributesOf(layer))
      expect(attribute.personal && attribute.searchable, id).toBeFalsy();
  });

  test("is plain data: writing and reading it changes nothing", () => {
    expect(JSON.parse(JSON.stringify(layer))).toEqual(layer);
    expect(defineLayer(layer)).toBe(layer);
  });

  test("is found by its id", () => {
    expect(getLayer(layer.id)).toBe(layer);
    expect(LAYER_IDS.filter((id) => id === layer.id)).toHaveLength(1);
  });
});

test("a layer that does not exist is not found", () => {
  expect(findLayer("moon")).toBeUndefined();
  expect(() => getLayer("moon")).toThrow(/no layer moon; layers are /);
});

describe("defineLayer refuses a value that contradicts itself", () => {
  const sound: LayerDefinition = {
    id: "wells",
    title: { zh: "井", en: "Wells" },
    description: { zh: "井", en: "Wells" },
    role: "support",
    geometry: "Point",
    attributes: {
      grade: field.code({ zh: "等级", en: "Grade" }, [code("a", "甲", "A"), code("b", "乙", "B")], { ordered: true }),
      note: field.text({ zh: "备注", en: "Note" }),
    },
    totals: [],
    symbol: { shape: "circle", color: "#123456", minZoom: 10 },
    importAliases: {},
  };
  const withCodes = (...values: CodeAttribute["values"]): LayerDefinition => ({
    ...sound,
    attributes: { kind: field.code({ zh: "类", en: "Kind" }, values) },
  });

  test.each<[string, LayerDefinition, string]>([
    ["a code twice", withCodes(code("a", "甲", "A"), code("a", "乙", "B")), "kind has a code twice"],
    ["a colour alone", withCodes(code("a", "甲", "A", { color: "#112233" })), "kind.a has a colour and no mark"],
    ["a time that is a text", { ...sound, time: "note" }, "time is not a date"],
    ["a time that is missing", { ...sound, time: "when" }, "time names no attribute: when"],
    [
      "a grade without order",
      { ...withCodes(code("a", "甲", "A")), grade: "kind" },
      "grade is not an ordered code list",
    ],
    ["a total of texts", { ...sound, totals: ["note"] }, "total note is no number"],
    ["a look by a text", { ...sound, symbol: { ...sound.symbol, by: "note" } }, "symbol.by is not a code list"],
  ])("%s", (_, layer, problem) => {
    expect(() => defineLayer(layer)).toThrow(new RangeError(`layer wells: ${problem}`.replace("wells", layer.id)));
  });

  test("and passes a sound one through", () => {
    expect(defineLayer({ ...sound, grade: "grade" })).toMatchObject({ id: "wells" });
  });
});
