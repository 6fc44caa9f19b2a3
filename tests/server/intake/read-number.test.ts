import fc from "fast-check";
import { expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { parseNumber } from "../../../server/intake/read-number.ts";

test.each([
  ["1,234.5", "mm", 1234.5],
  ["１２．５", "mm", 12.5],
  ["１，２３４", "mm", 1234],
  ["+.5", "mm", 0.5],
  ["-0", "mm", -0],
  ["1e3", "mm", 1000],
  [" 300mm ", "mm", 300],
  ["300 毫米", "mm", 300],
  ["431234.5米", "m", 431234.5],
  ["85㎡", "m²", 85],
  ["85平方米", "m²", 85],
  ["15l/s", "L/s", 15],
  ["0.3兆帕", "MPa", 0.3],
  ["12", undefined, 12],
])("%j in %s is %d", (text, unit, number) => {
  expect(parseNumber(text, unit)).toEqual({ number });
});

test.each([
  "",
  "1,23,456",
  "1.2.3",
  "0x10",
  "Infinity",
  "1_000",
  "三",
  "约5",
  ">5",
  "5-6",
  "m",
])("%j is none", (text) => {
  expect(parseNumber(text, "m")).toEqual({ reason: "not-a-number" });
});

test.each([
  ["12,5", "12.5"],
  ["1.234,5", "1234.5"],
  ["12，5 m", "12.5"],
  ["0,1234", "0.1234"],
])("%j has a decimal comma and may be %s", (text, mended) => {
  expect(parseNumber(text, "m")).toEqual({ reason: "decimal-comma", mended });
});

test.each([
  ["5km", "m", "5000"],
  ["1.5公里", "m", "1500"],
  ["30 cm", "mm", "300"],
  ["300 kPa", "MPa", "0.3"],
  ["36m3/h", "L/s", "10"],
  ["250公斤", "t", "0.25"],
  ["3.7万元", "元", "37000"],
  ["12 寸", "mm", null],
  ["12abc", "mm", null],
])("%j has another unit than %s and may be %s", (text, unit, mended) => {
  expect(parseNumber(text, unit)).toEqual({ reason: "other-unit", mended });
});

test("without a unit nothing may stand behind a number", () => {
  expect(parseNumber("5 m")).toEqual({ reason: "not-a-number" });
});

test("each layer's own units are read, and the number before them is the very same", () => {
  const units = LAYERS.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((each) => ("unit" in each && each.unit ? [each.unit] : [])),
  );
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (unit, drawn) => {
      const number = drawn === 0 ? 0 : drawn; // -0 is written as 0
      expect(parseNumber(`${number}${unit}`, unit)).toEqual({ number });
      expect(parseNumber(`${number} ${unit}`, unit)).toEqual({ number });
    }),
  );
});
