import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Filter, formatFilter, parseFilter } from "#data/layers/filter.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { projectTable } from "#data/snapshot/open.ts";
import { compileFilter } from "#data/snapshot/select.ts";
import {
  type Condition,
  type FormFilter,
  NO_FILTER,
  toFilter,
  toFormFilter,
  withCondition,
} from "../../../../web/panels/layers/conditions.ts";
import { formFields } from "../../../../web/panels/layers/form-fields.ts";
import { filtersOf, someDays, someNumbers, someTexts } from "../../../support/filters.ts";
import { rowsOf } from "../../../support/rows.ts";

const accidents = getLayer("accidents");
const houses = getLayer("houses");
const read = (text: string, layer = accidents): FormFilter => toFormFilter(parseFilter(text, layer), layer);
const write = (form: FormFilter, layer = accidents): string => {
  const filter = toFilter(form, layer);
  return filter ? formatFilter(filter) : "";
};

/** Bounds in any order, of which one at least is given unless the unknown are asked for. */
const bounds = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .record({ from: fc.option(value), to: fc.option(value), unknown: fc.boolean() })
    .filter(({ from, to, unknown }) => from !== null || to !== null || unknown);

/** Any condition that one of the layer's fields can be set to. */
const conditionsOf = (layer: typeof accidents): fc.Arbitrary<FormFilter> => {
  const conditions = formFields(layer).map(({ property, control, attribute }): [string, fc.Arbitrary<Condition>] => {
    if (control === "contains")
      return [property, someTexts.filter((part) => part !== "").map((part) => ({ control, part }))];
    if (control === "range") return [property, bounds(someNumbers).map((each) => ({ control, ...each }))];
    if (control === "days") return [property, bounds(someDays).map((each) => ({ control, ...each }))];
    const value: fc.Arbitrary<string | boolean> =
      attribute?.type === "code"
        ? fc.constantFrom(...attribute.values.map(({ code }) => code))
        : attribute
          ? fc.boolean()
          : someTexts;
    return [
      property,
      fc
        .record({ values: fc.uniqueArray(value, { maxLength: 4 }), unknown: fc.boolean() })
        .filter(({ values, unknown }) => unknown || values.length > 0)
        .map((each) => ({ control, ...each })),
    ];
  });
  return fc
    .record(Object.fromEntries(conditions), { requiredKeys: [] })
    .map((each) => ({ conditions: each as FormFilter["conditions"], rest: [] }));
};

describe("the form and the text say the same", () => {
  test("what a form of any layer says is read back as the same form", () => {
    for (const layer of LAYERS)
      fc.assert(
        fc.property(conditionsOf(layer), (form) => {
          const text = write(form, layer);
          expect(text === "" ? NO_FILTER : read(text, layer)).toEqual(form);
        }),
        { numRuns: 40 },
      );
  });

  test("whatever a text says, its form takes the same features", () => {
    for (const layer of LAYERS)
      fc.assert(
        fc.property(filtersOf(layer), rowsOf(layer, 20), (filter, rows) => {
          const snapshot = projectTable(buildTable(layer, rows, 1, null));
          const again = toFilter(toFormFilter(filter, layer), layer);
          expect(compileFilter(again!)(snapshot)).toEqual(compileFilter(filter)(snapshot));
        }),
        { numRuns: 40 },
      );
  });
});

describe("reading a text", () => {
  test.each<[string, string, Condition]>([
    ["severity = 'fatal'", "severity", { control: "values", values: ["fatal"], unknown: false }],
    [
      "severity = 'fatal' OR severity IS NULL OR severity IN ('injury', 'fatal')",
      "severity",
      { control: "values", values: ["fatal", "injury"], unknown: true },
    ],
    ["deaths BETWEEN 1 AND 3", "deaths", { control: "range", from: 1, to: 3, unknown: false }],
    ["deaths >= 1 AND deaths <= 3", "deaths", { control: "range", from: 1, to: 3, unknown: false }],
    // Bounds in the wrong order take nothing, as in the language; while the second one is being typed they are often so.
    ["deaths BETWEEN 3 AND 1", "deaths", { control: "range", from: 3, to: 1, unknown: false }],
    ["deaths = 2", "deaths", { control: "range", from: 2, to: 2, unknown: false }],
    ["deaths IS NULL OR deaths >= 1", "deaths", { control: "range", from: 1, to: null, unknown: true }],
    ["deaths IS NULL", "deaths", { control: "range", from: null, to: null, unknown: true }],
    [
      "happenedAt <= DATE('2024-03-05')",
      "happenedAt",
      { control: "days", from: null, to: "2024-03-05", unknown: false },
    ],
    ["roadName LIKE '%50\\%%'", "roadName", { control: "contains", part: "50%" }],
  ])("%s is a condition of the form", (text, property, condition) => {
    expect(read(text)).toEqual({ conditions: { [property]: condition }, rest: [] });
  });

  test.each([
    "deaths > 1",
    "NOT deaths = 1",
    "deaths = 1 OR injuries = 1",
    "deaths = 1 OR deaths = 3",
    "happenedAt >= TIMESTAMP('2024-03-05T07:05')",
    "roadName LIKE 'G1%'",
    "roadName LIKE '%a_b%'",
    "roadName = '科尔沁路'",
    "severity <> 'damage'",
  ])("%s is kept as text", (text) => {
    expect(read(text)).toEqual({ conditions: {}, rest: [parseFilter(text, accidents)] });
    expect(write(read(text))).toBe(formatFilter(parseFilter(text, accidents)));
  });

  test("the form takes what it can and keeps the rest, also a second condition on one property", () => {
    const form = read("deaths >= 1 AND severity = 'fatal' AND severity = 'injury' AND deaths >= 2");
    expect(Object.keys(form.conditions)).toEqual(["deaths", "severity"]);
    expect(form.rest.map(formatFilter)).toEqual(["severity = 'injury'", "deaths >= 2"]);
  });

  test("a personal attribute has no field", () => {
    for (const layer of LAYERS)
      for (const { property, attribute } of formFields(layer)) {
        expect(attribute?.personal ?? false).toBe(false);
        expect(() => parseFilter(`"${property}" IS NULL`, layer)).not.toThrow();
      }
  });
});

describe("changing a form", () => {
  test("sets one condition and leaves the others and the rest", () => {
    const form = read("deaths >= 1 AND roadName LIKE 'G1%'");
    const changed = withCondition(form, "severity", { control: "values", values: ["fatal"], unknown: true });
    expect(write(changed)).toBe("(severity IN ('fatal') OR severity IS NULL) AND deaths >= 1 AND roadName LIKE 'G1%'");
    expect(write(withCondition(changed, "severity", null))).toBe(write(form));
  });

  test("a condition that asks for nothing is none", () => {
    const nothing: Condition[] = [
      { control: "values", values: [], unknown: false },
      { control: "range", from: null, to: null, unknown: false },
      { control: "days", from: null, to: null, unknown: false },
      { control: "contains", part: "" },
    ];
    for (const condition of nothing) expect(withCondition(read("deaths = 1"), "deaths", condition)).toEqual(NO_FILTER);
    expect(toFilter(NO_FILTER, accidents)).toBeNull();
  });

  test("yes, no and unknown are three answers", () => {
    const form = withCondition(NO_FILTER, "altered", { control: "values", values: [true], unknown: true });
    expect(write(form, houses)).toBe("altered IN (TRUE) OR altered IS NULL");
    expect(read("altered = FALSE", houses).conditions.altered).toEqual({
      control: "values",
      values: [false],
      unknown: false,
    });
  });
});

test("a filter of every kind keeps its tree in the rest", () => {
  const odd: Filter = parseFilter("NOT (deaths = 1 OR severity = 'fatal')", accidents);
  expect(toFilter(toFormFilter(odd, accidents), accidents)).toEqual(odd);
});
