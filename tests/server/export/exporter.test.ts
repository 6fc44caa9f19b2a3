import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { createExporter, type Exporter, type ExporterOptions } from "../../../server/export/exporter.ts";
import type { ExportRequest } from "../../../server/services.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { draftOf, draftsOf } from "../../support/drafts.ts";

const layer = getLayer("roads");
const REQUEST: ExportRequest = {
  layer: "roads",
  format: "csv",
  language: "zh",
  crs: "wgs84",
  filter: null,
  bounds: null,
  asOf: null,
  ids: null,
  madeAt: new Date(),
  demo: false,
};

let database: FreshDatabase;
let exporter: Exporter | undefined;

beforeAll(async () => {
  database = await freshDatabase();
  await writeFeatures(database.record.db, "roads", draftsOf(layer, 50), { changedBy: "tester" });
});
afterEach(() => exporter?.close());
afterAll(() => database.close());

function open(options: Partial<ExporterOptions> = {}): Exporter {
  exporter = createExporter({ connection: database.record.connection, ...options });
  return exporter;
}

const stays = () => new AbortController().signal;
const textOf = async (stream: ReadableStream) => Buffer.from(await new Response(stream).arrayBuffer()).toString();

test("files are written one after another when there is one thread, and all of them whole", async () => {
  const { run } = open({ threads: 1 });
  const files = await Promise.all([1, 2, 3].map(() => run(REQUEST, stays())));
  const texts = await Promise.all(files.map((file) => textOf(file.open())));
  for (const [i, text] of texts.entries()) {
    expect(Buffer.byteLength(text)).toBe(files[i]!.bytes);
    expect(text.trimEnd().split("\r\n")).toHaveLength(51);
  }
});

test("more than a few that wait are turned away, and one that leaves gives up its place", async () => {
  const { run } = open({ threads: 1, queueLimit: 1 });
  const first = run(REQUEST, stays());
  const leaving = new AbortController();
  const waiting = run(REQUEST, leaving.signal);
  await expect(run(REQUEST, stays())).rejects.toMatchObject({ code: "too-many-requests" });
  leaving.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  const next = run(REQUEST, stays());
  expect((await first).rows).toBe(50);
  expect((await next).rows).toBe(50);
});

test("one that takes too long is given up, and says so", async () => {
  await expect(open({ limitMs: 1 }).run(REQUEST, stays())).rejects.toMatchObject({ code: "timeout" });
});

test("a thread that ends by itself takes nothing along but its own export", async () => {
  const dying = new URL("data:text/javascript,process.exit(1)");
  await expect(open({ workerEntry: dying }).run(REQUEST, stays())).rejects.toMatchObject({ code: "unprocessable" });
  expect((await open().run(REQUEST, stays())).rows).toBe(50);
});

test("a server that stops gives up what is being written", async () => {
  const { run, close } = open();
  const running = run(REQUEST, stays());
  await close();
  await expect(running).rejects.toMatchObject({ code: "unavailable" });
  await expect(run(REQUEST, stays())).rejects.toMatchObject({ code: "unavailable" });
});

test("a geometry that another tool wrote badly is named, and the rest comes out", async () => {
  await writeFeatures(database.record.db, "roads", [draftOf(layer, 77)], { changedBy: "tester" });
  // A collection without members: PostgreSQL takes it, and no map can show it.
  await database.record.pool.query(
    "update features set geom = decode('010700000000000000', 'hex') where layer = 'roads' and code = 'C00077'",
  );
  const file = await open().run({ ...REQUEST, format: "geojson" }, stays());
  const { features, about } = JSON.parse(await textOf(file.open()));
  expect(features).toHaveLength(50);
  expect(about.notes).toContain("1 个要素的图形无法读取，未导出：C00077");
});

test("a place without coordinates in the reference system is refused by name", async () => {
  const pole = {
    type: "LineString" as const,
    coordinates: [
      [0, 90],
      [1, 90],
    ],
  };
  await writeFeatures(database.record.db, "roads", [draftOf(layer, 88, { geometry: pole })], { changedBy: "tester" });
  await expect(open().run({ ...REQUEST, crs: "EPSG:3857" }, stays())).rejects.toMatchObject({
    code: "unprocessable",
    message: expect.stringContaining("0, 90"),
  });
});
