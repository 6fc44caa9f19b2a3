import { describe, expect, test } from "vitest";
import { CAMPAIGN, getTarget, TARGETS } from "#data/campaign/library.ts";
import { findMeasure, MEASURES } from "#data/campaign/measures/index.ts";
import { neededData } from "#data/campaign/needed-data.ts";
import { NOT_MEASURED_BECAUSE } from "#data/campaign/unmeasured.ts";
import { SECTORS } from "#data/layers/codes.ts";
import { findLayer } from "#data/layers/index.ts";

const countBy = <Row>(rows: readonly Row[], key: (row: Row) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
};

test("all 22 plans and their 298 targets come in", () => {
  expect(CAMPAIGN.sectors.map(({ number, targets }) => [number, targets.length])).toEqual([
    [1, 3],
    [2, 13],
    [3, 9],
    [4, 2],
    [5, 3],
    [6, 12],
    [7, 15],
    [8, 13],
    [9, 9],
    [10, 17],
    [11, 12],
    [12, 12],
    [13, 24],
    [14, 16],
    [15, 18],
    [16, 23],
    [17, 8],
    [18, 6],
    [19, 24],
    [20, 10],
    [21, 4],
    [22, 45],
  ]);
  expect(countBy(TARGETS, ({ basis }) => basis)).toEqual({ stated: 198, implied: 79, direction: 21 });
  expect(countBy(TARGETS, ({ due }) => due?.precision ?? "none")).toEqual({
    none: 125,
    "year-end": 93,
    "in-year": 53,
    "month-end": 14,
    "campaign-end": 12,
    day: 1,
  });
});

test("the plans are those that the ledgers file their units under", () => {
  expect(CAMPAIGN.sectors.map(({ number, title }) => [String(number), title.zh])).toEqual(
    SECTORS.map(({ code, title }) => [code, title.zh]),
  );
});

test("has the dates that the plans name", () => {
  expect(getTarget("s06-house-campaign-complete")).toMatchObject({
    due: { day: "2025-06-30", precision: "month-end" },
    basis: "implied",
    clause: "(三)2",
  });
  expect(getTarget("s12-phase-mobilise").due).toEqual({ day: "2024-03-30", precision: "day" });
  expect(getTarget("s02-black-spots-listed-yearly").period).toEqual({ months: 12 });
  expect(getTarget("s16-weekly-screening").period).toEqual({ days: 7 });
  expect(() => getTarget("s99-nothing")).toThrow("no target s99-nothing");
});

test("explains only what a target names", () => {
  expect([...CAMPAIGN.subjects.keys()].sort()).toEqual(
    [...new Set(TARGETS.flatMap(({ subjects }) => subjects))].sort(),
  );
  expect([...CAMPAIGN.columns.keys()].sort()).toEqual([...new Set(TARGETS.flatMap(({ needs }) => needs))].sort());
});

describe("columns", () => {
  test.each([...CAMPAIGN.columns.values()].map((column) => [column.id, column] as const))("%s", (_, column) => {
    const { layer, layerTitle } = neededData(column);
    expect(layerTitle.zh).not.toBe("");
    if (column.attribute === undefined) return;
    const attribute = findLayer(layer)?.attributes[column.attribute];
    expect(attribute, "is kept").toBeDefined();
    expect(attribute?.personal, "reaches the snapshot").not.toBe(true);
  });
});

test("a target is measured, or lacks a column, or says why it is not", () => {
  const unexplained = TARGETS.filter(({ id, needs }) => {
    if (findMeasure(id) || NOT_MEASURED_BECAUSE[id]) return false;
    return needs.every((column) => CAMPAIGN.columns.get(column)!.attribute !== undefined);
  });
  expect(unexplained).toEqual([]);
  for (const id of Object.keys(NOT_MEASURED_BECAUSE)) {
    expect(findMeasure(getTarget(id).id), id).toBeUndefined();
    for (const column of getTarget(id).needs) expect(CAMPAIGN.columns.get(column)!.attribute, id).toBeDefined();
  }
});

describe.each(MEASURES.map((measure) => [measure.target, measure] as const))("%s", (id, measure) => {
  const target = getTarget(id);

  test("is measured once, in words of both languages", () => {
    expect(MEASURES.filter(({ target }) => target === id)).toHaveLength(1);
    expect(measure.reading.zh).toMatch(/\p{Script=Han}/u);
    expect(measure.reading.en).not.toMatch(/\p{Script=Han}/u);
    expect(findLayer(measure.layer)).toBeDefined();
  });

  test("has a window when it is a frequency, and a frequency has no last day", () => {
    expect(measure.window !== undefined).toBe(target.period !== null);
    if (target.period) expect(target.due).toBeNull();
  });

  test("counts what its goal can be held against", () => {
    if (measure.counts === "share") return;
    expect(target.goal?.value, "a number of features").toBeTypeOf("number");
    expect(measure.counts === "unmet").toBe(target.goal?.value === 0);
  });
});
