import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { findEvents, pruneEvents } from "../../../server/db/events.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf } from "../../support/drafts.ts";

interface SeenEvent {
  id: number;
  type: string;
  data: unknown;
}

/** Reads a stream of events as a browser does. */
interface Reader {
  next(): Promise<SeenEvent>;
  take(count: number): Promise<SeenEvent[]>;
  leave(): Promise<void>;
}

const houses = LAYERS.find(({ id }) => id === "houses")!;
let api: TestApi;
let open: Reader[] = [];

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
afterEach(async () => {
  await Promise.all(open.map((reader) => reader.leave()));
  open = [];
});

let written = 0;
const write = async (): Promise<number> =>
  (await writeFeatures(api.database.record.db, "houses", [draftOf(houses, written++)], { changedBy: "tester" }))
    .revision;

async function follow(lastId?: number): Promise<Reader> {
  const headers: Record<string, string> = lastId === undefined ? {} : { "last-event-id": String(lastId) };
  const answer = await api.request("/api/events", { headers });
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const bytes = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const reader: Reader = {
    async next() {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          const { value, done } = await bytes.read();
          if (done) throw new Error("the stream has ended");
          text += value;
          continue;
        }
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split("\n")
            .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
        );
        text = text.slice(end + 2);
        if (fields.event) return { id: Number(fields.id), type: fields.event, data: JSON.parse(fields.data!) };
      }
    },
    async take(count) {
      const events: SeenEvent[] = [];
      while (events.length < count) events.push(await reader.next());
      return events;
    },
    leave: () => bytes.cancel(),
  };
  open.push(reader);
  return reader;
}

test("a write is told to everybody who follows", async () => {
  await write();
  const readers = await Promise.all(Array.from({ length: 50 }, () => follow()));
  await Promise.all(readers.map((reader) => reader.next()));
  const revision = await write();
  const seen = await Promise.all(readers.map((reader) => reader.next()));
  for (const event of seen)
    expect(event).toEqual({ ...seen[0], type: "layer-revision", data: { layer: "houses", revision } });
  const table = await api.request(`/api/layers/houses/snapshots/${revision}.arrow`);
  expect(table.status).toBe(200);
});

test("a new client is told the present revision first, so that it can tell whether it is behind", async () => {
  const revision = await write();
  const reader = await follow();
  expect(await reader.next()).toMatchObject({ type: "layer-revision", data: { layer: "houses", revision } });
});

test("a client that comes back gets exactly what it has missed, then what follows", async () => {
  const reader = await follow();
  const { id: last } = await reader.next();
  await reader.leave();
  const revisions = [await write(), await write(), await write()];
  const back = await follow(last);
  const missed = await back.take(3);
  expect(missed.map(({ data }) => data)).toEqual(revisions.map((revision) => ({ layer: "houses", revision })));
  expect(missed.map(({ id }) => id)).toEqual([last + 1, last + 2, last + 3]);
  const revision = await write();
  expect(await back.next()).toMatchObject({ id: last + 4, data: { revision } });
});

test("nothing is missed or doubled by a client that loses its line again and again while others write", async () => {
  const start = (await (await follow()).next()).id;
  const writing = (async () => {
    for (let i = 0; i < 40; i++) await write();
  })();
  const seen: number[] = [];
  let last = start;
  while (seen.length < 40) {
    const reader = await follow(last);
    for (const { id } of await reader.take(Math.min(1 + (seen.length % 4), 40 - seen.length))) seen.push(id);
    last = seen.at(-1)!;
    await reader.leave();
  }
  await writing;
  const kept = await findEvents(api.database.record.db, start, 100);
  expect(seen).toEqual(kept.map(({ id }) => id));
});

test("a client of another record, or one away for too long, is told to begin anew", async () => {
  const future = await follow(1_000_000);
  const reset = await future.next();
  expect(reset.type).toBe("reset");
  const revision = await write();
  expect(await future.next()).toMatchObject({ data: { revision } });

  for (let i = 0; i < 12; i++) await write();
  await pruneEvents(api.database.record.db, 5);
  // This server still has them in memory; one that starts now has not.
  const other = await startApi({ shared: api.database });
  try {
    const answer = await other.request("/api/events", { headers: { "last-event-id": "1" } });
    const text = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let seen = "";
    while (!seen.includes("data:")) seen += (await text.read()).value;
    expect(seen).toContain("event: reset");
    await text.cancel();
  } finally {
    await other.close();
  }
});

test.each(["x", "-1", "1.5", "99999999999999999999", ""])("the last id %j is refused", async (id) => {
  const problem = await problemOf(await api.request("/api/events", { headers: { "last-event-id": id } }));
  expect(problem).toMatchObject({ status: 400, fields: ["last-event-id"] });
});

test("clients that vanish give their places back, and one too many is told so", async () => {
  const clients = await Promise.all(
    Array.from({ length: 2_000 }, async () => {
      const line = new AbortController();
      return { line, answer: await api.request("/api/events", { signal: line.signal }) };
    }),
  );
  expect(new Set(clients.map(({ answer }) => answer.status))).toEqual(new Set([200]));
  const refused = await api.request("/api/events");
  expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(await problemOf(refused)).toMatchObject({ status: 503, code: "unavailable" });
  // Some leave in order, some lose their line, some do both.
  for (const [i, { line, answer }] of clients.entries()) {
    if (i % 3 > 0) line.abort();
    if (i % 3 < 2) await answer.body!.cancel();
  }
  expect(await (await follow()).next()).toMatchObject({ type: "layer-revision" });
  const again = await Promise.all(Array.from({ length: 1_999 }, () => api.request("/api/events")));
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await api.request("/api/events")).status).toBe(503);
  await Promise.all(again.map(({ body }) => body!.cancel()));
});

test("all streams end when the server closes", async () => {
  const other = await startApi();
  const answer = await other.request("/api/events");
  const ended = answer.text();
  await other.close();
  expect(await ended).toContain("retry:");
});
