import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { encodeGbk } from "../../../support/encode-gbk.ts";

const feature = (properties: unknown, geometry: unknown = null, more = {}) => ({
  type: "Feature",
  properties,
  geometry,
  ...more,
});
const collection = (features: unknown[], more = {}) => JSON.stringify({ type: "FeatureCollection", ...more, features });
const POINT = { type: "Point", coordinates: [122.26, 43.62] };
const LINE = {
  type: "LineString",
  coordinates: [
    [0, 0],
    [1, 1],
  ],
};

describe("a collection", () => {
  test("gives its features in order, with all columns that any of them has", async () => {
    const { format, tables } = await deliver(
      "x.geojson",
      collection([feature({ a: 1, b: null }, POINT), feature({ c: { d: [1] } }), feature(null, LINE, { id: 7 })]),
    );
    expect(format).toBe("geojson");
    expect(tables[0]).toMatchObject({ columns: ["a", "b", "c", "id"], crs: "wgs84", broken: [], notices: [] });
    expect(tables[0].rows).toEqual([
      { place: 1, fields: { a: 1, b: null }, geometry: POINT },
      { place: 2, fields: { c: { d: [1] } }, geometry: null },
      { place: 3, fields: { id: 7 }, geometry: LINE },
    ]);
  });

  test("is cut where JSON.parse would cut it", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "路", '"', "\\", "{", "}", "[", "]", ",", ":", "\n", "features"),
    });
    const properties = fc.dictionary(text, fc.jsonValue({ maxDepth: 3 }));
    return fc.assert(
      fc.asyncProperty(fc.array(properties, { maxLength: 5 }), text, fc.nat(3), async (all, other, indent) => {
        const whole = {
          [`x${other}`]: { features: [other] },
          type: "FeatureCollection",
          features: all.map((each) => feature(each)),
          tail: [other],
        };
        const { tables } = await deliver("x.geojson", JSON.stringify(whole, null, indent));
        const expected = JSON.parse(JSON.stringify(all)) as { other_tags?: unknown }[];
        expect(tables[0].rows.map(({ fields }) => fields)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("features that are longer than a piece of the file stay whole", async () => {
    const long = { type: "LineString", coordinates: Array.from({ length: 150_000 }, (_, i) => [i / 1e4, 43.6]) };
    const { rows } = (await deliver("x.geojson", collection([feature({ n: 1 }, long), feature({ n: 2 }, POINT)])))
      .tables[0];
    expect(rows[0]!.geometry).toEqual(long);
    expect(rows[1]!.geometry).toEqual(POINT);
  });

  test("one broken feature costs itself only", async () => {
    const text = `{"type":"FeatureCollection","features":[
      ${JSON.stringify(feature({ n: 1 }))},
      {"type":"Feature","properties":{"n":NaN},"geometry":null},
      {"type":"Feature","properties":[1],"geometry":null},
      {"type":"Feature","properties":{},"geometry":{"type":"Circle","coordinates":[1,2]}},
      {"type":"Feature","properties":{},"geometry":{"type":"Point"}},
      7, null,
      ${JSON.stringify(feature({ n: 8 }))}]}`;
    const { rows, broken } = (await deliver("x.geojson", text)).tables[0];
    expect(rows.map(({ place }) => place)).toEqual([1, 8]);
    expect(broken.map(({ place, reason }) => `${place} ${reason.slice(0, 34)}`)).toEqual([
      expect.stringMatching(/^2 it is not JSON/),
      "3 its properties are no object",
      "4 its geometry is of an unknown type",
      "5 its geometry has no coordinates",
      "6 it is no feature",
      "7 it is no feature",
    ]);
  });

  test("null and empty geometries are none", async () => {
    const none = [
      null,
      { type: "Point", coordinates: [] },
      { type: "MultiPolygon", coordinates: [] },
      { type: "GeometryCollection", geometries: [] },
    ];
    const { rows, broken } = (await deliver("x.geojson", collection(none.map((geometry) => feature({}, geometry)))))
      .tables[0];
    expect([rows.map(({ geometry }) => geometry), broken]).toEqual([[null, null, null, null], []]);
  });

  test("collections of geometries of one kind become one geometry, others are named", async () => {
    const of = (...geometries: unknown[]) => feature({}, { type: "GeometryCollection", geometries });
    const { rows, broken } = (
      await deliver("x.geojson", collection([of(POINT), of(POINT, POINT), of(LINE, LINE), of(POINT, LINE)]))
    ).tables[0];
    expect(rows.map(({ geometry }) => geometry!.type)).toEqual(["Point", "MultiPoint", "MultiLineString"]);
    expect(broken).toEqual([{ place: 4, reason: "its GeometryCollection mixes points, lines or areas" }]);
  });

  test("coordinates that are texts come through to where all coordinates are checked", async () => {
    const { rows } = (
      await deliver("x.geojson", collection([feature({}, { type: "Point", coordinates: ["122.26°E", "43.62°N"] })]))
    ).tables[0];
    expect(rows[0]!.geometry).toEqual({ type: "Point", coordinates: ["122.26°E", "43.62°N"] });
  });

  test.each([
    ["EPSG:4529", "EPSG:4529"],
    ["urn:ogc:def:crs:EPSG::3857", "EPSG:3857"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "wgs84"],
    ["EPSG:4490", "cgcs2000"],
    ["EPSG:2326", null],
  ])("the old member crs %s is %s, wherever it stands", async (name, id) => {
    const crs = { type: "name", properties: { name } };
    expect((await deliver("x.geojson", collection([feature({})], { crs }))).tables[0].crs).toBe(id);
    const last = `{"features":[],"type":"FeatureCollection","crs":${JSON.stringify(crs)},"name":"道路"}`;
    expect((await deliver("x.geojson", last)).tables[0]).toMatchObject({ crs: id, name: "道路" });
  });

  test("the tags that GDAL packs into one column are columns", async () => {
    const tags = '"emergency"=>"fire_hydrant","note"=>"says \\"hi\\""';
    const { rows } = (await deliver("x.geojson", collection([feature({ name: null, other_tags: tags })]))).tables[0];
    expect(rows[0]!.fields).toEqual({ emergency: "fire_hydrant", note: 'says "hi"', name: null, other_tags: tags });
  });

  test("all in one line of many megabytes it is read, in whatever encoding", async () => {
    const [name, count] = ["科尔沁区建国路企业有限公司", 300_000];
    for (const encode of [Buffer.from, encodeGbk]) {
      const one = encode(`${JSON.stringify(feature({ 名称: name }, POINT))},`);
      const body = Buffer.alloc(one.length * count, one);
      const [start, end] = ['{"type":"FeatureCollection","features":[', `${JSON.stringify(feature({}))}]}`].map(
        (text) => encode(text),
      );
      expect(body.length).toBeGreaterThan(33_000_000);
      const { rows, broken } = (await deliver("x.geojson", Buffer.concat([start!, body, end!]))).tables[0];
      expect([rows.length, broken, rows.at(-2)!.fields.名称]).toEqual([count + 1, [], name]);
    }
  }, 180_000);

  test("in GBK or UTF-16 it is read all the same", async () => {
    const text = collection([feature({ 名称: "科尔沁区建国路企业" }, POINT)]);
    for (const [bytes, id] of [
      [encodeGbk(text), "gb18030"],
      [Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
      [Buffer.from(`\uFEFF${text}`), "utf-8"],
    ] as const) {
      const { encoding, tables } = await deliver("x.geojson", bytes);
      expect(encoding!.id).toBe(id);
      expect(tables[0].rows[0]!.fields).toEqual({ 名称: "科尔沁区建国路企业" });
    }
  });
});

test("a single feature or geometry is a table of one row", async () => {
  expect((await deliver("x.json", JSON.stringify(feature({ a: 1 }, POINT), null, 2))).tables[0].rows).toEqual([
    { place: 1, fields: { a: 1 }, geometry: POINT },
  ]);
  expect((await deliver("x.json", JSON.stringify(POINT))).tables[0].rows).toEqual([
    { place: 1, fields: {}, geometry: POINT },
  ]);
});

test.each([
  ["an array", "[1,2]", "no-features"],
  ["some object", '{"a":1}', "no-features"],
  ["a map of TopoJSON", '{"type":"Topology","objects":{}}', "no-features"],
  ["a collection that is cut off", collection([feature({ a: 1 }, POINT)]).slice(0, -5), "broken-json"],
  ["two collections", collection([]).repeat(2), "broken-json"],
  ["brackets without end", `${'{"type":"FeatureCollection","features":'}${"[".repeat(100_000)}`, "broken-json"],
])("%s is refused", async (_, text, code) => {
  expect(await refusalOf("x.json", text)).toMatch(new RegExp(`^${code}: `));
});

test("a feature that is longer than any shape is refused before it fills the memory", async () => {
  const text = `{"type":"FeatureCollection","features":[{"a":"${"x".repeat(33_000_000)}"}]}`;
  expect(await refusalOf("x.json", text)).toMatch(/^line-too-long: /);
});

describe("a feature a line", () => {
  test("is told from one feature over many lines, and names broken lines by their numbers", async () => {
    const lines = [feature({ a: 1 }, POINT), feature({ b: 2 })].map((each) => JSON.stringify(each));
    const { format, tables } = await deliver("x.geojsonl", `${lines[0]}\r\n\r\n{"type":\r\n${lines[1]}\r\n`);
    expect(format).toBe("geojson-lines");
    expect(tables[0].columns).toEqual(["a", "b"]);
    expect(tables[0].rows.map(({ place }) => place)).toEqual([1, 4]);
    expect(tables[0].broken.map(({ place }) => place)).toEqual([3]);
  });

  test("may come with record separators, then over several lines each (RFC 8142)", async () => {
    const texts = [feature({ a: 1 }, POINT), feature({ a: 2 })].map((each) => JSON.stringify(each, null, 2));
    const { format, tables } = await deliver("x.geojsons", texts.map((text) => `\u001e${text}\n`).join(""));
    expect(format).toBe("geojson-lines");
    expect(tables[0].rows.map(({ place, fields }) => [place, fields.a])).toEqual([
      [1, 1],
      [1 + texts[0]!.split("\n").length, 2],
    ]);
  });
});
