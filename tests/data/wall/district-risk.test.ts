import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFilter } from "#data/layers/filter.ts";
import { getLayer } from "#data/layers/index.ts";
import { countColors, gradeDistricts, PROPOSED_REASONS } from "#data/wall/district-risk.ts";
import { rowsOfDistrict } from "#data/wall/district-rows.ts";
import { makeSnapshot, point, polygon, type Row } from "../../support/make-snapshot.ts";

const AT = point(122.26, 43.62);
const AREA = polygon([122.2, 43.6], [122.3, 43.6], [122.3, 43.7]);

const districts = makeSnapshot(
  "districts",
  ["N1", "N2", "N3"].map((code) => ({ geometry: AREA, code, name: code })),
);
const inDistrict = (districtCode: string | null, attributes: Row["attributes"] = {}): Row => ({
  geometry: AT,
  districtCode,
  attributes,
});

test.each(PROPOSED_REASONS)("$id asks its ledger what it has", ({ layer, filter }) => {
  expect(() => parseFilter(filter, getLayer(layer))).not.toThrow();
});

test("one grave thing colours a district more than many small ones", () => {
  const layers = new Map([
    ["districts", districts],
    ["hazard-sources", makeSnapshot("hazard-sources", [inDistrict("N2", { level: "1" })])],
    [
      "water-sources",
      makeSnapshot(
        "water-sources",
        Array.from({ length: 9 }, () => inDistrict("N1", { state: "broken" })),
      ),
    ],
  ]);
  const { districts: graded, withoutDistrict } = gradeDistricts(layers);
  expect(graded.map(({ code, color }) => [code, color])).toEqual([
    ["N2", 1],
    ["N1", 3],
    ["N3", null],
  ]);
  expect(graded[1]!.counts).toContainEqual({ reason: "water-unusable", count: 9 });
  expect(withoutDistrict).toBe(0);
});

test("a district that has a code of the register of districts is found by it", () => {
  const numbered = makeSnapshot("districts", [
    { geometry: AREA, code: "D-1", districtCode: "150500001", name: "河西" },
  ]);
  const sources = makeSnapshot("hazard-sources", [inDistrict("150500001", { level: "3" })]);
  const { districts: graded } = gradeDistricts(
    new Map([
      ["districts", numbered],
      ["hazard-sources", sources],
    ]),
  );
  expect(graded).toMatchObject([{ code: "150500001", name: "河西", color: 2 }]);
});

test("what stands in no district of the map is counted apart, not dropped", () => {
  const sources = [inDistrict(null, { level: "1" }), inDistrict("elsewhere", { level: "2" }), inDistrict("N1", {})];
  const { districts: graded, withoutDistrict } = gradeDistricts(
    new Map([
      ["districts", districts],
      ["hazard-sources", makeSnapshot("hazard-sources", sources)],
    ]),
  );
  expect(withoutDistrict).toBe(2);
  expect(graded.every(({ color }) => color === null)).toBe(true);
});

test("a zone without districts has none to colour", () => {
  expect(gradeDistricts(new Map())).toEqual({ districts: [], withoutDistrict: 0 });
});

test("what is listed for a district is what colours it", () => {
  const features = fc.array(
    fc.record({
      district: fc.constantFrom("N1", "N2", "N3", "elsewhere", null),
      level: fc.constantFrom("1", "2", "3", "4", "none"),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(features, (each) => {
      const rows = each.map(({ district, level }) => inDistrict(district, { level }));
      const layers = new Map([
        ["districts", districts],
        ["hazard-sources", makeSnapshot("hazard-sources", rows)],
      ]);
      const { districts: graded, withoutDistrict } = gradeDistricts(layers);
      const counted = (code: string | null) =>
        rowsOfDistrict(layers, code).map(({ reason, rows: listed }) => ({ reason: reason.id, count: listed.length }));
      for (const { code, counts } of graded) expect(counted(code)).toEqual(counts.filter(({ count }) => count > 0));
      expect(counted(null).reduce((sum, { count }) => sum + count, 0)).toBe(withoutDistrict);
    }),
  );
});

test("districts that find no room on a screen are counted by colour, the gravest first", () => {
  const colors = [null, 3, 1, 3, null, null] as const;
  expect(countColors(colors.map((color) => ({ color })))).toEqual([
    { color: 1, count: 1 },
    { color: 3, count: 2 },
    { color: null, count: 3 },
  ]);
  expect(countColors([])).toEqual([]);
});
