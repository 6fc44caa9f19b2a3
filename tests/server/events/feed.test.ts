import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findEventRange, findEvents, pruneEvents, recordEvent } from "../../../server/db/events.ts";
import { createEventFeed, type EventFeed, type EventLog } from "../../../server/events/feed.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
let log: EventLog;
const never = new AbortController().signal;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database.record;
  log = { after: (id, limit) => findEvents(db, id, limit), range: () => findEventRange(db) };
});
afterAll(() => database.close());

const happen = async (count: number): Promise<number> => {
  let last = 0;
  for (let i = 0; i < count; i++) last = await recordEvent(database.record.db, "test", { i });
  return last;
};

/** Reads until nothing is new. */
async function readAll(feed: EventFeed, from: number): Promise<number[]> {
  const ids: number[] = [];
  for (let at = from; ; at = ids.at(-1)!) {
    const news = await feed.after(at);
    if (!news || news.length === 0) return ids;
    ids.push(...news.map(({ id }) => id));
  }
}

test("a reader from any earlier id gets exactly the events after it, in order", async () => {
  const start = await happen(1);
  const feed = await createEventFeed(log);
  await happen(1700);
  await feed.refresh();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: feed.position }), async (from) => {
      const expected = (await findEvents(database.record.db, from, 10_000)).map(({ id }) => id);
      expect(await readAll(feed, from)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
  expect(feed.position).toBe(start + 1700);
});

test("overlapping refreshes read every event once", async () => {
  const feed = await createEventFeed(log);
  const from = feed.position;
  const written: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      written.push(await happen(3));
      await feed.refresh();
    }),
  );
  await feed.refresh();
  expect(await readAll(feed, from)).toEqual(Array.from({ length: 60 }, (_, i) => from + 1 + i));
});

describe("waiting for news", () => {
  test("ends when something happens", async () => {
    const feed = await createEventFeed(log);
    const news = feed.news(feed.position, 60_000, never);
    const id = await happen(1);
    await feed.refresh();
    await news;
    expect((await feed.after(id - 1))?.map((event) => event.id)).toEqual([id]);
  });

  test("ends when the reader leaves, when the feed closes, and when its time is up", async () => {
    const feed = await createEventFeed(log);
    const leaving = new AbortController();
    const gone = feed.news(feed.position, 60_000, leaving.signal);
    leaving.abort();
    await gone;
    await feed.news(feed.position, 1, never);
    const closing = feed.news(feed.position, 60_000, never);
    feed.close();
    await closing;
    await feed.news(feed.position, 60_000, never);
  });
});

test("says that it cannot continue from an id of another record, or from one no longer kept", async () => {
  await happen(30);
  const feed = await createEventFeed(log);
  expect(await feed.after(feed.position + 1)).toBeNull();
  await pruneEvents(database.record.db, 10);
  const { oldest } = await log.range();
  expect(await feed.after(oldest - 2)).toBeNull();
  expect(await feed.after(oldest - 1)).toHaveLength(10);
});
