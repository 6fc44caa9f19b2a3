import { setTimeout as pause } from "node:timers/promises";
import type { Geometry } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BatchView, BatchWithRows } from "../../../server/batch/parcel.ts";
import { findDatum, fromWgs84 } from "../../../server/intake/datum.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { layerOf, makeGeoPackage, packageBlob } from "../../support/make-geopackage.ts";
import { makeDbf, makeShapes } from "../../support/make-shapefile.ts";
import { makeZip } from "../../support/make-zip.ts";
import { at, FILLING_STATION, SCHOOL, square, writeSurroundings } from "../../support/proposals.ts";
import { readWorkbook, valuesOf } from "../../support/read-workbook.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await writeSurroundings(api);
});
afterAll(() => api.close());

interface Feature {
  readonly geometry: Geometry | null;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const geojson = (features: readonly Feature[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    JSON.stringify({
      type: "FeatureCollection",
      features: features.map((each) => ({ type: "Feature", properties: {}, ...each })),
    }),
  );

const STATIONS = { fileName: "plan.geojson", use: FILLING_STATION };

async function announce(settings: object): Promise<BatchView> {
  const answer = await api.post("/api/proposal-batches", { by: "王工", settings });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as BatchView;
}

const send = (id: string, body: Uint8Array<ArrayBuffer>) =>
  api.request(`/api/proposal-batches/${id}/file`, {
    method: "PUT",
    body,
    headers: { "content-type": "application/octet-stream" },
  });

const getBatch = (id: string) => api.get<BatchWithRows>(`/api/proposal-batches/${id}`);

async function settled(id: string): Promise<BatchWithRows> {
  for (let i = 0; i < 600; i++) {
    const batch = await getBatch(id);
    if (!["receiving", "reading", "checking"].includes(batch.state)) return batch;
    await pause(50);
  }
  throw new Error(`batch ${id} is still being checked`);
}

async function check(settings: object, bytes: Uint8Array<ArrayBuffer>): Promise<BatchWithRows> {
  const { id } = await announce(settings);
  const sent = await send(id, bytes);
  if (sent.status !== 200) throw new Error(`${sent.status}: ${await sent.text()}`);
  return settled(id);
}

test("each parcel gets its verdict, its least margin and the rule that asks most; a bad one has its reason and stops nobody", async () => {
  const crossed: Geometry = { type: "Polygon", coordinates: [[at(0, 0), at(20, 20), at(20, 0), at(0, 20), at(0, 0)]] };
  const far = { type: "Point" as const, coordinates: [10, 50] };
  const batch = await check(
    STATIONS,
    geojson([
      { geometry: square(0, 0, 20), properties: { 地块: "东一" } },
      { geometry: crossed, properties: { 地块: "交叉" } },
      { geometry: null },
      { geometry: square(0, -900, 20), properties: { 地块: "南九" } },
      { geometry: { type: "Point", coordinates: [440_000, 4_830_000] } },
      { geometry: { type: "MultiPoint", coordinates: [[122.26, 43.62]] } },
      { geometry: far },
    ]),
  );
  expect(batch).toMatchObject({
    state: "done",
    demo: true,
    progress: { done: 7, of: 7 },
    counts: { "too-near": 1, clear: 1, "cannot-tell": 0, unchecked: 5 },
    facts: { format: "geojson", datum: "wgs84", nameColumn: "地块" },
  });
  expect(batch.ruleEdition).toMatch(/^\d{4}-/);
  expect(batch.revisions["protection-targets"]).toBe(1);
  const [east, bad, none, south, ordinates, points, abroad] = batch.rows;
  expect(east).toMatchObject({
    name: "东一",
    verdict: "too-near",
    problem: null,
    nearest: { neighbour: { code: "S-NEAR" } },
  });
  expect(east!.marginM).toBeCloseTo(east!.nearest!.measuredM - east!.nearest!.requiredM, 9);
  expect(east!.marginM).toBeLessThan(0);
  expect(east!.mostDemanding!.requiredM).toBeGreaterThanOrEqual(east!.nearest!.requiredM);
  expect(bad).toMatchObject({
    name: "交叉",
    verdict: null,
    problem: { code: "geometry", detail: expect.stringMatching(/cross/) },
  });
  expect(none).toMatchObject({ name: "#3", verdict: null, problem: { code: "no-geometry" } });
  expect(south).toMatchObject({ verdict: "clear", nearest: null, marginM: null });
  expect(ordinates!.problem!.detail).toContain("say the datum");
  expect(points!.problem!.detail).toBe("a MultiPoint is no boundary");
  expect(abroad).toMatchObject({
    verdict: null,
    problem: { code: "geometry", detail: expect.stringContaining("50 km") },
  });
});

test("a parcel that cannot be told says why", async () => {
  const use = { ...FILLING_STATION, outline: "plant-boundary" };
  const { rows } = await check({ fileName: "p.geojson", use }, geojson([{ geometry: square(0, 0, 20) }]));
  expect(rows[0]).toMatchObject({ verdict: "cannot-tell" });
  expect(rows[0]!.reasons.map(({ code }) => code)).toContain("plant-boundary");
});

test("uses come from a column by its codes; a code that nobody explained is the parcel's own trouble", async () => {
  const settings = {
    fileName: "p.geojson",
    useColumn: "用途",
    uses: { A: FILLING_STATION, B: SCHOOL },
    nameColumn: "no",
  };
  const parcel = (no: string, 用途: unknown) => ({ geometry: square(0, 0, 20), properties: { no, 用途 } });
  const batch = await check(
    settings,
    geojson([parcel("1", "A"), parcel("2", "B"), parcel("3", "C"), parcel("4", null)]),
  );
  expect(batch.rows.map(({ name, useCode, verdict }) => [name, useCode, verdict])).toEqual([
    ["1", "A", "too-near"],
    ["2", "B", "clear"],
    ["3", "C", null],
    ["4", null, null],
  ]);
  expect(batch.rows[2]!.problem).toEqual({
    code: "unknown-use",
    detail: "C is no code that was explained; there are A, B",
  });
  expect(batch.rows[3]!.problem).toEqual({ code: "no-use", detail: "用途 is empty" });
});

test("a GeoPackage in Gauss-Kruger metres says the same as GeoJSON in degrees", async () => {
  const gk = findDatum("EPSG:4529");
  const places = [square(0, 0, 20), square(0, -900, 20)];
  const rows = places.map((geometry, i) => {
    const blob = packageBlob(fromWgs84(geometry, gk));
    blob.writeInt32LE(4529, 4);
    return ["INSERT INTO parcels (geom, name) VALUES (?, ?)", [blob, `P${i}`]] as [string, (string | Uint8Array)[]];
  });
  const file = makeGeoPackage([layerOf("parcels", "name TEXT", 4529), ...rows]);
  const [metres, degrees] = [
    await check({ ...STATIONS, fileName: "plan.gpkg" }, new Uint8Array(file)),
    await check(STATIONS, geojson(places.map((geometry) => ({ geometry })))),
  ];
  expect(metres.facts).toMatchObject({ format: "geopackage", datum: "EPSG:4529", nameColumn: "name" });
  expect(metres.rows.map(({ verdict }) => verdict)).toEqual(degrees.rows.map(({ verdict }) => verdict));
  expect(metres.rows[0]!.marginM).toBeCloseTo(degrees.rows[0]!.marginM!, 3);
});

test("KML and a zipped Shapefile say the same as GeoJSON", async () => {
  const places = [square(0, 0, 20), square(0, -900, 20)];
  const rings = places.map(({ coordinates: [ring] }) => ring!.map(([lon, lat]) => [lon, lat] as [number, number]));
  const placemarks = rings.map(
    (ring, i) =>
      `<Placemark><name>P${i}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring.map((at) => at.join(",")).join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`,
  );
  const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join("")}</Document></kml>`;
  const { shp, shx } = makeShapes(rings.map((ring) => ({ type: 5, parts: [[...ring].reverse()] })));
  const dbf = makeDbf([{ name: "name", type: "C", length: 8 }], [["P0"], ["P1"]]);
  const zip = makeZip([
    { name: "plan.shp", content: shp },
    { name: "plan.shx", content: shx },
    { name: "plan.dbf", content: dbf },
  ]);
  const verdicts = async (fileName: string, bytes: Uint8Array) => {
    const { rows } = await check({ ...STATIONS, fileName }, new Uint8Array(bytes));
    return rows.map(({ name, verdict }) => [name, verdict]);
  };
  const expected = [
    ["P0", "too-near"],
    ["P1", "clear"],
  ];
  expect(await verdicts("plan.kml", new TextEncoder().encode(kml))).toEqual(expected);
  expect(await verdicts("plan.zip", zip)).toEqual(expected);
});

test("1,000 parcels are checked, and one more is refused with the number", async () => {
  const parcels = (count: number) =>
    geojson(Array.from({ length: count }, (_, i) => ({ geometry: square(i * 3, -2_000, 2) })));
  expect(await check(STATIONS, parcels(1_000))).toMatchObject({ state: "done", counts: { clear: 1_000 } });
  expect(await check(STATIONS, parcels(1_001))).toMatchObject({
    state: "failed",
    problem: { code: "too-many-parcels", detail: "the file has 1001 parcels: at most 1000 are checked at a time" },
  });
});

describe("files that cannot be checked fail with a reason", () => {
  test.each([
    [geojson([]), {}, /no-parcels|no-features/],
    [new TextEncoder().encode("code,lon\nA,1\n"), { fileName: "a.csv" }, /no-boundaries/],
    [new TextEncoder().encode("{"), {}, /./],
    [new Uint8Array(0), {}, /empty/],
    [geojson([{ geometry: square(0, 0, 9) }]), { nameColumn: "absent" }, /no-column/],
    [geojson([{ geometry: square(0, 0, 9) }]), { table: "absent" }, /no-table/],
  ])("%#", async (bytes, settings, code) => {
    const batch = await check({ ...STATIONS, ...settings }, bytes as Uint8Array<ArrayBuffer>);
    expect(batch.state).toBe("failed");
    expect(batch.problem!.code).toMatch(code);
    expect(batch.problem!.detail).not.toBe("");
  });
});

test("a cancelled batch stops; a forgotten one is gone", async () => {
  const many = geojson(Array.from({ length: 1_000 }, (_, i) => ({ geometry: square(i, 0, 20) })));
  const { id } = await announce(STATIONS);
  await send(id, many);
  expect(await (await api.post(`/api/proposal-batches/${id}/cancel`, {})).json()).toMatchObject({ state: "cancelled" });
  expect((await getBatch(id)).rows.length).toBeLessThan(1_000);
  expect(await problemOf(await send(id, many))).toMatchObject({ status: 409, code: "conflict" });
  expect((await api.request(`/api/proposal-batches/${id}`, { method: "DELETE" })).status).toBe(204);
  expect(await problemOf(await api.request(`/api/proposal-batches/${id}`))).toMatchObject({ status: 404 });
});

test("the workbook and the GeoJSON hold every parcel, and say that they are of the demonstration", async () => {
  const { id } = await check(
    STATIONS,
    geojson([{ geometry: square(0, 0, 20), properties: { name: "=1+1" } }, { geometry: null }]),
  );
  const file = async (format: string) => {
    const answer = await api.request(`/api/proposal-batches/${id}/${format}`);
    expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("演示数据_"));
    return new Uint8Array(await answer.arrayBuffer());
  };
  const [sheet, facts] = readWorkbook(await file("xlsx"));
  expect(sheet!.rows[1]![1]).toMatchObject({ value: "=1+1", formula: "" });
  expect(valuesOf(sheet!).map((row) => row[3])).toEqual(["结论", "距离不足", "未核查"]);
  expect(valuesOf(facts!).flat()).toContain("演示数据：名称和数字均为虚构");
  const collection = JSON.parse(Buffer.from(await file("geojson")).toString());
  expect(collection.about).toMatchObject({ demo: true, by: "王工" });
  expect(collection.features[0]).toMatchObject({
    geometry: { type: "Polygon" },
    properties: { verdict: "too-near", nearestNeighbour: "S-NEAR", problem: null },
  });
  expect(collection.features[1]).toMatchObject({
    geometry: null,
    properties: { verdict: null, problem: "no-geometry" },
  });
});

describe("settings that do not parse are named by their field", () => {
  test.each([
    [{ fileName: "" }, "settings.fileName"],
    [{ use: undefined }, "settings.use"],
    [{ use: { side: "both" } }, "settings.use.side"],
    [{ useColumn: "a" }, "settings.uses"],
    [{ uses: { A: {} }, useColumn: "a" }, "settings.uses.A.side"],
    [{ positionErrorM: -1 }, "settings.positionErrorM"],
    [{ datum: "beijing54" }, "settings.datum"],
    [{ nonsense: 1 }, "settings.nonsense"],
  ])("%j", async (over, field) => {
    const answer = await api.post("/api/proposal-batches", { by: "王工", settings: { ...STATIONS, ...over } });
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ status: 400, code: "bad-body" });
    expect(problem.fields).toContain(field);
  });

  test("a file of another media type is 415, and unknown batches are 404", async () => {
    const { id } = await announce(STATIONS);
    const init = { method: "PUT", body: "{}", headers: { "content-type": "application/json" } };
    expect(await problemOf(await api.request(`/api/proposal-batches/${id}/file`, init))).toMatchObject({ status: 415 });
    const absent = "018f0000-0000-7000-8000-000000000000";
    expect(await problemOf(await send(absent, new Uint8Array(1)))).toMatchObject({ status: 404 });
  });
});
