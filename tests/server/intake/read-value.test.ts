import { describe, expect, test } from "vitest";
import type { Attribute } from "#data/layers/define.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { readValue } from "../../../server/intake/read-value.ts";

const attributeOf = (layer: string, id: string): Attribute => getLayer(layer).attributes[id]!;

const codes = LAYERS.flatMap((layer) =>
  Object.entries(layer.attributes).flatMap(([id, attribute]) =>
    attribute.type === "code" ? [[`${layer.id}.${id}`, id, attribute] as const] : [],
  ),
);
test.each(codes)("%s: each code reads as itself, and each title as its code", (_, id, attribute) => {
  for (const { code, title } of attribute.values) {
    expect(readValue(id, attribute, code)).toEqual({ value: code });
    expect(readValue(id, attribute, ` ${title.en.toUpperCase()} `)).toEqual({ value: code });
    expect(readValue(id, attribute, title.zh)).toEqual({ value: code });
  }
});

test.each([
  ["Fatal", "fatal"],
  ["Major", "injury"],
  ["Minor", "injury"],
  ["Minimal", "injury"],
  ["None", "damage"],
])("an INJURY of %s is %s", (delivered, code) => {
  expect(readValue("severity", attributeOf("accidents", "severity"), delivered)).toEqual({ value: code });
});

describe("a code that the list has not", () => {
  const severity = attributeOf("accidents", "severity");
  const risk = attributeOf("enterprises", "risk");

  test("is said, with the list", () => {
    expect(readValue("severity", severity, "Awful")).toEqual({
      reason: "not-a-code",
      allowed: "fatal, injury, damage",
    });
  });

  test.each([
    ["Fatl", severity, "死亡事故"],
    ["死忙事故", severity, "死亡事故"],
    ["伤人交通事故", severity, "伤人事故"],
    ["重火风险", risk, "重大风险(红)"],
    ["较大安全风险", risk, "较大风险(橙)"],
    ["红色预警", risk, "重大风险(红)"],
    ["ＲＥＤ!", risk, "重大风险(红)"],
  ])("is offered the nearest one: %s", (delivered, attribute, text) => {
    const read = readValue("x", attribute, delivered);
    expect(read).toMatchObject({ reason: "not-a-code", fix: { kind: "nearest-code", text } });
    // What is offered is accepted, and a mistake that is made again gets the same answer.
    expect(readValue("x", attribute, text)).toHaveProperty("value");
    expect(readValue("x", attribute, delivered)).toEqual(read);
  });

  test.each([
    "紫",
    "甲乙丙丁",
    "风险",
    "unknown",
    "?",
  ])("is offered none when none is near, or two are: %s", (delivered) => {
    expect(readValue("risk", risk, delivered)).not.toHaveProperty("fix");
  });
});

test.each([null, undefined, "", "  ", "-", "—", "N/A", "null", "无数据", "NaN"])("%j is nothing", (delivered) => {
  expect(readValue("deaths", attributeOf("accidents", "deaths"), delivered)).toEqual({ value: null });
});

describe("numbers", () => {
  const deaths = attributeOf("accidents", "deaths");
  const pipeMm = attributeOf("water-sources", "pipeMm");
  const loss = attributeOf("accidents", "lossYuan");

  test.each([
    ["3", 3],
    [3, 3],
    ["３人", 3],
    ["3 名", 3],
    ["3.0", 3],
  ])("%j is three people", (delivered, value) => {
    expect(readValue("deaths", deaths, delivered)).toEqual({ value });
  });

  test("out of range, not whole, or none are said with what is allowed", () => {
    expect(readValue("deaths", deaths, "501")).toEqual({ reason: "out-of-range", allowed: "0…500 人" });
    expect(readValue("deaths", deaths, "1.5")).toEqual({ reason: "not-whole", allowed: "integer" });
    expect(readValue("deaths", deaths, "two")).toEqual({ reason: "not-a-number", allowed: "人" });
    expect(readValue("deaths", deaths, {})).toMatchObject({ reason: "not-a-number" });
  });

  test("a decimal comma and another unit are offered as fixes", () => {
    expect(readValue("lossYuan", loss, "1200,50")).toMatchObject({
      reason: "decimal-comma",
      fix: { kind: "decimal-comma", text: "1200.50" },
    });
    expect(readValue("lossYuan", loss, "1.2万元")).toMatchObject({
      reason: "other-unit",
      fix: { kind: "convert-unit", text: "12000" },
    });
    expect(readValue("pipeMm", pipeMm, "30cm")).toMatchObject({ fix: { kind: "convert-unit", text: "300" } });
    expect(readValue("pipeMm", pipeMm, "12寸")).toEqual({ reason: "other-unit", allowed: "mm" });
  });
});

describe("days and times", () => {
  const happenedAt = attributeOf("accidents", "happenedAt");
  const servicedOn = attributeOf("water-sources", "servicedOn");

  test("a time keeps its minutes, a day drops them", () => {
    expect(readValue("happenedAt", happenedAt, "2024/3/5 7:05")).toEqual({ value: "2024-03-05T07:05" });
    expect(readValue("servicedOn", servicedOn, "2024/3/5 7:05")).toEqual({ value: "2024-03-05" });
    expect(readValue("servicedOn", servicedOn, 45356)).toEqual({ value: "2024-03-05" });
  });

  test("the order that is stated is followed", () => {
    expect(readValue("servicedOn", servicedOn, "05/03/2024", "day-first")).toEqual({ value: "2024-03-05" });
    expect(readValue("servicedOn", servicedOn, "05/03/2024", "month-first")).toEqual({ value: "2024-05-03" });
    expect(readValue("servicedOn", servicedOn, "05/03/2024")).toEqual({
      reason: "ambiguous-date",
      allowed: "YYYY-MM-DD",
    });
  });

  test("what does not exist, or is none, is said", () => {
    expect(readValue("happenedAt", happenedAt, "2026-02-30")).toEqual({
      reason: "impossible-date",
      allowed: "YYYY-MM-DDTHH:mm",
    });
    expect(readValue("happenedAt", happenedAt, "昨天")).toMatchObject({ reason: "not-a-date" });
  });
});

test.each([
  ["是", true],
  ["TRUE", true],
  [1, true],
  ["否", false],
  ["×", false],
  [false, false],
])("%j is %s", (delivered, value) => {
  expect(readValue("truckAccess", attributeOf("water-sources", "truckAccess"), delivered)).toEqual({ value });
});

test("what is neither yes nor no is said", () => {
  expect(readValue("truckAccess", attributeOf("water-sources", "truckAccess"), "也许")).toEqual({
    reason: "not-yes-or-no",
    allowed: "是, 否",
  });
});

test("substances are read from JSON, and anything else is said", () => {
  const substances = attributeOf("hazard-sources", "substances");
  const list = [{ name: "液氨", tonnes: 12 }];
  expect(readValue("substances", substances, JSON.stringify(list))).toEqual({ value: list });
  expect(readValue("substances", substances, list)).toEqual({ value: list });
  expect(readValue("substances", substances, "液氨 12 t")).toMatchObject({ reason: "not-substances" });
  expect(readValue("substances", substances, [{ name: "" }])).toMatchObject({ reason: "not-substances" });
});

test("a personal value that cannot be read is not repeated", () => {
  const parties = attributeOf("accidents", "parties");
  const read = readValue("parties", parties, "张三13900001111".repeat(1000));
  expect(read).toMatchObject({ reason: "too-long" });
  expect(JSON.stringify(read)).not.toContain("张三");
});
