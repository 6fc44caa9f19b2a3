import type { Point } from "geojson";
import { describe, expect, test } from "vitest";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { layerOf, makeGeoPackage, packageBlob } from "../../../support/make-geopackage.ts";

const POINT: Point = { type: "Point", coordinates: [122.26, 43.62] };

test("layers and tables of attributes come with their reference systems", async () => {
  const { format, tables } = await deliver(
    "x.gpkg",
    makeGeoPackage([
      layerOf("企业", '"名称" TEXT, "人数" INTEGER, "在产" BOOLEAN, "大" INTEGER, "图" BLOB'),
      ['INSERT INTO "企业" VALUES (5, ?, ?, ?, ?, ?, ?)', [packageBlob(POINT), "甲", 12, 1, null, new Uint8Array([1])]],
      `INSERT INTO "企业" VALUES (9, NULL, '乙', NULL, 0, 9007199254740993, NULL)`,
      layerOf("roads", "name TEXT", 4529),
      "CREATE TABLE codes (code TEXT); INSERT INTO codes VALUES ('x'); INSERT INTO gpkg_contents VALUES ('codes', 'attributes', 'codes', NULL);",
      "CREATE TABLE tiles (id INTEGER PRIMARY KEY); INSERT INTO gpkg_contents VALUES ('tiles', 'tiles', 'tiles', 3857);",
    ]),
  );
  expect(format).toBe("geopackage");
  expect(
    tables.map(({ name, columns, crs, notices }) => [name, columns, crs, notices.map(({ code }) => code)]),
  ).toEqual([
    ["企业", ["fid", "名称", "人数", "在产", "大", "图"], "wgs84", []],
    ["roads", ["fid", "name"], "EPSG:4529", []],
    ["codes", ["code"], null, ["no-geometry-column"]],
  ]);
  expect(tables[0].rows).toEqual([
    { place: 1, geometry: POINT, fields: { fid: 5, 名称: "甲", 人数: 12, 在产: true, 大: null, 图: null } },
    {
      place: 2,
      geometry: null,
      fields: { fid: 9, 名称: "乙", 人数: null, 在产: false, 大: "9007199254740993", 图: null },
    },
  ]);
});

test("rows are read over many pages, each once", async () => {
  const statement =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) INSERT INTO a (fid, name) SELECT i * 3, i FROM n";
  const { rows } = (await deliver("x.gpkg", makeGeoPackage([layerOf("a", "name TEXT"), statement]))).tables[0];
  expect(rows.map(({ place, fields }) => [place, fields.fid])).toEqual(
    Array.from({ length: 2500 }, (_, i) => [i + 1, (i + 1) * 3]),
  );
});

describe("geometries", () => {
  const wkb = (type: number, ...parts: (number[] | { count: number } | Buffer)[]) => {
    const head = Buffer.from([1, 0, 0, 0, 0]);
    head.writeUInt32LE(type, 1);
    const rest = parts.map((part) =>
      Buffer.isBuffer(part)
        ? part
        : Array.isArray(part)
          ? Buffer.from(Float64Array.from(part).buffer)
          : Buffer.from(Uint32Array.of(part.count).buffer),
    );
    return Buffer.concat([head, ...rest]);
  };
  const geometryOf = async (blob: Uint8Array) => {
    const { rows, broken } = (
      await deliver("x.gpkg", makeGeoPackage([layerOf("a", "name TEXT"), ["INSERT INTO a (geom) VALUES (?)", [blob]]]))
    ).tables[0];
    return rows[0]?.geometry ?? broken[0]?.reason ?? null;
  };

  test.each<[string, Buffer, unknown]>([
    ["a point with a height", wkb(1001, [1, 2, 3]), { type: "Point", coordinates: [1, 2] }],
    ["a point with height and measure", wkb(3001, [1, 2, 3, 4]), { type: "Point", coordinates: [1, 2] }],
    ["a point with a height, as PostGIS writes it", wkb(0x80000001, [1, 2, 3]), { type: "Point", coordinates: [1, 2] }],
    [
      "a line with measures",
      wkb(2002, { count: 2 }, [1, 2, 3, 4, 5, 6]),
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [4, 5],
        ],
      },
    ],
    [
      "an area",
      wkb(3, { count: 1 }, { count: 4 }, [0, 0, 0, 1, 1, 1, 0, 0]),
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [0, 1],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    [
      "several points",
      wkb(4, { count: 2 }, wkb(1, [1, 2]), wkb(1, [3, 4])),
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      "several lines of which there is one",
      wkb(5, { count: 1 }, wkb(2, { count: 2 }, [1, 2, 3, 4])),
      {
        type: "MultiLineString",
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
    ],
    ["a collection of one kind", wkb(7, { count: 1 }, wkb(1, [1, 2])), { type: "Point", coordinates: [1, 2] }],
    ["a point without a place", wkb(1, [Number.NaN, Number.NaN]), null],
    ["a line without positions", wkb(2, { count: 0 }), null],
    [
      "a mixed collection",
      wkb(7, { count: 2 }, wkb(1, [1, 2]), wkb(2, { count: 2 }, [1, 2, 3, 4])),
      "its geometry is damaged: it mixes points, lines or areas",
    ],
    ["a curve", wkb(8, { count: 2 }, [1, 2, 3, 4]), "its geometry is damaged: it is a curve or a surface (type 8)"],
    [
      "a count that lies",
      wkb(2, { count: 0xffffffff }, [1, 2]),
      "its geometry is damaged: it announces more than it holds",
    ],
  ])("%s", async (_, bytes, expected) => {
    expect(await geometryOf(packageBlob(bytes))).toEqual(expected);
  });

  test("an envelope is passed over, a mark of emptiness believed, other bytes named", async () => {
    const boxed = Buffer.concat([Buffer.from([0x47, 0x50, 0, 3, 0, 0, 0, 0]), Buffer.alloc(32), wkb(1, [1, 2])]);
    expect(await geometryOf(boxed)).toEqual({ type: "Point", coordinates: [1, 2] });
    expect(await geometryOf(Buffer.from([0x47, 0x50, 0, 0x11, 0, 0, 0, 0]))).toBeNull();
    expect(await geometryOf(Buffer.from("POINT(1 2)"))).toBe("its geometry is not that of a GeoPackage");
  });
});

describe("what is no honest GeoPackage", () => {
  const only = (sql: string, type = "features") =>
    makeGeoPackage([sql, `INSERT INTO gpkg_contents VALUES ('a', '${type}', 'a', 4326)`]);

  test.each([
    [
      "a view that never ends",
      "CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
      /a is no plain table/,
    ],
    [
      "a virtual table",
      "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'a', 'a', 0, 'CREATE VIRTUAL TABLE a USING fts4(x)')",
      /a is no plain table/,
    ],
    [
      "a column that computes",
      "CREATE TABLE a (fid INTEGER PRIMARY KEY, x TEXT AS (hex(zeroblob(900000000))))",
      /a has generated columns/,
    ],
    ["rows without numbers", "CREATE TABLE a (x TEXT PRIMARY KEY) WITHOUT ROWID", /a has no row numbers/],
    ["a table that is not there", "SELECT 1", /a is no plain table/],
  ])("%s is not read", async (_, sql, message) => {
    const started = performance.now();
    expect(await refusalOf("x.gpkg", only(sql))).toMatch(message);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("what can be read is, beside what cannot", async () => {
    const { tables, notices } = await deliver(
      "x.gpkg",
      makeGeoPackage([
        layerOf("good", "name TEXT"),
        "CREATE VIEW bad AS SELECT 1; INSERT INTO gpkg_contents VALUES ('bad', 'features', 'bad', 4326)",
      ]),
    );
    expect(tables.map(({ name }) => name)).toEqual(["good"]);
    expect(notices).toEqual([
      { code: "table-left-out", detail: "bad: the GeoPackage cannot be read: bad is no plain table" },
    ]);
  });

  test("another database, and one that is cut off, are refused", async () => {
    const whole = makeGeoPackage([layerOf("a", "name TEXT")]);
    expect(await refusalOf("x.gpkg", makeGeoPackage(["DROP TABLE gpkg_contents"]))).toMatch(
      /it is an SQLite database but no GeoPackage/,
    );
    for (const length of [100, 1000, 4096, 9000])
      expect(await refusalOf("x.gpkg", whole.subarray(0, length))).toMatch(/^broken-database: /);
  });

  test("damage anywhere ends in rows or in a reason, never in a hang", async () => {
    const fill =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) INSERT INTO a (name) SELECT hex(i) || 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' FROM n";
    const whole = makeGeoPackage([layerOf("a", "name TEXT"), fill]);
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed % below;
    };
    for (let run = 0; run < 60; run++) {
      const bytes = Buffer.from(whole);
      for (let hit = 0; hit < 12; hit++) bytes[100 + next(bytes.length - 100)] = next(256);
      const outcome = await deliver("x.gpkg", bytes).then(
        ({ tables }) => tables[0].rows.length,
        (error) => error.code,
      );
      expect(["number", "string"]).toContain(typeof outcome);
      if (typeof outcome === "string") expect(outcome).toBe("broken-database");
    }
  });

  test("a database in WAL mode is read from a copy, and that is said", async () => {
    const bytes = makeGeoPackage([layerOf("a", "name TEXT"), "INSERT INTO a (name) VALUES ('x')"]);
    bytes[18] = 2;
    bytes[19] = 2;
    const { tables, notices } = await deliver("x.gpkg", bytes);
    expect([tables[0].rows.length, notices]).toEqual([1, [{ code: "write-ahead-log", detail: "" }]]);
  });
});
