import { existsSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getLayer, LAYER_IDS } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findRevisions } from "../../../server/db/layer-revisions.ts";
import { describeError } from "../../../server/http/log.ts";
import { snapshotWorker } from "../../../server/parts.ts";
import { type Publisher, startPublisher } from "../../../server/snapshot/publish.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { draftOf, draftsOf, SECRET } from "../../support/drafts.ts";

const houses = getLayer("houses");
let database: FreshDatabase;
let folder: string;
let publisher: Publisher;
let log: string[];

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "publish-"));
  log = [];
});
afterEach(async () => {
  await publisher.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function publish(workerEntry?: URL): Promise<void> {
  const { record } = database;
  const write = (line: string) => {
    log.push(line);
  };
  publisher = startPublisher({
    connection: { connectionString: database.url },
    findRevisions: () => findRevisions(record.db),
    findZoneCenter: async () => null,
    log: pino({ serializers: { err: describeError } }, { write }),
    workerEntry,
  });
  await publisher.ready;
}

const write = (count: number) =>
  writeFeatures(database.record.db, "houses", draftsOf(houses, count), { changedBy: "tester" });
const reached = (revision: number) =>
  expect.poll(() => publisher.published("houses").revision, { timeout: 30_000 }).toBe(revision);

/** The real builder, which cannot live while the flag stands. */
function mortalWorker(flag: string): URL {
  const source = `
    import { existsSync } from "node:fs";
    const dieIfBroken = () => existsSync(${JSON.stringify(flag)}) && process.exit(3);
    dieIfBroken();
    setInterval(dieIfBroken, 5);
    await import(${JSON.stringify(snapshotWorker.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

test("while building fails the last snapshot stays, and the newest follows when it works again", async () => {
  const flag = join(folder, "broken");
  await write(3);
  await publish(mortalWorker(flag));
  expect(publisher.published("houses")).toMatchObject({ revision: 1, count: 3 });
  writeFileSync(flag, "");
  await write(4);
  await write(5);
  await expect
    .poll(() => log.filter((line) => line.includes("snapshot not built")).length, { timeout: 30_000 })
    .toBeGreaterThan(1);
  expect(existsSync(flag)).toBe(true);
  expect(publisher.published("houses")).toMatchObject({ revision: 1, count: 3 });
  expect(await publisher.findBuilt("houses", 1)).not.toBeNull();
  unlinkSync(flag);
  await reached(3);
  expect(publisher.published("houses")).toMatchObject({ count: 5 });
  // The second was never built: who was told of it gets the third, and who asks for what is not there yet, nothing.
  expect(await publisher.findBuilt("houses", 2)).toMatchObject({ revision: 3 });
  expect(await publisher.findBuilt("houses", 1)).toMatchObject({ revision: 1 });
  expect(await publisher.findBuilt("houses", 0)).toBeNull();
});

test("a feature that another tool wrote badly is left out and named; the layer stays on the map", async () => {
  await write(3);
  await publish();
  // An empty collection: PostGIS takes it, and it has no place on a map.
  await database.record.pool.query("update features set geom = '\\x010700000000000000' where code = 'C00001'");
  await reached(2);
  expect(publisher.published("houses")).toMatchObject({ count: 2 });
  expect(log.join("")).toContain('"first":{"code":"C00001"');
});

test("a stranger's write is heard of, and so is one that came while nobody listened", async () => {
  await write(3);
  await publish();
  await database.record.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zone-risk-map listener'",
  );
  await database.record.pool.query("delete from features where code = 'C00002'");
  await reached(2);
  expect(publisher.published("houses")).toMatchObject({ count: 2 });
});

test("every layer is published, empty ones too, without a personal value", async () => {
  await write(3);
  await publish();
  for (const layer of LAYER_IDS) {
    const { packed, revision, count } = publisher.newest(layer);
    const bytes = gunzipSync(packed);
    expect(openSnapshot(bytes)).toMatchObject({ layer, revision, count });
    expect(bytes.includes(SECRET)).toBe(false);
  }
});

test("earlier revisions are kept for pages that are late, but not for ever", async () => {
  await publish();
  for (let n = 1; n <= 6; n++) {
    await writeFeatures(database.record.db, "houses", [draftOf(houses, n)], { changedBy: "tester" });
    await reached(n);
  }
  const kept = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((revision) => publisher.findBuilt("houses", revision)));
  expect(kept.map((built) => built?.revision ?? null)).toEqual([null, null, null, 3, 4, 5, 6, null]);
});
