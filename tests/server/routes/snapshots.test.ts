import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { DAY_MS } from "#data/snapshot/local-time.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf, draftsOf, SECRET } from "../../support/drafts.ts";

interface Layer {
  id: string;
  count: number;
  revision: number;
  extent: number[] | null;
  dataDate: string | null;
  lastDelivered: string | null;
  refreshDays?: number;
  overdue: boolean | null;
  attributes: Record<string, { personal?: boolean }>;
}

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  for (const layer of LAYERS)
    if (layer.id !== "infrastructure")
      await writeFeatures(api.database.record.db, layer.id, draftsOf(layer, 25), { changedBy: "tester" });
  await api.settle();
});
afterAll(() => api.close());

const layers = () => api.get<Layer[]>("/api/layers");
const fetchTable = async (id: string, revision: number) =>
  new Uint8Array(await (await api.request(`/api/layers/${id}/snapshots/${revision}.arrow`)).arrayBuffer());

test("the list of layers follows the registry and says how much there is", async () => {
  const listed = await layers();
  expect(listed.map(({ id }) => id)).toEqual(LAYERS.map(({ id }) => id));
  for (const layer of listed) {
    const empty = layer.id === "infrastructure";
    expect(layer.count, layer.id).toBe(empty ? 0 : 25);
    expect(layer.dataDate, layer.id).toBe(empty ? null : "2026-03-01");
    expect(layer.extent === null, layer.id).toBe(empty);
    expect(await api.get(`/api/layers/${layer.id}`)).toEqual(layer);
  }
});

test("each layer says when it was last delivered, and whether it is older than agreed", async () => {
  for (const { id, lastDelivered, refreshDays, overdue } of await layers()) {
    const empty = id === "infrastructure";
    if (empty) expect(lastDelivered).toBeNull();
    else expect(Date.now() - Date.parse(lastDelivered!), id).toBeLessThan(600_000);
    const days = (Date.parse(localDayOf(new Date())) - Date.parse("2026-03-01")) / DAY_MS;
    expect(overdue, id).toBe(empty || refreshDays === undefined ? null : days > refreshDays);
  }
});

test("every layer, an empty one too, comes as the table that its revision names", async () => {
  for (const { id, revision, count } of await layers()) {
    const bytes = await fetchTable(id, revision);
    const snapshot = openSnapshot(bytes);
    expect(snapshot, id).toMatchObject({ layer: id, revision, count });
    expect(Buffer.from(bytes).includes(SECRET), id).toBe(false);
  }
});

test("travels gzipped to those who accept it, as the same bytes, and may be kept for ever", async () => {
  const { revision } = (await layers()).find(({ id }) => id === "houses")!;
  const path = `/api/layers/houses/snapshots/${revision}.arrow`;
  const packed = await api.request(path, { headers: { "accept-encoding": "gzip, deflate, br" } });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  const plain = await api.request(path);
  expect(plain.headers.get("content-encoding")).toBeNull();
  for (const answer of [packed, plain]) {
    expect(answer.headers.get("content-type")).toBe("application/vnd.apache.arrow.stream");
    expect(answer.headers.get("cache-control")).toMatch(/immutable/);
    expect(answer.headers.get("vary")).toBe("accept-encoding");
  }
  expect(gunzipSync(await packed.arrayBuffer()).equals(Buffer.from(await plain.arrayBuffer()))).toBe(true);
  const again = await api.request(path, { headers: { "if-none-match": plain.headers.get("etag")! } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("the same revision of another record is not taken for one that the client has", async () => {
  const other = await startApi();
  try {
    const layer = LAYERS.find(({ id }) => id === "houses")!;
    await writeFeatures(other.database.record.db, "houses", draftsOf(layer, 24), { changedBy: "tester" });
    await other.settle();
    const path = "/api/layers/houses/snapshots/1.arrow";
    const first = await api.request(path);
    const headers = { "if-none-match": first.headers.get("etag")! };
    expect((await api.request(path, { headers })).status).toBe(304);
    expect((await other.request(path, { headers })).status).toBe(200);
  } finally {
    await other.close();
  }
});

test("a revision that was just written can be fetched at once, without asking twice", async () => {
  const layer = LAYERS.find(({ id }) => id === "forces")!;
  for (let round = 0; round < 3; round++) {
    const written = await writeFeatures(api.database.record.db, "forces", [draftOf(layer, 500 + round)], {
      changedBy: "tester",
    });
    expect(openSnapshot(await fetchTable("forces", written.revision)).count).toBe(26 + round);
  }
});

test("of commits that follow each other at once none is missing: one that was passed over leads to the next", async () => {
  const layer = LAYERS.find(({ id }) => id === "districts")!;
  const written = await Promise.all(
    [900, 901, 902].map((n) =>
      writeFeatures(api.database.record.db, "districts", [draftOf(layer, n)], { changedBy: "tester" }),
    ),
  );
  for (const { revision } of written) {
    const answer = await api.request(`/api/layers/districts/snapshots/${revision}.arrow`);
    if (answer.status === 200) continue;
    expect(answer.status).toBe(307);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const next = Number.parseInt(answer.headers.get("location")!, 10);
    expect(next).toBeGreaterThan(revision);
    expect(openSnapshot(await fetchTable("districts", next)).revision).toBe(next);
  }
});

test("a revision that is not there is 404 and names the present one; a name that is no revision is 400", async () => {
  const { revision } = (await layers()).find(({ id }) => id === "houses")!;
  const missing = await problemOf(await api.request(`/api/layers/houses/snapshots/${revision + 1000}.arrow`));
  expect(missing).toMatchObject({ status: 404 });
  expect(missing.detail).toContain(String(revision));
  for (const file of [
    "x.arrow",
    "1",
    "-1.arrow",
    "01.arrow",
    "1.arrow.gz",
    "1e3.arrow",
    "..%2f1.arrow",
    `${"9".repeat(30)}.arrow`,
  ])
    expect(await problemOf(await api.request(`/api/layers/houses/snapshots/${file}`)), file).toMatchObject({
      status: 400,
      fields: ["file"],
    });
});
