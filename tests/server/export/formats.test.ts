import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import sqlite from "node-sqlite3-wasm";
import { describe, expect, test } from "vitest";
import { fromWkb } from "#data/geodesy/wkb.ts";
import { getLayer } from "#data/layers/index.ts";
import { draftOf, draftsOf } from "../../support/drafts.ts";
import { withExport } from "../../support/export-file.ts";
import { readEntries, readWorkbook, valuesOf } from "../../support/read-workbook.ts";

const houses = getLayer("houses");
const hazards = getLayer("hazard-sources");
const workbook = async (path: string) => readWorkbook(new Uint8Array(await readFile(path)));
const text = (path: string) => readFile(path, "utf8");
const polygon = (vertices: number) => ({
  type: "Polygon" as const,
  coordinates: [
    Array.from({ length: vertices + 1 }, (_, i) => {
      const angle = ((i % vertices) / vertices) * 2 * Math.PI;
      return [122.26 + Math.cos(angle) / 1000, 43.62 + Math.sin(angle) / 1000].map((value) => Number(value.toFixed(9)));
    }),
  ],
});

describe("a workbook", () => {
  test("holds what looks like a formula as a text, also once somebody edits the cell", async () => {
    const draft = draftOf(houses, 0, { name: "=cmd|'/c calc'!A1" });
    const [ledger] = await withExport(houses, "xlsx", [draft], workbook);
    const cell = ledger!.rows[1]![1]!;
    expect(cell).toEqual({ type: "inlineStr", value: "=cmd|'/c calc'!A1", formula: "" });
    const sheet = await withExport(houses, "xlsx", [draft], async (path) =>
      readEntries(await readFile(path)).get("xl/worksheets/sheet1.xml"),
    );
    expect(sheet).toMatch(/<c r="B2" s="4" t="inlineStr">/);
  });

  test("holds days and times as such, and days before Excel's calendar as texts", async () => {
    const accidents = getLayer("accidents");
    const drafts = [
      draftOf(accidents, 0, { observedOn: "2024-02-29", attributes: { happenedAt: "2024-02-29T18:30" } }),
      draftOf(accidents, 1, { observedOn: "1899-12-31", attributes: {} }),
    ];
    const [ledger] = await withExport(accidents, "xlsx", drafts, workbook);
    const [header, first, second] = ledger!.rows;
    const column = (title: string) => header!.findIndex((cell) => cell?.value === title);
    expect(first![column("数据日期")]).toMatchObject({ type: "n", value: "45351" });
    expect(Number(first![column("事故时间")]!.value)).toBeCloseTo(45351 + 18.5 / 24, 9);
    expect(second![column("数据日期")]).toMatchObject({ type: "inlineStr", value: "1899-12-31" });
  });

  test("leaves out an outline that no cell can hold, and says whose", async () => {
    const drafts = [draftOf(houses, 0, { geometry: polygon(100) }), draftOf(houses, 1, { geometry: polygon(2_000) })];
    const [ledger, about] = await withExport(houses, "xlsx", drafts, workbook);
    const outline = valuesOf(ledger!)[0]!.indexOf("图形(WKT)");
    expect(valuesOf(ledger!)[1]![outline]).toMatch(/^POLYGON \(\(122\.261 43\.62, /);
    expect(valuesOf(ledger!)[2]![outline] ?? null).toBeNull();
    expect(valuesOf(about!).filter(([item]) => item === "注意")).toEqual([["注意", expect.stringContaining("C00001")]]);
  });

  test("keeps texts that look like XML, or like a spreadsheet's own escapes", async () => {
    const name = '<b>&amp; "_x000D_" \u0001';
    const sheet = await withExport(houses, "xlsx", [draftOf(houses, 0, { name })], async (path) =>
      readEntries(await readFile(path)).get("xl/worksheets/sheet1.xml"),
    );
    expect(sheet).toContain("&lt;b&gt;&amp;amp; &quot;_x005F_x000D_&quot; \ufffd");
  });
});

describe("a delimited file", () => {
  test("begins with a byte order mark, and no text in it like a formula", async () => {
    const name = '=HYPERLINK("http://x","甲")';
    const draft = draftOf(houses, 0, { name, attributes: { business: "-5\n+6", people: 0 } });
    const bytes = await withExport(houses, "csv", [draft], (path) => readFile(path));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [row] = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ 名称: `'${name}`, 经营业态: "'-5\n+6", "人数 (人)": "0", 经度: "122.2" });
  });

  test("of a layer without features is its heading", async () => {
    expect(await withExport(houses, "csv", [], text)).toMatch(
      /^\ufeff编号,名称,经度,纬度,鉴定等级,[^\n]*图形\(WKT\)\r\n$/,
    );
  });
});

test("GeoJSON after RFC 7946 has no crs member; what the file says about itself follows the features", async () => {
  const options = { filter: null, demo: true, dataDate: "2026-03-01" };
  const file = JSON.parse(await withExport(hazards, "geojson", draftsOf(hazards, 2), text, options));
  expect(file).not.toHaveProperty("crs");
  expect(file.features[0].properties.substances).toEqual([{ name: "液氨", cas: "7664-41-7", tonnes: 10 }]);
  expect(file.about).toMatchObject({ rows: 2, sources: ["test"], revision: 7, dataDate: "2026-03-01", demo: true });
  expect(file.about.leftOut).toEqual(["contact", "phone"]);
});

describe("a GeoPackage", () => {
  const open = <Result>(path: string, look: (database: sqlite.Database) => Result): Result => {
    const database = new sqlite.Database(path, { readOnly: true });
    try {
      return look(database);
    } finally {
      database.close();
    }
  };

  test("says that it is one, in what reference system, and where", async () => {
    await withExport(
      houses,
      "gpkg",
      draftsOf(houses, 12),
      async (path) =>
        open(path, (database) => {
          expect(database.get("PRAGMA application_id")).toEqual({ application_id: 0x47504b47 });
          expect(database.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
          expect(database.all("PRAGMA foreign_key_check")).toEqual([]);
          const contents = database.get("SELECT * FROM gpkg_contents");
          expect(contents).toMatchObject({ table_name: "houses", identifier: "自建房", srs_id: 4529 });
          expect(String(contents!.description)).toContain("记录数：12");
          expect(Number(contents!.min_x)).toBeGreaterThan(41_000_000);
          const systems = database.all("SELECT srs_id, definition FROM gpkg_spatial_ref_sys ORDER BY srs_id");
          expect(systems.map(({ srs_id }) => srs_id)).toEqual([-1, 0, 4326, 4529]);
          expect(String(systems[3]!.definition)).toContain('PARAMETER["central_meridian",123]');
        }),
      { crs: "EPSG:4529" },
    );
  });

  test("holds geometries as WKB behind a header with their extent", async () => {
    const geometry = polygon(8);
    await withExport(houses, "gpkg", [draftOf(houses, 0, { geometry })], async (path) =>
      open(path, (database) => {
        const blob = Buffer.from(database.get("SELECT geom FROM houses")!.geom as Uint8Array);
        expect([blob.toString("latin1", 0, 2), blob[3], blob.readInt32LE(4)]).toEqual(["GP", 0b11, 4326]);
        const [west, east, south, north] = [8, 16, 24, 32].map((at) => blob.readDoubleLE(at));
        expect([west, east]).toEqual([122.259, 122.261]);
        expect([south, north].map((value) => value!.toFixed(6))).toEqual(["43.619000", "43.621000"]);
        expect(fromWkb(blob.subarray(40))).toEqual(geometry);
      }),
    );
  });

  test("explains its columns and codes", async () => {
    await withExport(houses, "gpkg", draftsOf(houses, 1), async (path) =>
      open(path, (database) => {
        expect(
          database.get("SELECT title, constraint_name FROM gpkg_data_columns WHERE column_name = 'grade'"),
        ).toEqual({
          title: "鉴定等级",
          constraint_name: "grade_values",
        });
        const values = database.all(
          "SELECT value, description FROM gpkg_data_column_constraints WHERE constraint_name = 'grade_values'",
        );
        expect(values).toContainEqual({ value: "D", description: "D级 整幢危房" });
      }),
    );
  });
});

describe("a zip of Shapefiles", () => {
  const entries = async (path: string) => readEntries(await readFile(path));
  const long = "长".repeat(100);

  test("has one for each kind of geometry, and a legend that names the texts that were cut", async () => {
    const drafts = [draftOf(houses, 0), draftOf(houses, 1, { geometry: polygon(5), attributes: { address: long } })];
    const files = await withExport(houses, "shp", drafts, entries);
    const endings = ["shp", "shx", "dbf", "prj", "cpg"];
    expect([...files.keys()]).toEqual([
      ...endings.map((ending) => `houses_point.${ending}`),
      ...endings.map((ending) => `houses_polygon.${ending}`),
      "字段对照.csv",
      "说明.txt",
    ]);
    expect(files.get("houses_point.cpg")).toBe("UTF-8");
    const legend = parse(files.get("字段对照.csv")!, { bom: true, columns: true }) as Record<string, string>[];
    const named = (name: string) => legend.find((row) => row["字段 field"] === name)!;
    expect(named("floorAreaM")).toMatchObject({ "标识 id": "floorAreaM2", 名称: "建筑面积", "单位 unit": "m²" });
    expect(named("address")["备注 note"]).toContain("1 cut to 254 bytes");
    expect(named("business")["备注 note"]).toBe("");
    expect(files.get("说明.txt")).toContain("未导出：产权人、使用人、联系电话");
  });

  test("cuts between characters", async () => {
    const drafts = [draftOf(houses, 0, { attributes: { address: `a${long}` } })];
    const table = (await withExport(houses, "shp", drafts, entries)).get("houses.dbf")!;
    expect(table).toContain(`a${"长".repeat(84)} `);
    expect(table.slice(table.indexOf("C00000"))).not.toContain("\ufffd");
  });

  test("of a layer without features has a table without rows", async () => {
    const files = await withExport(houses, "shp", [], entries);
    expect([...files.keys()].filter((name) => name.endsWith(".shp"))).toEqual(["houses.shp"]);
    expect(Buffer.byteLength(files.get("houses.shp")!, "utf8")).toBeGreaterThanOrEqual(100);
  });
});

test("KML is well-formed, in the registry's colours, and fetches nothing", async () => {
  const drafts = [draftOf(houses, 0, { name: '<甲> & "乙"' }), draftOf(houses, 1, { geometry: polygon(5) })];
  const file = await withExport(houses, "kml", drafts, text);
  expect(file).toContain("<name>&lt;甲&gt; &amp; &quot;乙&quot;</name><styleUrl>#s-0</styleUrl>");
  // #a50026, opaque, in the order of KML.
  expect(file).toContain('<Style id="s-0"><IconStyle><color>ff2600a5</color></IconStyle>');
  expect(file).toContain('<SimpleData name="grade">D级 整幢危房</SimpleData>');
  expect(file.match(/https?:\/\/[^"<]*/g)).toEqual(["http://www.opengis.net/kml/2.2"]);
});
