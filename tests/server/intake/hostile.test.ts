import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "../../../server/commands/import.ts";
import { findRevisions } from "../../../server/db/layer-revisions.ts";
import type { StagedRowView } from "../../../server/intake/draft.ts";
import type { DraftView } from "../../../server/services.ts";
import { startApi, type TestApi } from "../../support/api.ts";
import { makeShapes } from "../../support/make-shapefile.ts";
import { makeWorkbook, plainRows } from "../../support/make-workbook.ts";
import { makeZip } from "../../support/make-zip.ts";
import { upload } from "../../support/upload.ts";

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await startApi();
  await api.database.record.pool.query(
    `insert into settings (key, value, changed_by) values ('zone', '{"center": [122.26, 43.62]}', 'test')`,
  );
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const SETTINGS = { layer: "enterprises", datum: "wgs84", datumConfirmed: true };
const { shp, shx } = makeShapes([{ type: 1, parts: [[[122.26, 43.62]]] }]);
const geoJson = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });
const feature = (code: string, geometry: unknown) => ({ type: "Feature", properties: { code, name: code }, geometry });
const MEGABYTE = Buffer.alloc(1_000_000);

/** Files that cannot be read at all, each with the code of the reason. */
const HOPELESS: [name: string, bytes: Uint8Array | string, code: string][] = [
  ["空.csv", "", "empty"],
  ["bomb.csv.gz", gzipSync(Buffer.alloc(1_600_000_000)), "unpacks-too-large"],
  ["bomb.xlsx", makeZip([{ name: "xl/workbook.xml", content: Buffer.alloc(300_000_000) }]), "unpacks-too-large"],
  ["点.shp", shp, "bare-shapefile"],
  [
    "points.zip",
    makeZip([
      { name: "a.shp", content: shp },
      { name: "a.shx", content: shx },
    ]),
    "incomplete-shapefile",
  ],
  ["climbs.zip", makeZip([{ name: "../../etc/cron.d/a.shp", content: shp }]), "unsafe-name"],
  [
    "nested.zip",
    makeZip([{ name: "inner.zip", content: makeZip([{ name: "a.txt", content: "a" }]) }]),
    "nested-archive",
  ],
  ["locked.zip", makeZip([{ name: "a.shp", content: shp, encrypted: true }]), "encrypted"],
  ["old.xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), MEGABYTE]), "old-workbook"],
  ["broken.geojson", '{"type":"FeatureCollection","features":[{', "broken-json"],
  ["laughs.kml", '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa">]><kml>&a;</kml>', "document-type"],
  ["wide.csv", `${Array.from({ length: 5_000 }, (_, i) => `c${i}`).join(",")}\n`, "too-many-columns"],
  ["picture.csv", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), MEGABYTE]), "unknown-format"],
];

const bytesOf = (content: Uint8Array | string) => new Uint8Array(Buffer.from(content as string));
const deliver = (fileName: string, content: Uint8Array | string, settings: object = {}) =>
  upload(api.request, { fileName, bytes: bytesOf(content), settings: { ...SETTINGS, ...settings } });
const rowsOf = async ({ id }: DraftView) =>
  (await api.get<{ rows: StagedRowView[] }>(`/api/imports/${id}/rows`)).rows.map(({ code, kind, remarks }) => [
    code,
    kind,
    ...remarks.map(({ reason }) => reason),
  ]);

describe("a hopeless file", () => {
  test.each(
    HOPELESS,
  )("%s is refused through the page's way with its reason, and the server lives", async (name, content, code) => {
    const draft = await deliver(name, content);
    expect(draft).toMatchObject({ state: "failed", problem: { code } });
    expect(draft.problem!.detail.length).toBeGreaterThan(10);
    expect((await api.request("/api/health")).status).toBe(200);
    expect((await findRevisions(api.database.record.db)).size).toBe(0);
  });

  describe("at the shell", () => {
    let complained: string[];
    beforeEach(() => {
      vi.stubEnv("DATABASE_URL", api.database.url);
      complained = [];
      vi.spyOn(console, "error").mockImplementation((text: string) => void complained.push(text));
    });
    afterEach(() => {
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
    });

    test.each(HOPELESS)("%s is answered in one line, exit code 1", async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      expect(await run([path, "--layer", "enterprises"])).toBe(1);
      expect(complained).toEqual([expect.stringMatching(/^.{10,400}$/)]);
      await rm(path);
    });
  });
});

describe("a file with something wrong in it", () => {
  test("only a header: no rows, and nothing to write", async () => {
    const draft = await deliver("header.csv", "编号,名称,经度,纬度\n");
    expect(draft).toMatchObject({ state: "ready", preview: { rows: 0, counts: { new: 0 } } });
  });

  test("NUL bytes and lines of another length keep their own rows out", async () => {
    const lines = [
      "code,name,lon,lat",
      "A,good,122.26,43.62",
      "B,b\0d,122.27,43.62",
      "C,short,122.28",
      "D,too,122.2,43.6,x,y",
    ];
    const draft = await deliver("nul.csv", lines.join("\n"));
    expect(await rowsOf(draft)).toEqual([
      ["A", "new"],
      [null, "refused", "broken-row"],
      [null, "refused", "broken-row"],
      [null, "refused", "broken-row"],
    ]);
  });

  test("mixed encodings: GBK with a line of UTF-8 is never read as one without a word", async () => {
    const gbk = Buffer.from("b1e0bac52cc3fbb3c62cbead b6c82cceb3b6c80a".replaceAll(" ", ""), "hex");
    const rows = Buffer.concat([
      gbk,
      Buffer.from("A,", "latin1"),
      Buffer.from("d2bb", "hex"),
      Buffer.from(",122.26,43.62\nB,企业,122.27,43.62\n"),
    ]);
    const draft = await deliver("mixed.csv", rows);
    const isSaid =
      draft.state === "failed" ||
      draft.facts!.encoding!.sure === "guess" ||
      (await rowsOf(draft)).some(([, kind]) => kind === "refused");
    expect(isSaid).toBe(true);
  });

  test("GeoJSON with null, empty, unknown and self-crossing shapes: repaired and said, or refused by name", async () => {
    const bowTie = [
      [
        [122.26, 43.62],
        [122.27, 43.63],
        [122.27, 43.62],
        [122.26, 43.63],
        [122.26, 43.62],
      ],
    ];
    const flat = [
      [
        [122.26, 43.62],
        [122.27, 43.62],
        [122.26, 43.62],
        [122.26, 43.62],
      ],
    ];
    const draft = await deliver(
      "shapes.geojson",
      geoJson(
        feature("good", { type: "Point", coordinates: [122.26, 43.62] }),
        feature("null", null),
        feature("empty", { type: "Polygon", coordinates: [] }),
        feature("circle", { type: "Circle", coordinates: [1, 2] }),
        feature("bow-tie", { type: "Polygon", coordinates: bowTie }),
        feature("flat", { type: "Polygon", coordinates: flat }),
        feature("texts", { type: "Point", coordinates: ["122.26", "43.62"] }),
      ),
    );
    const rows = new Map((await rowsOf(draft)).map(([code, kind, ...reasons]) => [code, [kind, ...reasons]]));
    expect(rows.get("good")).toEqual(["new"]);
    expect(rows.get("bow-tie")).toEqual(["new", "geometry-mended"]);
    for (const code of ["null", "empty", "flat"]) expect(rows.get(code)![0], code).toBe("refused");
    expect([...rows.values()].filter(([kind]) => kind === "refused").length).toBeGreaterThanOrEqual(4);
  });

  test("a workbook with a hidden sheet, titles above the header, joined headings and formulas says so", async () => {
    const title = plainRows([["企业台账"]]);
    const head = plainRows([["编号", "企业名称", "经度", "纬度", "从业人数"]], 2);
    const values = `<row r="3"><c r="A3" t="inlineStr"><is><t>A1</t></is></c><c r="B3" t="inlineStr"><is><t>甲厂</t></is></c><c r="C3"><v>122.26</v></c><c r="D3"><v>43.62</v></c><c r="E3"><f>10+20</f><v>30</v></c></row>`;
    const draft = await deliver(
      "台账.xlsx",
      makeWorkbook({
        sheets: [
          { name: "旧", rows: plainRows([["编号"], ["X"]]), state: "hidden" },
          { name: "现", rows: title + head + values, merges: ["A1:E1"] },
        ],
      }),
    );
    expect(draft).toMatchObject({ state: "ready", preview: { table: "现", counts: { new: 1 } } });
    const said = [...draft.facts!.notices, ...draft.facts!.tables.flatMap(({ notices }) => notices)].map(
      ({ code }) => code,
    );
    expect(said).toEqual(expect.arrayContaining(["hidden-sheet", "rows-above-header", "formula"]));
  });

  test("coordinates as texts with units are read where they are clear, and refused where they are not", async () => {
    const draft = await deliver(
      "units.csv",
      [
        "编号,经度,纬度",
        "A,122.26°E,43.62°N",
        "B,东经122度15分36秒,北纬43度37分12秒",
        "C,122.26度左右,43.62",
        "D,一百二十二,43.62",
      ].join("\n"),
    );
    const kinds = (await rowsOf(draft)).map(([code, kind]) => [code, kind]);
    expect(kinds).toEqual([
      ["A", "new"],
      ["B", "new"],
      ["C", "refused"],
      ["D", "refused"],
    ]);
  });

  test.each([
    ["a UTM zone", [440_340, 4_830_070], "EPSG:32651"],
    ["a Gauss-Kruger zone of 3 degrees without its number", [440_300, 4_832_000], "EPSG:4550"],
  ])("a declared web-Mercator that holds metres of %s is caught by where the zone is", async (_, [x, y], suggested) => {
    const rows = Array.from({ length: 30 }, (__, i) => `A${i},${x! + i * 20},${y! + i * 20}`);
    const draft = await deliver("metres.csv", ["编号,x,y", ...rows].join("\n"), {
      datum: "EPSG:3857",
      datumConfirmed: false,
    });
    const { ask, evidence } = draft.preview!.datum;
    expect([ask, evidence.verdict]).toEqual([true, expect.stringMatching(/contradiction|another-fits-better/)]);
    expect(evidence.candidates.filter(({ inZone }) => inZone === 1).map(({ datum }) => datum)).toContain(suggested);
  });

  test("a declared web-Mercator that holds metres of a Gauss-Kruger zone is caught, and nothing is written unasked", async () => {
    // Places around 122.26 E 43.62 N in CGCS2000 / 3-degree zone 41 (EPSG:4529).
    const rows = Array.from({ length: 30 }, (_, i) => `A${i},${41_440_300 + i * 20},${4_832_000 + i * 20}`);
    const draft = await deliver("metres.csv", ["编号,x,y", ...rows].join("\n"), {
      datum: "EPSG:3857",
      datumConfirmed: false,
    });
    const { ask, evidence } = draft.preview!.datum;
    expect([ask, evidence.verdict]).toEqual([true, "contradiction"]);
    expect(evidence.suggested).toBe("EPSG:4529");
  });
});
