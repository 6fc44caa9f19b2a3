import { describe, expect, test } from "vitest";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { encodeGbk } from "../../../support/encode-gbk.ts";
import { makeDbf, makeShapes, type ShapeSpec } from "../../../support/make-shapefile.ts";
import { makeZip, type ZipEntry } from "../../../support/make-zip.ts";

const point = (x: number, y: number): ShapeSpec => ({ type: 1, parts: [[[x, y]]] });
const FIELDS = [
  { name: "CODE", type: "C", length: 8 },
  { name: "名称", type: "C", length: 20 },
];
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** Two points with their table, in UTF-8 with everything that belongs to it. */
function files(name = "a", over: Record<string, Uint8Array | string | null> = {}): ZipEntry[] {
  const { shp, shx } = makeShapes([point(122.2, 43.6), point(122.3, 43.7)]);
  const dbf = makeDbf(FIELDS, [
    ["A1", "科尔沁路"],
    ["A2", "永清"],
  ]);
  const parts: Record<string, Uint8Array | string | null> = { shp, shx, dbf, prj: WGS84, cpg: "UTF-8", ...over };
  return Object.entries(parts).flatMap(([ending, content]) =>
    content === null ? [] : [{ name: `${name}.${ending}`, content }],
  );
}

const read = (entries: ZipEntry[], options = {}) => deliver("a.zip", makeZip(entries), options);

test("shapes, table, encoding and reference system come together", async () => {
  const { format, encoding, tables, notices } = await read(files());
  expect([format, encoding, notices]).toEqual(["shapefile", { id: "utf-8", sure: "stated", others: [] }, []]);
  expect(tables).toEqual([
    {
      name: "a",
      columns: ["CODE", "名称"],
      crs: "wgs84",
      broken: [],
      notices: [],
      rows: [
        { place: 1, geometry: { type: "Point", coordinates: [122.2, 43.6] }, fields: { CODE: "A1", 名称: "科尔沁路" } },
        { place: 2, geometry: { type: "Point", coordinates: [122.3, 43.7] }, fields: { CODE: "A2", 名称: "永清" } },
      ],
    },
  ]);
});

describe("shapes", () => {
  const shapeOf = async (...shapes: ShapeSpec[]) => {
    const dbf = makeDbf(
      FIELDS,
      shapes.map((_, i) => [`A${i}`, "x"]),
    );
    return (await read(files("a", { ...makeShapes(shapes), dbf }))).tables[0];
  };
  const clockwise = (x: number, y: number, size: number) =>
    [
      [x, y],
      [x, y + size],
      [x + size, y + size],
      [x + size, y],
      [x, y],
    ] as [number, number][];
  const hole = (x: number, y: number, size: number) => clockwise(x, y, size).reverse();

  test("holes come to the outer ring around them, in whatever order", async () => {
    const [outer, island] = [clockwise(0, 0, 10), clockwise(20, 0, 10)];
    const [inner, lake] = [hole(2, 2, 3), hole(22, 2, 3)];
    const { rows } = await shapeOf({ type: 5, parts: [lake, outer, island, inner] });
    expect(rows[0]!.geometry).toEqual({
      type: "MultiPolygon",
      coordinates: [
        [outer, inner],
        [island, lake],
      ],
    });
  });

  test("rings that are all turned the wrong way are areas all the same", async () => {
    const { rows } = await shapeOf(
      { type: 5, parts: [hole(0, 0, 10), hole(20, 0, 10)] },
      { type: 5, parts: [hole(0, 0, 1)] },
    );
    expect(rows.map(({ geometry }) => geometry)).toEqual([
      { type: "MultiPolygon", coordinates: [[hole(0, 0, 10)], [hole(20, 0, 10)]] },
      { type: "Polygon", coordinates: [hole(0, 0, 1)] },
    ]);
  });

  test("lines, many points, heights and nothing", async () => {
    const line: [number, number][] = [
      [0, 0],
      [1, 1],
    ];
    const { rows } = await shapeOf(
      { type: 3, parts: [line] },
      { type: 3, parts: [line, line] },
      { type: 8, parts: [line] },
      { type: 11, parts: [[[5, 6]]] },
      { type: 15, parts: [clockwise(0, 0, 1)] },
      { type: 0, parts: [] },
      { type: 1, parts: [[[-2e38, -2e38]]] },
    );
    expect(rows.map(({ geometry }) => geometry)).toEqual([
      { type: "LineString", coordinates: line },
      { type: "MultiLineString", coordinates: [line, line] },
      { type: "MultiPoint", coordinates: line },
      { type: "Point", coordinates: [5, 6] },
      { type: "Polygon", coordinates: [clockwise(0, 0, 1)] },
      null,
      null,
    ]);
  });

  test("a surface, and a shape that announces more than it holds, break their rows only", async () => {
    const { rows, broken } = await shapeOf({ type: 31, parts: [[[0, 0]]] }, point(1, 2));
    expect([rows.length, broken]).toEqual([1, [{ place: 1, reason: "its shape is a 3D surface (MultiPatch)" }]]);
    const lying = makeShapes([
      {
        type: 3,
        parts: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
      {
        type: 3,
        parts: [
          [
            [2, 2],
            [3, 3],
          ],
        ],
      },
    ]);
    lying.shp.writeInt32LE(1_000_000, 100 + 8 + 40);
    const cut = (await read(files("a", lying))).tables[0];
    expect([cut.rows.length, cut.broken[0]!.reason]).toEqual([
      1,
      "its shape is damaged: it announces more than it holds",
    ]);
  });
});

describe("the table", () => {
  const row = async (fields: { name: string; type: string; length: number }[], values: string[]) =>
    Object.values((await read(files("a", { dbf: makeDbf(fields, [values, values]) }))).tables[0].rows[0]!.fields);

  test("values have their kinds", async () => {
    const fields = ["N", "F", "L", "D", "C", "N", "D", "L", "N"].map((type, i) => ({
      name: `F${i}`,
      type,
      length: type === "D" ? 8 : type === "L" ? 1 : 19,
    }));
    expect(
      await row(fields, ["  42", "1.5e2", "T", "20240305", " 甲 ", "****", "00000000", "?", "150502199001011234"]),
    ).toEqual([42, 150, true, "2024-03-05", "甲", null, null, null, "150502199001011234"]);
  });

  test.each<[string, number, string | null, string, string]>([
    ["by the .cpg", 0, "GBK", "gbk", "stated"],
    ["by the number in the .cpg", 0, "OEM 936", "gb18030", "stated"],
    ["by the language driver", 0x4d, null, "gb18030", "stated"],
    ["by its letters, where nothing is said", 0, null, "gb18030", "guess"],
    ["by its letters, where the driver is the one that is always written", 0x57, null, "gb18030", "guess"],
    ["by its letters, where the .cpg is wrong", 0, "UTF-8", "gb18030", "guess"],
  ])("its encoding is found %s", async (_, driver, cpg, id, sure) => {
    const fields = [FIELDS[0]!, { name: encodeGbk("名称"), type: "C", length: 20 }];
    const dbf = makeDbf(
      fields,
      [
        ["A1", encodeGbk("科尔沁路")],
        ["A2", encodeGbk("永清化工")],
      ],
      { driver },
    );
    const { encoding, tables } = await read(files("a", { dbf, cpg }));
    expect(encoding).toMatchObject({ id, sure });
    expect(tables[0].rows[1]!.fields).toEqual({ CODE: "A2", 名称: "永清化工" });
  });

  test("a stated encoding is held to", async () => {
    const dbf = makeDbf(FIELDS, [
      ["A1", encodeGbk("科尔沁路")],
      ["A2", encodeGbk("永清化工")],
    ]);
    expect(await refusalOf("a.zip", makeZip(files("a", { dbf })), { encoding: "utf-8" })).toMatch(/^wrong-encoding: /);
  });

  test("deleted records are passed over and counted", async () => {
    const dbf = makeDbf(
      FIELDS,
      [
        ["A1", "x"],
        ["A2", "y"],
      ],
      { deleted: [0] },
    );
    const { rows, notices } = (await read(files("a", { dbf }))).tables[0];
    expect(rows.map(({ place, fields }) => [place, fields.CODE])).toEqual([[2, "A2"]]);
    expect(notices).toEqual([{ code: "deleted-records", detail: "1" }]);
  });
});

describe("what is missing", () => {
  test.each([
    ["dbf", "a has shapes and no .dbf with their table"],
    ["shp", "a has a table and no .shp with its shapes"],
  ])("without .%s it is refused, and named", async (ending, message) => {
    expect(await refusalOf("a.zip", makeZip(files("a", { [ending]: null })))).toMatch(
      `incomplete-shapefile: ${message}`,
    );
  });

  test("without .shx the shapes are read in their order; without .prj nothing is declared; both are said", async () => {
    const { rows, notices, crs } = (await read(files("a", { shx: null, prj: null }))).tables[0];
    expect(rows.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [122.2, 43.6] },
      { type: "Point", coordinates: [122.3, 43.7] },
    ]);
    expect([crs, notices.map(({ code }) => code)]).toEqual([null, ["missing-shx", "missing-prj"]]);
  });

  test("rows whose shapes were cut off are named, the others come in", async () => {
    const { shp } = makeShapes([point(1, 2), point(3, 4)]);
    const { rows, broken, notices } = (await read(files("a", { shp: shp.subarray(0, shp.length - 5) }))).tables[0];
    expect(rows).toHaveLength(1);
    expect(broken).toEqual([{ place: 2, reason: "its shape lies behind the end of the .shp" }]);
    expect(notices).toEqual([{ code: "cut-off", detail: ".shp: 151 / 156 B" }]);
  });

  test("records that were cut off are said", async () => {
    const dbf = makeDbf(FIELDS, [
      ["A1", "x"],
      ["A2", "y"],
    ]);
    const { rows, notices } = (await read(files("a", { dbf: dbf.subarray(0, dbf.length - 10) }))).tables[0];
    expect(rows).toHaveLength(1);
    expect(notices.map(({ detail }) => detail)).toEqual([".dbf: 1 / 2", ".shp: 2, .dbf: 1"]);
  });

  test("files of noise are refused, not read", async () => {
    const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 256));
    expect(await refusalOf("a.zip", makeZip(files("a", { shp: noise })))).toMatch(/^broken-shapefile: the .shp/);
    expect(await refusalOf("a.zip", makeZip(files("a", { dbf: noise })))).toMatch(/^broken-shapefile: the .dbf/);
    expect(await refusalOf("a.zip", makeZip(files("a", { dbf: "" })))).toMatch(/^broken-shapefile: the .dbf/);
  });
});

test("each shapefile of an archive is a table, by its name in whatever encoding; a broken one is left out", async () => {
  const gbkNamed = files().map(({ name, content }) => ({
    name: encodeGbk(`道路/${(name as string).replace("a.", "公路.")}`),
    content,
  }));
  const { tables, notices } = await read([
    ...files("Layers/b"),
    ...gbkNamed,
    ...files("c", { dbf: null }),
    { name: "__MACOSX/._b.shp", content: "x" },
  ]);
  expect(tables.map(({ name }) => name)).toEqual(["b", "公路"]);
  expect(notices).toEqual([{ code: "table-left-out", detail: expect.stringMatching(/^c: c has shapes and no .dbf/) }]);
});
