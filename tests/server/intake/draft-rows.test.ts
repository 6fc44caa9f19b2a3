import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { fromWkb } from "#data/geodesy/wkb.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { getLayer } from "#data/layers/index.ts";
import { findDatum } from "../../../server/intake/datum.ts";
import { draftRows } from "../../../server/intake/draft-rows.ts";
import { mapColumns } from "../../../server/intake/mapping.ts";
import { SECRET } from "../../support/drafts.ts";

type Fields = Record<string, unknown>;

/** Rows as a file with one line each would give them, from line 2 on. */
function draft(layer: LayerDefinition, rows: Fields[], { datum = "wgs84", merge = false, wanted = {} } = {}) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const mapping = mapColumns(layer, columns, new Map(Object.entries(wanted)));
  const delivered = rows.map(({ geometry = null, ...fields }, i) => ({
    place: i + 2,
    fields,
    geometry: geometry as Geometry | null,
  }));
  return draftRows(delivered, { layer, mapping, datum: findDatum(datum), source: "交警支队" }, merge);
}

const houses = getLayer("houses");
const accidents = getLayer("accidents");
const at = { lon: "122.26", lat: "43.62" };

test("a row becomes a draft: standard columns, attributes, source", () => {
  const { drafts, refused, emptied } = draft(houses, [
    {
      房屋编码: " H1 ",
      名称: "北门 1 号",
      ...at,
      鉴定等级: "D",
      居住人数: "4",
      数据日期: "2026/3/1",
      定位误差: "2.5 m",
    },
  ]);
  expect({ refused, emptied }).toEqual({ refused: [], emptied: [] });
  expect(drafts).toEqual([
    {
      code: "H1",
      name: "北门 1 号",
      geometry: { type: "Point", coordinates: [122.26, 43.62] },
      attributes: { grade: "D", people: 4 },
      positionErrorM: 2.5,
      districtCode: null,
      source: "交警支队",
      observedOn: "2026-03-01",
    },
  ]);
});

describe("a refused row is named by line, code, column and value, with the reason and what is allowed", () => {
  test.each([
    [
      { code: "A", lon: "122.26", lat: "" },
      { column: "lat", value: null, reason: "no position", allowed: "a number" },
    ],
    [
      { code: "A", lon: "east", lat: "43" },
      { column: "lon", value: "east", reason: "not a number", allowed: "a number" },
    ],
    [
      { code: "A", lon: "43.62", lat: "122.26" },
      { column: "lon", value: "43.62, 122.26", reason: "off the earth: longitude and latitude may be swapped" },
    ],
    [
      { code: "A", lon: "200", lat: "43" },
      { value: "200, 43", reason: "off the earth", allowed: expect.stringContaining("180") },
    ],
    [
      { code: "A", ...at, 定位误差: "far" },
      { column: "定位误差", value: "far", reason: "is out of range", allowed: "≥ 0 m" },
    ],
    [
      { code: "A", ...at, 数据日期: "spring" },
      { column: "数据日期", value: "spring", reason: "is not a date", allowed: "YYYY-MM-DD" },
    ],
    [
      { code: "A", ...at, name: "x\0y" },
      { column: "name", value: null, reason: expect.stringContaining("U+0000") },
    ],
    [
      { code: "A".repeat(101), ...at },
      { column: "code", reason: "is too long", allowed: "≤ 100" },
    ],
  ])("%j", (row, remark) => {
    const { drafts, refused } = draft(houses, [{ code: "fine", ...at }, row]);
    expect(drafts).toHaveLength(1);
    expect(refused).toEqual([expect.objectContaining({ row: 3, code: row.code, ...remark })]);
  });

  test("another kind of shape", () => {
    const line = {
      type: "LineString",
      coordinates: [
        [122, 43],
        [122.1, 43],
      ],
    };
    expect(draft(accidents, [{ code: "A", geometry: line }]).refused).toMatchObject([
      { column: "geometry", value: "LineString", reason: "is another kind of shape", allowed: "Point, MultiPoint" },
    ]);
  });

  test("positions that are none", () => {
    for (const coordinates of [[], ["a", "b"], [null, 1], [122]]) {
      const { drafts, refused } = draft(accidents, [{ code: "A", geometry: { type: "Point", coordinates } }]);
      expect({ drafts, refused }, JSON.stringify(coordinates)).toMatchObject({ drafts: [], refused: [{ code: "A" }] });
    }
    const deep = { type: "Polygon", coordinates: [122, 43] };
    expect(draft(getLayer("buildings"), [{ code: "A", geometry: deep }]).refused).toMatchObject([
      { reason: "positions that are no pairs of numbers" },
    ]);
  });
});

test("a value that cannot be read is left out and named; its row comes in", () => {
  const { drafts, emptied } = draft(houses, [{ code: "A", ...at, 鉴定等级: "E", 人数: "-3", 用途: "" }]);
  expect(drafts[0]!.attributes).toEqual({});
  expect(emptied).toEqual([
    {
      row: 2,
      code: "A",
      column: "鉴定等级",
      value: "E",
      reason: "is not in the list of codes",
      allowed: expect.stringContaining("D, C"),
    },
    {
      row: 2,
      code: "A",
      column: "人数",
      value: "-3",
      reason: "is out of range",
      allowed: expect.stringContaining("0"),
    },
  ]);
});

test("no remark repeats a personal value", () => {
  const owner = SECRET.repeat(500);
  const outcome = draft(houses, [
    { code: "A", ...at, 户主: owner },
    { code: "B", lon: "x", lat: "y", 户主: owner },
    { code: "C", ...at, 户主: `${SECRET}\0` },
  ]);
  expect(outcome.emptied).toMatchObject([{ column: "户主", value: null, reason: "is too long" }]);
  expect(outcome.refused).toHaveLength(2);
  expect(JSON.stringify([outcome.refused, outcome.emptied, outcome.mended])).not.toContain("张三");
});

describe("codes", () => {
  test("a doubled one keeps the later row out and names the earlier", () => {
    const { drafts, refused } = draft(houses, [
      { code: "A", ...at },
      { code: "B", ...at },
      { code: " A", ...at },
    ]);
    expect(drafts.map(({ code }) => code)).toEqual(["A", "B"]);
    expect(refused).toMatchObject([{ row: 4, code: "A", column: "code", reason: "is the code of row 2 already" }]);
  });

  test("a refused row does not keep its code from a later one", () => {
    const { drafts } = draft(houses, [
      { code: "A", lon: "x", lat: "y" },
      { code: "A", ...at },
    ]);
    expect(drafts.map(({ code }) => code)).toEqual(["A"]);
  });

  test("are made up from what a row says: the same for the same row, others for others, wherever they stand", () => {
    const [one, two] = [
      { name: "one", ...at },
      { name: "two", ...at },
    ];
    const codesOf = (rows: Fields[]) => draft(houses, rows).drafts.map(({ code }) => code);
    const [first, second, again] = codesOf([one, two, one]);
    expect(new Set([first, second, again]).size).toBe(3);
    expect(codesOf([two, one, one])).toEqual([second, first, again]);
  });
});

describe("rows of one crash, one for each person in it", () => {
  const person = (over: Fields) => ({ ACCNUM: "7", LATITUDE: "43.6", LONGITUDE: "-79.4", ...over });

  test("merge into one feature with the worst grade and what the others do not contradict", () => {
    const rows = [
      person({ INJURY: "None", WEATHER: "Rain" }),
      person({ INJURY: "Fatal", WEATHER: "Snow", ROAD_CONDITION: "Wet" }),
      person({ INJURY: "Major" }),
      person({ INJURY: "" }),
      person({ ACCNUM: "8", INJURY: "Minor" }),
    ];
    const { drafts, merged, refused } = draft(accidents, rows, { merge: true });
    expect({ merged, refused }).toEqual({ merged: 3, refused: [] });
    expect(drafts.map(({ code, attributes }) => [code, attributes])).toEqual([
      ["7", { severity: "fatal", weather: "rain", surface: "wet" }],
      ["8", { severity: "injury" }],
    ]);
  });

  test("without being asked, only the first comes in", () => {
    const { drafts, refused } = draft(accidents, [person({ INJURY: "None" }), person({ INJURY: "Fatal" })]);
    expect(drafts[0]!.attributes.severity).toBe("damage");
    expect(refused).toHaveLength(1);
  });
});

test("a delivery in another datum comes in as WGS84, and keeps its own positions beside", () => {
  const [row] = draft(houses, [{ code: "A", x: "500000", y: "4984944.378" }], { datum: "EPSG:4550" }).drafts;
  const { coordinates } = row!.geometry as { coordinates: number[] };
  expect(coordinates[0]).toBeCloseTo(123, 9);
  expect(coordinates[1]).toBeCloseTo(45, 7);
  expect(row!.sourceDatum).toBe("EPSG:4550");
  expect(fromWkb(row!.sourceGeometry!)).toEqual({ type: "Point", coordinates: [500000, 4984944.378] });
  const [plain] = draft(houses, [{ code: "A", ...at }], { datum: "cgcs2000" }).drafts;
  expect(plain).not.toHaveProperty("sourceGeometry");
});

test("a shape that had to be mended is named", () => {
  const coordinates = [
    [
      [122, 43],
      [122.001, 43.001],
      [122.001, 43],
      [122, 43.001],
      [122, 43],
    ],
  ];
  const { drafts, mended } = draft(getLayer("buildings"), [{ code: "A", geometry: { type: "Polygon", coordinates } }]);
  expect(drafts).toHaveLength(1);
  expect(mended).toMatchObject([
    { row: 2, code: "A", column: "geometry", reason: expect.stringContaining("crosses itself") },
  ]);
});
