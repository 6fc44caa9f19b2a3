import type { Geometry, Point } from "geojson";
import { describe, expect, test } from "vitest";
import { fromWkb } from "#data/geodesy/wkb.ts";
import { getLayer } from "#data/layers/index.ts";
import { findDatum } from "../../../server/intake/datum.ts";
import { mapColumns } from "../../../server/intake/mapping.ts";
import { type Reading, readRow } from "../../../server/intake/read-row.ts";
import { REMARK_SENTENCES } from "../../../server/intake/remark.ts";
import { SECRET } from "../../support/drafts.ts";
import { line, point, polygon, ZONE } from "../../support/make-snapshot.ts";

type Fields = Record<string, unknown>;

interface Told extends Partial<Omit<Reading, "layer" | "mapping" | "datum">> {
  readonly layer?: string;
  readonly datum?: string;
  readonly geometry?: Geometry | null;
  readonly map?: Record<string, string>;
}

/** One row of a file with these columns, judged near the demonstration zone. */
function read(fields: Fields, told: Told = {}) {
  const { layer = "enterprises", datum = "wgs84", geometry = null, map = {}, ...rest } = told;
  const definition = getLayer(layer);
  return readRow(
    { place: 7, fields, geometry },
    {
      layer: definition,
      mapping: mapColumns(definition, Object.keys(fields), new Map(Object.entries(map))),
      datum: findDatum(datum),
      source: "test",
      dateOrder: "year-first",
      acceptedFixes: new Set(),
      edits: new Map(),
      zone: { center: ZONE, radiusM: 30_000 },
      today: "2026-11-23",
      ...rest,
    },
  );
}

const at = { 经度: "122.26", 纬度: "43.62" };
const reasonsOf = ({ remarks }: ReturnType<typeof read>) =>
  remarks.map(({ severity, reason }) => `${severity} ${reason}`);

test("a row says what it says, and nothing else", () => {
  const draft = read({
    编号: " E1 ",
    企业名称: "某厂 ",
    ...at,
    风险等级: "橙",
    从业人数: "３５人",
    地址: "",
    数据日期: "2026/3/5",
    定位误差: "5米",
    数据来源: "应急局",
    行政区划代码: 150500,
    备注: "-",
  });
  expect(draft).toEqual({
    row: 7,
    code: "E1",
    name: "某厂",
    geometry: point(122.26, 43.62),
    attributes: { risk: "orange", employees: 35, address: null },
    observedOn: "2026-03-05",
    positionErrorM: 5,
    source: "应急局",
    districtCode: "150500",
    missing: [],
    remarks: [],
  });
});

test("empty cells of the standard fields are null, or not said where there is no null", () => {
  const draft = read({ 编号: "", 名称: " ", 数据日期: "", 定位误差: null, 行政区划代码: "", 数据来源: "" });
  expect(draft).toEqual({
    row: 7,
    code: null,
    attributes: {},
    observedOn: null,
    positionErrorM: null,
    districtCode: null,
    missing: ["geometry"],
    remarks: [],
  });
});

describe("where a row is", () => {
  test.each([
    [at],
    [{ lon: 122.26, lat: 43.62 }],
    [{ 经度: "122.26°E", 纬度: "43.62°N" }],
    [{ 经度: "东经122度15分36秒", 纬度: "北纬43度37分12秒" }],
    [{ 经度: "122°15′36″E", 纬度: "43°37′12″N" }],
    [{ 经度: "122°15'36\"", 纬度: "43°37'12\"" }],
    [{ 经度: "122-15-36", 纬度: "43-37-12" }],
    [{ 经度: "122:15:36.0", 纬度: "43:37:12" }],
    [{ 经度: "１２２．２６", 纬度: "４３．６２" }],
    [{ 坐标: "122.26,43.62" }],
    [{ 坐标: "122.26 43.62" }],
    [{ 坐标: "(122.26，43.62)" }],
    [{ 坐标: "43.62,122.26" }],
    [{ 坐标: "北纬43.62 东经122.26" }],
    [{ 坐标: "122°15′36″E,43°37′12″N" }],
    [{ 坐标: "东经122度15分36秒,北纬43度37分12秒" }],
    [{ 坐标: "POINT (122.26 43.62)" }],
    [{ 坐标: [122.26, 43.62] }],
    [{ 坐标: "", 经度: "122.26", 纬度: "43.62" }],
  ])("%j", (fields) => {
    const draft = read(fields);
    expect(draft.remarks).toEqual([]);
    const [lon, lat] = (draft.geometry as Point).coordinates as [number, number];
    expect(lon).toBeCloseTo(122.26, 9);
    expect(lat).toBeCloseTo(43.62, 9);
  });

  test.each([
    ["EPSG:4529", { 横坐标: "41440269.83643", 纵坐标: "4831867.23255" }],
    ["EPSG:4550", { X坐标: "440,269.83643", Y坐标: "4831867.23255米" }],
    ["EPSG:4550", { 坐标: "440269.83643,4831867.23255" }],
    ["EPSG:4550", { lon: 440269.83643, lat: 4831867.23255 }],
    ["EPSG:4550", { 坐标: "POINT (440269.83643 4831867.23255)" }],
  ])("in %s: %j, with the delivered place kept", (datum, fields) => {
    const draft = read(fields, { datum });
    expect(draft).toMatchObject({ geometry: point(122.26, 43.62), sourceDatum: datum, remarks: [] });
    const [x, y] = (fromWkb(draft.sourceGeometry!) as Point).coordinates as [number, number];
    expect(x % 1e6).toBeCloseTo(440269.83643, 5);
    expect(y).toBe(4831867.23255);
  });

  test("surveyors' X, which points north, is known by its size, and said", () => {
    const fields = { X坐标: "4831867.23255", Y坐标: "440269.83643" };
    const draft = read(fields, { datum: "EPSG:4550" });
    expect(draft.geometry).toEqual(point(122.26, 43.62));
    expect(draft.remarks).toMatchObject([
      { severity: "notice", reason: "axes-by-size", column: "X坐标, Y坐标", detail: "440269.83643, 4831867.23255" },
    ]);
  });

  test("a geometry goes before columns; a third ordinate and quotes around numbers do not matter", () => {
    const geometry = { type: "Point", coordinates: ["122.27", "43.63", "180"] } as unknown as Geometry;
    expect(read(at, { geometry }).geometry).toEqual(point(122.27, 43.63));
  });

  test("GCJ-02 is undone and the delivered place kept", () => {
    const delivered = findDatum("gcj02").fromWgs84([122.26, 43.62]);
    const draft = read({ lon: delivered[0], lat: delivered[1] }, { datum: "gcj02" });
    expect(draft).toMatchObject({ geometry: point(122.26, 43.62), sourceDatum: "gcj02" });
    expect(fromWkb(draft.sourceGeometry!)).toEqual(point(...delivered));
  });

  test.each([
    [{ lon: 0, lat: 0 }],
    [{ lon: "0.000", lat: "0.000" }],
    [{ lon: 77.7777, lat: 77.7777 }],
    [{ lon: "122.26", lat: "77.7777" }],
    [{ lon: -1, lat: -1 }],
    [{ lon: 9999, lat: 9999 }],
    [{ lon: "-9999", lat: "43.62" }],
    [{ lon: "122.26", lat: "122.26" }],
    [{ lon: "1.22E+02", lat: "4.36E+01" }],
    [{ 坐标: "0,0" }],
  ])("%j stands for no position", (fields) => {
    const draft = read(fields);
    expect(reasonsOf(draft)).toEqual(["refusal position-sentinel"]);
    expect(draft).not.toHaveProperty("geometry");
    expect(draft.missing).toEqual(["geometry"]);
  });

  test("a corner at 0, 0 does so for the whole shape", () => {
    const geometry = polygon([122.26, 43.62], [122.27, 43.62], [0, 0]);
    expect(reasonsOf(read({}, { geometry }))).toEqual(["refusal position-sentinel"]);
  });

  test("half a position, and what is none, are refused with what was there", () => {
    expect(read({ lon: "122.26", lat: "" }).remarks).toMatchObject([
      { severity: "refusal", reason: "position-incomplete", column: "lat", value: null, fix: null },
    ]);
    expect(read({ lon: "here", lat: "43.62" }).remarks).toMatchObject([
      { severity: "refusal", reason: "position-unreadable", column: "lon", value: "here" },
    ]);
    expect(read({ 坐标: "通辽市科尔沁区" }).remarks).toMatchObject([
      { severity: "refusal", reason: "position-unreadable", value: "通辽市科尔沁区", column: "坐标" },
    ]);
  });

  test("what one column fails to say another may, and then it is only noticed", () => {
    const draft = read({ 坐标: "通辽市科尔沁区", ...at });
    expect(draft.geometry).toEqual(point(122.26, 43.62));
    expect(reasonsOf(draft)).toEqual(["notice position-unreadable"]);
  });

  test.each([
    [{ lon: "43.62", lat: "122.26" }, "refusal", { lon: "122.26", lat: "43.62" }],
    [{ lon: "43.62N", lat: "122.26E" }, "refusal", { lon: "122.26E", lat: "43.62N" }],
    [{ lon: "122,26", lat: "43,62" }, "refusal", { lon: "122.26", lat: "43.62" }],
    [{ lon: "122,261", lat: 43.62 }, "refusal", { lon: "122.261" }],
  ])("%j is refused with a fix that makes it right", (fields, severity, edits) => {
    const draft = read(fields);
    expect(draft.remarks).toMatchObject([{ severity, fix: { edits } }]);
    const { kind } = draft.remarks[0]!.fix!;
    const mended = read(fields, { acceptedFixes: new Set([kind]) });
    expect(mended.remarks).toMatchObject([{ severity: "notice", reason: "fix-applied", detail: kind, fix: null }]);
    expect((mended.geometry as Point).coordinates[1]).toBeCloseTo(43.62, 9);
    // The same by hand, cell by cell.
    expect(read(fields, { edits: new Map([[7, edits]]) })).toMatchObject({ geometry: mended.geometry, remarks: [] });
    expect(read(fields, { edits: new Map([[8, edits]]) }).remarks).toEqual(draft.remarks);
  });

  test("two accepted fixes mend one position", () => {
    const fields = { lon: "43,62", lat: "122,26" };
    const mended = read(fields, { acceptedFixes: new Set(["decimal-comma", "swap-lon-lat"] as const) });
    expect(mended.geometry).toEqual(point(122.26, 43.62));
    expect(mended.remarks.map(({ detail }) => detail)).toEqual(["decimal-comma", "swap-lon-lat"]);
  });

  test("an accepted fix leaves rows alone that did not need it", () => {
    expect(read(at, { acceptedFixes: new Set(["swap-lon-lat"] as const) }).remarks).toEqual([]);
  });

  test("a geometry with its axes swapped is mended as a whole", () => {
    const geometry = polygon([43.62, 122.26], [43.62, 122.27], [43.63, 122.27]);
    const draft = read({}, { geometry });
    expect(draft.remarks).toMatchObject([
      { severity: "refusal", reason: "lon-lat-swapped", fix: { kind: "swap-axes", edits: {} } },
    ]);
    const mended = read({}, { geometry, acceptedFixes: new Set(["swap-axes"] as const) });
    expect(reasonsOf(mended)).toEqual(["notice fix-applied"]);
    expect(mended.geometry).toMatchObject({ type: "Polygon" });
  });

  test("outside the zone is doubtful, with the distance; where the swapped place is inside, that is offered", () => {
    expect(read({ lon: 123.26, lat: 43.62 }).remarks).toMatchObject([
      { severity: "suspicion", reason: "out-of-zone", detail: "80.7 km", allowed: "≤ 30.0 km", fix: null },
    ]);
    const zone = { center: [77.2, 28.6] as const, radiusM: 20_000 };
    expect(read({ lon: 28.61, lat: 77.21 }, { zone }).remarks).toMatchObject([
      { severity: "suspicion", reason: "lon-lat-swapped", fix: { kind: "swap-lon-lat" } },
    ]);
    expect(read({ lon: 123.26, lat: 43.62 }, { zone: null }).remarks).toEqual([]);
  });

  test("exactly how far it is from the centre decides", () => {
    // 30 km along the meridian of the centre are 0.27 degrees, give or take.
    expect(read({ lon: 122.26, lat: 43.8899 }).remarks).toEqual([]);
    expect(reasonsOf(read({ lon: 122.26, lat: 43.8905 }))).toEqual(["suspicion out-of-zone"]);
    const geometry = line([122.26, 43.62], [122.26, 44.5]);
    expect(read({}, { geometry, layer: "roads" }).remarks).toEqual([]);
  });

  test("off the earth, and outside a zone, without a way back, is refused", () => {
    expect(read({ lon: 422.26, lat: 143.62 }).remarks).toMatchObject([{ reason: "off-the-earth", fix: null }]);
    expect(read({ x: 440269, y: 4831867 }, { map: { lon: "x", lat: "y" } }).remarks).toMatchObject([
      { reason: "off-the-earth" },
    ]);
    expect(read({ X坐标: 122.26, Y坐标: 43.62 }, { datum: "EPSG:4529" }).remarks).toMatchObject([
      { severity: "refusal", reason: "outside-datum", allowed: "coordinates in EPSG:4529" },
    ]);
  });
});

describe("shapes", () => {
  test("one that crosses itself is mended and said, with its area before and after", () => {
    const geometry = polygon([122.26, 43.62], [122.261, 43.621], [122.261, 43.62], [122.26, 43.621]);
    const draft = read({}, { geometry });
    expect(draft.remarks).toMatchObject([
      { severity: "notice", reason: "geometry-mended", detail: expect.stringMatching(/area .* became/) },
    ]);
    expect(draft.geometry?.type).toBe("MultiPolygon");
  });

  test("one that nobody can mend is refused by name", () => {
    const geometry = polygon([122.26, 43.62], [122.26, 43.62], [122.26, 43.62]);
    expect(read({}, { geometry }).remarks).toMatchObject([
      { severity: "refusal", reason: "geometry-invalid", value: "122.2600000, 43.6200000" },
    ]);
  });

  test("another kind than the layer's, and a collection, are refused", () => {
    expect(read({}, { geometry: line([122.26, 43.62], [122.27, 43.62]), layer: "accidents" }).remarks).toMatchObject([
      { severity: "refusal", reason: "geometry-type", value: "LineString", allowed: "Point, MultiPoint" },
    ]);
    const collection: Geometry = { type: "GeometryCollection", geometries: [point(122.26, 43.62)] };
    expect(read({}, { geometry: collection }).remarks).toMatchObject([
      { severity: "refusal", reason: "geometry-type", value: "GeometryCollection" },
    ]);
  });

  test.each([
    { type: "Point", coordinates: [] },
    { type: "Polygon", coordinates: [] },
    { type: "Polygon", coordinates: [[]] },
    { type: "MultiPolygon", coordinates: null },
  ])("an empty one says no more than none: %j", (geometry) => {
    const draft = read({ 编号: "E1" }, { geometry: geometry as unknown as Geometry });
    expect(reasonsOf(draft)).toEqual(["notice geometry-empty"]);
    expect(draft.missing).toEqual(["geometry"]);
    expect(read(at, { geometry: geometry as unknown as Geometry }).geometry).toEqual(point(122.26, 43.62));
  });

  test.each([
    { type: "Point", coordinates: ["a", "b"] },
    { type: "Point", coordinates: [122.26] },
    { type: "LineString", coordinates: [122.26, 43.62] },
    { type: "Polygon", coordinates: [[[122.26, null]]] },
    { type: "Point", coordinates: { lon: 1 } },
  ])("%j is not whole", (geometry) => {
    expect(reasonsOf(read({}, { geometry: geometry as unknown as Geometry }))).toEqual(["refusal geometry-shape"]);
  });
});

describe("road and stake", () => {
  const findStake: Reading["findStake"] = (road, stakeM) =>
    road === "G111" && stakeM === 812_300
      ? [{ position: [122.26, 43.62], road: "G111" }]
      : road === "解放路"
        ? [
            { position: [122.26, 43.62], road: "解放路" },
            { position: [122.3, 43.62], road: "解放路" },
          ]
        : [];

  test.each([
    [{ 路线: "G111", 桩号: "K812+300" }, "houses"],
    [{ 路线: "G111", 桩号: "812公里300米" }, "houses"],
    [{ 路线: "", 桩号: "G111 K812+300" }, "houses"],
    [{ 路号: "G111", 公里数: "812", 米数: "300" }, "accidents"],
    [{ 路号: "", 路名: "G111", 公里数: 812.3, 米数: "" }, "accidents"],
    [{ 路号: "G999", 路名: "G111", 公里数: 812, 米数: 300 }, "accidents"],
    [{ lon: "", lat: "", 路号: "G111", 公里数: 812, 米数: 300 }, "accidents"],
  ])("%j", (fields, layer) => {
    const draft = read(fields, { layer, findStake });
    expect(draft).toMatchObject({ geometry: point(122.26, 43.62), missing: [] });
    expect(draft.remarks.find(({ reason }) => reason === "placed-by-stake")).toMatchObject({ severity: "notice" });
    expect(draft).not.toHaveProperty("sourceGeometry");
  });

  test("help where a position stands for none, and that is said", () => {
    const draft = read({ lon: 0, lat: 0, 路号: "G111", 公里数: 812, 米数: 300 }, { layer: "accidents", findStake });
    expect(draft.geometry).toEqual(point(122.26, 43.62));
    expect(reasonsOf(draft)).toEqual(["notice position-sentinel", "notice placed-by-stake"]);
  });

  test("are not asked where there is a position", () => {
    expect(read({ ...at, 路号: "G999", 公里数: 1, 米数: 0 }, { layer: "accidents", findStake }).remarks).toEqual([]);
  });

  test.each([
    [{ 路线: "G112", 桩号: "K812+300" }, "suspicion", "stake-not-found", "G112 K812+300"],
    [{ 路线: "解放路", 桩号: "K1" }, "suspicion", "stake-ambiguous", "解放路 K1"],
    [{ 路线: "G111", 桩号: "812300" }, "suspicion", "stake-unreadable", "G111 812300"],
    [{ 路线: "", 桩号: "K812+300" }, "suspicion", "stake-incomplete", "K812+300"],
  ])("%j: %s %s", (fields, severity, reason, value) => {
    const draft = read(fields, { layer: "houses", findStake });
    expect(draft.remarks).toMatchObject([{ severity, reason, value, column: "桩号" }]);
    expect(draft.missing).toEqual(["geometry"]);
  });

  test("without roads on the map are only noticed", () => {
    expect(reasonsOf(read({ 路线: "G111", 桩号: "K812+300" }, { layer: "houses" }))).toEqual([
      "notice stake-without-roads",
    ]);
  });
});

describe("a cell that says nothing", () => {
  test("is not an empty one: what the row lacks stays as it is, what is empty is emptied", () => {
    const lacking = read({ ...at, 编号: "A1", 从业人员: undefined, 数据日期: undefined });
    const empty = read({ ...at, 编号: "A1", 从业人员: "", 数据日期: "" });
    expect(lacking.attributes).not.toHaveProperty("employees");
    expect(lacking).not.toHaveProperty("observedOn");
    expect(empty.attributes).toHaveProperty("employees", null);
    expect(empty).toHaveProperty("observedOn", null);
  });
});

describe("codes", () => {
  test.each([
    ["1.50502E+17", "1.50502E+17"],
    [150502000000000000, "150502000000000000"],
    ["150502000000000000", "150502000000000000"],
    [1.50502e22, "1.50502e+22"],
  ])("%j was rounded", (delivered, code) => {
    expect(read({ 编号: delivered, ...at })).toMatchObject({
      code,
      remarks: [{ severity: "suspicion", reason: "code-rounded", value: code, code }],
    });
  });

  test.each([
    ["150502001001001234", "150502001001001234"],
    ["1505020010010010", "1505020010010010"],
    ["E1000000000000000000", "E1000000000000000000"],
    [1001, "1001"],
    [150502001001001, "150502001001001"],
    ["00012", "00012"],
    [0, "0"],
  ])("%j was not", (delivered, code) => {
    expect(read({ 编号: delivered, ...at })).toMatchObject({ code, remarks: [] });
  });

  test("too long a code or a name is refused", () => {
    expect(reasonsOf(read({ 编号: "x".repeat(101), ...at }))).toEqual(["refusal too-long"]);
    expect(reasonsOf(read({ 名称: "x".repeat(301), ...at }))).toEqual(["refusal too-long"]);
  });
});

describe("values", () => {
  test("one that cannot be read is left out and said; the row comes in", () => {
    const draft = read({ 编号: "E1", ...at, 从业人数: "很多", 风险等级: "重火风险" });
    expect(draft.attributes).toEqual({});
    expect(draft.remarks).toMatchObject([
      {
        row: 7,
        code: "E1",
        column: "风险等级",
        value: "重火风险",
        severity: "notice",
        reason: "not-a-code",
        allowed: "red, orange, yellow, blue",
        fix: { kind: "nearest-code", edits: { 风险等级: "重大风险(红)" } },
      },
      { column: "从业人数", value: "很多", severity: "notice", reason: "not-a-number", fix: null },
    ]);
    const mended = read({ ...at, 风险等级: "重火风险" }, { acceptedFixes: new Set(["nearest-code"] as const) });
    expect(mended).toMatchObject({
      attributes: { risk: "red" },
      remarks: [{ reason: "fix-applied", column: "风险等级", value: "重火风险", detail: "nearest-code" }],
    });
  });

  test("a fix for one of several columns that may fill a field is not offered", () => {
    const fields = { 从业人数: "", 员工人数: "1,5", ...at };
    expect(read(fields).remarks).toMatchObject([{ reason: "decimal-comma", fix: null }]);
  });

  test("an event, or an observation, in the future is doubtful; a date that falls due is not", () => {
    expect(read({ ...at, 事故时间: "2026-11-24 08:00" }, { layer: "accidents" }).remarks).toMatchObject([
      { severity: "suspicion", reason: "future-date", allowed: "≤ 2026-11-23" },
    ]);
    expect(read({ ...at, 事故时间: "2026-11-23 23:59" }, { layer: "accidents" }).remarks).toEqual([]);
    expect(reasonsOf(read({ ...at, 数据日期: "2027-01-01" }))).toEqual(["suspicion future-date"]);
    expect(read({ ...at, 治理期限: "2027-01-01" }, { layer: "black-spots" }).remarks).toEqual([]);
  });

  test("standard fields that cannot be read are left out and said", () => {
    const draft = read({ ...at, 定位误差: "-5", 数据日期: "2026-02-30" });
    expect(reasonsOf(draft)).toEqual(["notice out-of-range", "notice impossible-date"]);
    expect(draft).not.toHaveProperty("positionErrorM");
    expect(draft).not.toHaveProperty("observedOn");
  });

  test("a character that no database keeps refuses the row without repeating it", () => {
    for (const bad of ["a\0b", "a\ud800b"]) {
      const { remarks } = read({ ...at, 地址: bad });
      expect(remarks).toMatchObject([
        { severity: "refusal", reason: "unkeepable-character", column: "地址", value: null },
      ]);
    }
  });

  test("a long value is shortened, and a personal one never told", () => {
    expect(read({ ...at, 从业人数: "x".repeat(500) }).remarks[0]!.value).toHaveLength(80);
    const draft = read({ ...at, 当事人: SECRET.repeat(500) }, { layer: "accidents" });
    expect(draft.remarks).toMatchObject([{ reason: "too-long", column: "当事人", value: null }]);
    expect(JSON.stringify(draft.remarks)).not.toContain(SECRET);
  });

  test("nor is it told where a key or a name is made of it", () => {
    const fields = { 当事人: SECRET, 事故编号: "1", lon: 0, lat: 0 };
    const made = read(fields, { layer: "accidents", map: { code: "事故编号+当事人" } });
    expect(made.code).toBe(`1 ${SECRET}`);
    expect(reasonsOf(made)).toEqual(["refusal position-sentinel"]);
    expect(JSON.stringify(made.remarks)).not.toContain(SECRET);
    const long = { 当事人: SECRET.repeat(40), ...at };
    const named = read(long, { layer: "accidents", map: { name: "当事人", parties: "当事人" } });
    expect(reasonsOf(named)).toEqual(["refusal too-long"]);
    expect(JSON.stringify(named.remarks)).not.toContain(SECRET);
  });

  test("what a layer requires is named when it is missing or cannot be read", () => {
    const layers = ["houses", "roads", "accidents", "enterprises"].map(getLayer);
    for (const layer of layers)
      for (const [id, { required }] of Object.entries(layer.attributes))
        expect(read({ 编号: "1" }, { layer: layer.id }).missing.includes(id)).toBe(required === true);
  });
});

test("every reason is half a sentence", () => {
  for (const sentence of Object.values(REMARK_SENTENCES)) expect(sentence).toMatch(/^[a-z][^.]*[a-z0-9+]$/);
});
