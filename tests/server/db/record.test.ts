import { tmpdir } from "node:os";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findEventRange, findEvents, pruneEvents, recordEvent } from "../../../server/db/events.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findRevisions } from "../../../server/db/layer-revisions.ts";
import { openRecord } from "../../../server/db/record.ts";
import { findSetting, writeSetting } from "../../../server/db/settings.ts";
import { subscribe } from "../../../server/db/subscribe.ts";
import { toAppError } from "../../../server/errors.ts";
import { emptyDatabase, type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const point = (code: string) => ({
  code,
  name: code,
  geometry: { type: "Point" as const, coordinates: [122, 43] },
  attributes: {},
  positionErrorM: null,
  districtCode: null,
  source: "test",
  observedOn: null,
});
const write = (layer: string, ...codes: string[]) =>
  writeFeatures(database.record.db, layer, codes.map(point), { changedBy: "tester" });

/** Resolves with the first value that satisfies the condition. */
function firstOf<T>() {
  const seen: T[] = [];
  const waiting: { condition: (value: T) => boolean; resolve: (value: T) => void }[] = [];
  return {
    push(value: T) {
      seen.push(value);
      for (const { condition, resolve } of waiting) if (condition(value)) resolve(value);
    },
    find: (condition: (value: T) => boolean) =>
      new Promise<T>((resolve) => {
        const there = seen.find(condition);
        if (there !== undefined) resolve(there);
        else waiting.push({ condition, resolve });
      }),
  };
}

test("several nodes that start together on an empty database all get the schema", async () => {
  const { url, drop } = await emptyDatabase();
  const records = await Promise.all([1, 2, 3].map(() => openRecord({ dataDir: tmpdir(), databaseUrl: url })));
  for (const record of records) {
    expect(record.engine).toBe("external");
    expect(Number.parseInt(record.version, 10)).toBeGreaterThanOrEqual(15);
    expect(await findRevisions(record.db)).toEqual(new Map());
  }
  await Promise.all(records.map((record) => record.close()));
  await drop();
});

test("a database of a newer program is refused with one line", async () => {
  const { url, record, close } = await freshDatabase();
  await record.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9e12)`);
  await expect(openRecord({ dataDir: tmpdir(), databaseUrl: url })).rejects.toThrow(
    /^the database was written by a newer/,
  );
  await close();
});

test("a user who may not create tables gets one line that says so", async () => {
  const { url, drop } = await emptyDatabase();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const role = `guest_${process.pid}`;
  await admin.query(`create role ${role} login password 'guest'`);
  const guest = new URL(url);
  guest.username = role;
  guest.password = "guest";
  await expect(openRecord({ dataDir: tmpdir(), databaseUrl: guest.href })).rejects.toThrow(
    /^the database's tables cannot be brought up to date: permission denied [^\n]+$/,
  );
  await admin.query(`drop role ${role}`);
  await admin.end();
  await drop();
});

test("an address where nothing answers is refused with one line that keeps the password", async () => {
  const url = "postgresql://someone:hunter2@127.0.0.1:9/nothing";
  const opening = openRecord({ dataDir: tmpdir(), databaseUrl: url });
  await expect(opening).rejects.toThrow(/^(?!.*hunter2)DATABASE_URL cannot be reached: .+$/);
});

test("a change is announced once, with the layer's revision, when it is committed", async () => {
  const notes = firstOf<string>();
  const listening = firstOf<true>();
  const subscription = subscribe(database.record.connection, ["layer_revision"], {
    onNotification: (_, payload) => notes.push(payload),
    onListening: () => listening.push(true),
  });
  await listening.find(Boolean);
  await write("announced", "A", "B");
  const payload = await notes.find((text) => text.includes("announced"));
  expect(JSON.parse(payload)).toEqual({ layer: "announced", revision: 1 });
  await subscription.close();
});

test("a listener whose connection is cut listens again and says so", async () => {
  let begun = 0;
  const listening = firstOf<number>();
  const notes = firstOf<string>();
  const subscription = subscribe(database.record.connection, ["event"], {
    onNotification: (_, payload) => notes.push(payload),
    onListening: () => listening.push(++begun),
  });
  await listening.find((times) => times === 1);
  await database.record.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'zone-risk-map listener' and datname = current_database()`,
  );
  await listening.find((times) => times === 2);
  const id = await recordEvent(database.record.db, "alarm", { level: 1 });
  expect(await notes.find((text) => text === String(id))).toBe(String(id));
  await subscription.close();
});

test("events are replayed after an id, in the order of commits, and the oldest can be forgotten", async () => {
  const { db } = database.record;
  const { latest } = await findEventRange(db);
  await write("replayed", "A");
  await recordEvent(db, "incident", { place: "北门" });
  const events = await findEvents(db, latest, 10);
  expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual([
    { type: "layer-revision", payload: { layer: "replayed", revision: 1 } },
    { type: "incident", payload: { place: "北门" } },
  ]);
  await pruneEvents(db, 1);
  expect(await findEventRange(db)).toEqual({ oldest: events[1]!.id, latest: events[1]!.id });
});

test("an event that began first but commits last gets the later id", async () => {
  const { db } = database.record;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let started = () => {};
  const begun = new Promise<void>((resolve) => {
    started = resolve;
  });
  const slow = db.transaction(async (tx) => {
    await writeFeatures(tx, "slow", [point("A")], { changedBy: "tester" });
    started();
    await held;
  });
  await begun;
  const fast = await recordEvent(db, "fast", {});
  release();
  await slow;
  const after = await findEvents(db, fast, 10);
  expect(after.map(({ payload }) => payload)).toEqual([{ layer: "slow", revision: 1 }]);
});

test("a request's statement that takes too long ends as a timeout the caller can act on", async () => {
  const impatient = new pg.Pool({ ...database.record.connection, statement_timeout: 50 });
  const error: unknown = await impatient.query("select pg_sleep(10)").catch((e: unknown) => e);
  expect(toAppError(error).code).toBe("timeout");
  await impatient.end();
  const { rows } = await database.record.pool.query("show statement_timeout");
  expect(rows).toEqual([{ statement_timeout: "15s" }]);
});

test("a setting is kept and replaced, and one of the wrong shape is not written", async () => {
  const { db } = database.record;
  expect(await findSetting(db, "demo")).toBeNull();
  await writeSetting(db, "demo", { seed: 1, edition: "1" }, "tester");
  await writeSetting(db, "demo", { seed: 2, edition: "1" }, "tester");
  expect(await findSetting(db, "demo")).toEqual({ seed: 2, edition: "1" });
  await expect(writeSetting(db, "demo", { seed: "x" } as never, "tester")).rejects.toThrow();
});
