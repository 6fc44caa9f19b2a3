import { describe, expect, test } from "vitest";
import type { Attribute } from "#data/layers/define.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { readNumber, readTime, readValue } from "../../../server/intake/read-value.ts";

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

test("a code that the list has not is said, with the list", () => {
  const read = readValue("severity", attributeOf("accidents", "severity"), "Awful");
  expect(read).toEqual({ reason: "not-a-code", allowed: "fatal, injury, damage" });
});

test.each([null, undefined, "", "  ", "-", "—", "N/A", "null", "无数据", "NaN"])("%j is nothing", (delivered) => {
  expect(readValue("deaths", attributeOf("accidents", "deaths"), delivered)).toEqual({ value: null });
});

describe("numbers", () => {
  test.each([
    ["1,234.5", 1234.5],
    ["１２．５", 12.5],
    ["+.5", 0.5],
    ["-0", -0],
    ["1e3", 1000],
    ["300mm", 300],
    ["300 mm", 300],
  ])("%j is %d", (text, number) => {
    expect(readNumber(text, "mm")).toBe(number);
  });

  test.each(["", "12 m", "1,23", "1.2.3", "0x10", "Infinity", "1_000", "12abc", "三"])("%j is none", (text) => {
    expect(readNumber(text, "mm")).toBeNull();
  });

  test("out of range, or not whole, are said with what is allowed", () => {
    const deaths = attributeOf("accidents", "deaths");
    expect(readValue("deaths", deaths, "501")).toEqual({ reason: "out-of-range", allowed: "0…500 人" });
    expect(readValue("deaths", deaths, "1.5")).toMatchObject({ reason: "type" });
    expect(readValue("deaths", deaths, "two")).toMatchObject({ reason: "type" });
    expect(readValue("deaths", deaths, 3)).toEqual({ value: 3 });
  });
});

describe("times", () => {
  test.each([
    ["2007-01-05 05:00", "2007-01-05T05:00"],
    ["2024-03-05T07:05:59.123", "2024-03-05T07:05"],
    ["2024/3/5 7:05", "2024-03-05T07:05"],
    ["2024.3.5", "2024-03-05T00:00"],
    ["2024年3月5日 7时5分", "2024-03-05T07:05"],
    ["2024年3月5日7点05", "2024-03-05T07:05"],
    ["20240305", "2024-03-05T00:00"],
    ["20240305 07:05", "2024-03-05T07:05"],
    ["２０２４-03-05", "2024-03-05T00:00"],
  ])("%j is %s", (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  test.each([
    "",
    "yesterday",
    "05/03/2024",
    "2024-03",
    "2024-03-05 noon",
    "45356",
    "2024-03-05 07:05 PM",
  ])("%j is none", (text) => {
    expect(readTime(text)).toBeNull();
  });

  test("a day or an hour that does not exist is said", () => {
    const happenedAt = attributeOf("accidents", "happenedAt");
    for (const text of ["2023-02-29", "2024-13-01", "2024-03-05 25:00"])
      expect(readValue("happenedAt", happenedAt, text), text).toMatchObject({ reason: "not-a-date" });
    const servicedOn = attributeOf("water-sources", "servicedOn");
    expect(readValue("servicedOn", servicedOn, "2024/3/5 7:05")).toEqual({ value: "2024-03-05" });
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

test("substances are read from JSON, and anything else is said", () => {
  const substances = attributeOf("hazard-sources", "substances");
  const list = [{ name: "液氨", tonnes: 12 }];
  expect(readValue("substances", substances, JSON.stringify(list))).toEqual({ value: list });
  expect(readValue("substances", substances, list)).toEqual({ value: list });
  expect(readValue("substances", substances, "液氨 12 t")).toMatchObject({ reason: "type" });
});

test("a personal value that cannot be read is not repeated", () => {
  const parties = attributeOf("accidents", "parties");
  const read = readValue("parties", parties, "张三13900001111".repeat(1000));
  expect(read).toMatchObject({ reason: "too-long" });
  expect(JSON.stringify(read)).not.toContain("张三");
});
