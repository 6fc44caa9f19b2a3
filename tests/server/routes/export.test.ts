import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { writeSetting } from "../../../server/db/settings.ts";
import { EXPORT_FORMAT_IDS, EXPORT_KINDS } from "../../../server/export/kinds.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf, draftsOf, placeOf, SECRET } from "../../support/drafts.ts";
import { readWorkbook, valuesOf } from "../../support/read-workbook.ts";

interface Collection {
  crs?: unknown;
  features: { id: string; properties: Record<string, unknown>; geometry: { coordinates: number[] } }[];
  about: Record<string, unknown>;
}

/** More than one batch of the cursor. */
const MANY = 2_345;
const COUNT = 40;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  const { db } = api.database.record;
  for (const layer of LAYERS.filter(({ id }) => id !== "districts"))
    await writeFeatures(db, layer.id, draftsOf(layer, layer.id === "accidents" ? MANY : COUNT), {
      changedBy: "tester",
    });
  await api.settle();
});
afterAll(() => api.close());

const path = (layer: string, query: Record<string, string> = {}) =>
  `/api/layers/${layer}/export?${new URLSearchParams(query)}`;
const collection = (layer: string, query: Record<string, string> = {}) =>
  api.get<Collection>(path(layer, { format: "geojson", ...query }));
const codes = ({ features }: Collection) => features.map(({ properties }) => properties.code);
const refusal = async (layer: string, query: Record<string, string>) =>
  problemOf(await api.request(path(layer, query)));
const nameOf = (answer: Response) =>
  decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get("content-disposition")!)![1]!);

describe.each(EXPORT_FORMAT_IDS)("as %s", (format) => {
  test("a layer is a file of its media type, with the layer's title and the day in its name", async () => {
    const answer = await api.request(path("hazard-sources", { format }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(EXPORT_KINDS[format].mediaType);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="hazard-sources_\d{4}-\d\d-\d\d\.\w+"; filename\*=UTF-8''%/,
    );
    expect(nameOf(answer)).toMatch(new RegExp(`^重大危险源_\\d{4}-\\d\\d-\\d\\d\\.${EXPORT_KINDS[format].extension}$`));
    const bytes = await answer.arrayBuffer();
    expect(answer.headers.get("content-length")).toBe(String(bytes.byteLength));
  });

  test("nothing personal leaves the record", async () => {
    for (const layer of ["houses", "hazard-sources", "accidents"]) {
      const bytes = Buffer.from(await (await api.request(path(layer, { format }))).arrayBuffer());
      const text = format === "xlsx" ? JSON.stringify(readWorkbook(bytes)) : bytes.toString("latin1");
      expect(text).not.toContain(format === "xlsx" ? SECRET : Buffer.from(SECRET).toString("latin1"));
      expect(text).not.toContain("13900001111");
    }
  });

  test("an empty layer is a valid file that says so in its name", async () => {
    const answer = await api.request(path("districts", { format }));
    expect(answer.status).toBe(200);
    expect(nameOf(answer)).toContain("_无记录.");
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
    const english = await api.request(path("districts", { format, lang: "en" }));
    expect(nameOf(english)).toContain("_no-records.");
    await english.body!.cancel();
  });
});

test("a workbook has Chinese headers and labels, and a second sheet that says what it holds", async () => {
  const answer = await api.request(path("houses", { filter: "grade = 'D'", crs: "gcj02" }));
  const [ledger, about] = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  expect([ledger!.name, about!.name]).toEqual(["自建房", "说明"]);
  const [header, ...rows] = valuesOf(ledger!);
  expect(header!.slice(0, 6)).toEqual(["编号", "名称", "经度(GCJ-02)", "纬度(GCJ-02)", "鉴定等级", "用途"]);
  expect(rows).toHaveLength(COUNT / 5);
  expect(rows.every((row) => row[4] === "D级 整幢危房")).toBe(true);
  const facts = Object.fromEntries(valuesOf(about!)) as Record<string, string>;
  expect(facts).toMatchObject({ 记录数: "8", 数据来源: "test", 数据日期: "2026-03-01", 数据版本: "1" });
  expect(facts).toMatchObject({ 筛选条件: "grade = 'D'", 坐标系: "GCJ-02" });
  expect(facts.注意).toContain("GCJ-02");
  expect(facts.个人信息).toBe("未导出：产权人、使用人、联系电话");
  expect(facts.使用须知).not.toBe("");
});

test("English by choice", async () => {
  const answer = await api.request(path("houses", { lang: "en" }));
  expect(nameOf(answer)).toMatch(/^Self-built-houses_/);
  const [ledger, about] = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  expect(about!.name).toBe("About");
  expect(valuesOf(ledger!)[0]).toEqual(expect.arrayContaining(["Code", "Name", "Longitude", "Floor area (m²)"]));
});

test("more features than one batch come all, in the order of the record", async () => {
  const answer = await api.request(path("accidents", { format: "csv" }));
  const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
  expect(rows.map((row) => row.编号)).toEqual(draftsOf(getLayer("accidents"), MANY).map(({ code }) => code));
});

test("a box, a filter and named features narrow it, together", async () => {
  const [x, y] = placeOf(11);
  const bbox = [x - 1e-4, y - 1e-4, x + 1.1e-3, y + 1e-4].join(",");
  const boxed = await collection("hazard-sources", { bbox });
  expect(codes(boxed)).toEqual(["C00011", "C00012"]);
  expect(codes(await collection("hazard-sources", { bbox, filter: "code = 'C00012'" }))).toEqual(["C00012"]);
  const ids = boxed.features.map(({ id }) => id);
  const stranger = "01890000-0000-7000-8000-000000000000";
  expect(codes(await collection("hazard-sources", { ids: [...ids.reverse(), stranger].join(",") }))).toEqual([
    "C00011",
    "C00012",
  ]);
  expect(codes(await collection("hazard-sources", { ids: ids[0]!, filter: "code = 'C00011'" }))).toEqual([]);
});

test("a box is about outlines, not about their extents", async () => {
  const diagonal = {
    type: "LineString" as const,
    coordinates: [
      [120, 40],
      [121, 41],
    ],
  };
  const layer = getLayer("roads");
  await writeFeatures(api.database.record.db, "roads", [draftOf(layer, 900, { geometry: diagonal })], {
    changedBy: "tester",
  });
  expect(codes(await collection("roads", { bbox: "120.7,40.1,120.9,40.3" }))).toEqual([]);
  expect(codes(await collection("roads", { bbox: "120.4,40.1,120.9,40.6" }))).toEqual(["C00900"]);
  expect((await collection("roads", { bbox: "120.7,40.1,120.9,40.3" })).about.rows).toBe(0);
});

test("thousands of features are named in a body", async () => {
  const all = await collection("accidents");
  const wanted = all.features.filter((_, i) => i % 2 === 0);
  const body = { format: "geojson", ids: wanted.map(({ id }) => id), lang: "en", crs: "EPSG:4550" };
  const answer = await api.post("/api/layers/accidents/export", body);
  const posted = (await answer.json()) as Collection;
  expect(codes(posted)).toEqual(wanted.map(({ properties }) => properties.code));
  expect(posted.crs).toEqual({ type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4550" } });
  expect(String(posted.about.notes)).toContain(`${wanted.length} named features`);
});

test("the layer as it was on a day, with the revision that it had", async () => {
  const { db } = api.database.record;
  const layer = getLayer("forces");
  const before = new Date().toISOString();
  await writeFeatures(db, "forces", [draftOf(layer, 0, { name: "改名" })], { changedBy: "tester" });
  const { id } = (await collection("forces", { filter: "code = 'C00001'" })).features[0]!;
  await removeFeatures(db, "forces", [id], { changedBy: "tester" });
  const then = await collection("forces", { asOf: before });
  expect(then.features).toHaveLength(COUNT);
  expect(then.features[0]!.properties.name).toBe("名称 0");
  expect(then.about).toMatchObject({ revision: 1, asOf: before });
  const now = await collection("forces");
  expect(now.features).toHaveLength(COUNT - 1);
  expect(now.features.map(({ properties }) => properties.name)).toContain("改名");
  expect(now.about).toMatchObject({ revision: 3, asOf: null });
  const removed = await collection("forces", { asOf: new Date().toISOString() });
  expect(removed.about).toMatchObject({ revision: 3, rows: COUNT - 1 });
  const answer = await api.request(path("forces", { format: "csv", asOf: "2024-01-31" }));
  expect(nameOf(answer)).toBe("应急力量_2024-01-31_无记录.csv");
  await answer.body!.cancel();
});

test("cgcs2000-gk is the three-degree zone where the zone lies, or else where the data lies", async () => {
  const byData = await collection("houses", { crs: "cgcs2000-gk" });
  expect(byData.crs).toMatchObject({ properties: { name: "urn:ogc:def:crs:EPSG::4529" } });
  expect(byData.features[0]!.geometry.coordinates[0]).toBeGreaterThan(41_400_000);
  expect(await refusal("districts", { crs: "cgcs2000-gk" })).toMatchObject({ status: 400, fields: ["crs"] });
  await writeSetting(
    api.database.record.db,
    "zone",
    { name: { zh: "甲区", en: "Zone A" }, center: [116.4, 39.9] },
    "tester",
  );
  const byZone = await collection("houses", { crs: "CGCS2000-GK" });
  expect(byZone.crs).toMatchObject({ properties: { name: "urn:ogc:def:crs:EPSG::4527" } });
});

describe("is refused", () => {
  test.each([
    [{ format: "dwg" }, "format", "xlsx, csv, geojson, gpkg, shp, kml"],
    [{ lang: "fr" }, "lang", "zh, en"],
    [{ crs: "EPSG:2154" }, "crs", "cgcs2000-gk"],
    [{ crs: "bd09" }, "crs", "gcj02"],
    [{ crs: "gcj02", format: "kml" }, "crs", "wgs84"],
    [{ filter: "grade = 'Z'" }, "filter", "D, C, B, A, none"],
    [{ filter: `owner = '${SECRET}'` }, "filter", ""],
    [{ bbox: "1,2,3" }, "bbox", "west,south,east,north"],
    [{ asOf: "2026-02-31" }, "asOf", "2026-03-31"],
    [{ ids: "1,2" }, "ids[0]", "feature id"],
    [{ nonsense: "1" }, "nonsense", "format"],
  ])("%j, with what is allowed", async (query, field, allowed) => {
    const { status, code, errors } = await refusal("houses", query as unknown as Record<string, string>);
    expect({ status, code }).toEqual({ status: 400, code: "bad-parameter" });
    expect(errors[0]!.field).toBe(field);
    expect(`${errors[0]!.message} ${errors[0]!.allowed ?? ""}`).toContain(allowed);
  });

  test("a layer that does not exist, with 404", async () => {
    expect(await refusal("nowhere", {})).toMatchObject({ status: 404, fields: ["id"] });
  });

  test("a body with a field that does not exist, or is of the wrong kind", async () => {
    for (const body of [{ nonsense: 1 }, { ids: 1 }, { ids: ["x"] }, { format: 1 }, { crs: null }])
      expect(await problemOf(await api.post("/api/layers/houses/export", body)), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: "bad-body",
      });
  });
});

test("no file stays behind: not one that was taken, not one that was given up, not one that nobody waited for", async () => {
  const present = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("zone-risk-map-export-"));
  // Other servers on this machine may be at work, or have been killed there.
  const others = new Set(await present());
  const left = async () => (await present()).filter((name) => !others.has(name));
  const given = await api.request(path("accidents", { format: "kml" }));
  await given.body!.cancel();
  const leaving = new AbortController();
  const never = api.request(path("accidents", { format: "kml" }), { signal: leaving.signal });
  leaving.abort();
  expect((await never).status).toBe(500);
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
});
