import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePosition } from "#data/snapshot/parse-position.ts";

const HERE: [number, number] = [122.26, 43.62];

test.each([
  "122.26,43.62",
  "122.26, 43.62",
  "122.26 43.62",
  "１２２．２６，４３．６２",
  "122.26、43.62",
  "122.26;43.62",
  "43.62,122.26",
  "43.62N 122.26E",
  "N43.62 E122.26",
  "e 122.26 n 43.62",
  "43.62°N, 122.26°E",
  "北纬43.62 东经122.26",
  "东经122.26度，北纬43.62度",
  "经度：122.26 纬度：43.62",
  "lat 43.62, lon 122.26",
  "lng=122.26 lat=43.62",
  "[122.26, 43.62]",
  "(43.62, 122.26)",
])("reads %s", (text) => {
  expect(parsePosition(text)).toEqual([HERE]);
});

test.each([
  `43°37'12"N 122°15'36"E`,
  `122°15'36"E, 43°37'12"N`,
  "43° 37′ 12″ N 122° 15′ 36″ E",
  "43°37’12”N 122°15’36”E",
  "43º37'12''N 122º15'36''E",
  "43°37′12′′, 122°15′36′′",
  "北纬43°37′12″ 东经122°15′36″",
  "东经122度15分36秒，北纬43度37分12秒",
  "43°37.2'N 122°15.6'E",
  "N 43°37.2' E 122°15.6'",
])("reads %s as degrees, minutes and seconds", (text) => {
  const [only, ...others] = parsePosition(text);
  expect(others).toEqual([]);
  expect(only![0]).toBeCloseTo(122.26, 10);
  expect(only![1]).toBeCloseTo(43.62, 10);
});

test("offers both orders where two bare numbers allow both, longitude first", () => {
  expect(parsePosition("10.5, 50.25")).toEqual([
    [10.5, 50.25],
    [50.25, 10.5],
  ]);
  expect(parsePosition("45,45")).toEqual([[45, 45]]);
});

test("takes one letter for both ordinates", () => {
  expect(parsePosition("50.25N 10.5")).toEqual([[10.5, 50.25]]);
  expect(parsePosition("50.25 10.5W")).toEqual([[-10.5, 50.25]]);
});

test("knows the south and the west, by sign or by letter", () => {
  for (const text of ["-70.5,-33.25", "33.25S 70.5W", "南纬33.25 西经70.5", "-33.25S -70.5W"])
    expect(parsePosition(text)[0]).toEqual([-70.5, -33.25]);
});

test.each([
  "",
  " ",
  ",",
  "122.26",
  "122.26,",
  "181,43.62",
  "122.26,95",
  "122.26,43.62,7",
  "43.62N 44N",
  "N43.62N 122.26E",
  `43°60'N 122°E`,
  `43°37'60"N 122°E`,
  "43.62°37'N 122.26°Q",
  "G111 K812+300",
  "1,234,567",
  "建国路 12 号",
  "NaN,NaN",
  "Infinity,0",
  "1e2,3e1",
])("takes %j for no position", (text) => {
  expect(parsePosition(text)).toEqual([]);
});

test("reads back what it would print, anywhere on the earth", () => {
  const lons = fc.integer({ min: -180_000_000, max: 180_000_000 }).map((micro) => micro / 1e6);
  const lats = fc.integer({ min: -90_000_000, max: 90_000_000 }).map((micro) => micro / 1e6);
  fc.assert(
    fc.property(lons, lats, (lon, lat) => {
      expect(parsePosition(`${lon},${lat}`)[0]).toEqual([lon, lat]);
      const letters = `${Math.abs(lat)}${lat < 0 ? "S" : "N"} ${Math.abs(lon)}${lon < 0 ? "W" : "E"}`;
      const [read] = parsePosition(letters);
      expect(Math.abs(read![0] - lon) + Math.abs(read![1] - lat)).toBe(0);
    }),
  );
});

test("never throws and never leaves the earth, whatever is typed", () => {
  const scraps = fc
    .array(fc.constantFrom("N", "E", "43", "122", ".", ",", " ", "°", "'", '"', "-", "北纬", "度", "′", "1", "9"), {
      maxLength: 30,
    })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(scraps, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
      for (const [lon, lat] of parsePosition(text))
        expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, `${lon} ${lat}`).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(parsePosition("1 ".repeat(200_000))).toEqual([]);
});
