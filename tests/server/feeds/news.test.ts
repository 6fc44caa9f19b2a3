import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSimulated } from "#data/wall/feeds/simulated-mark.ts";
import { findRevisions } from "../../../server/db/layer-revisions.ts";
import type { ReceivedBody } from "../../../server/feeds/message-result.ts";
import type { DutyView, WarningView } from "../../../server/feeds/news-view.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { accident, ago, announcement, makeSource, nextId, reading, shift, warning } from "../../support/feeds.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const warningsOf = async (headline: string) =>
  (await api.get<WarningView[]>("/api/weather-warnings")).filter((each) => each.headline === headline);
const dutyOf = async (unit: string, at?: string) =>
  (await api.get<DutyView[]>(`/api/duty${at ? `?at=${at}` : ""}`)).filter((each) => each.unit === unit);

describe("a weather warning", () => {
  test("holds with its grade until an update takes its place or a cancellation ends it", async () => {
    const source = await makeSource(api, "weather", { simulated: true });
    const first = warning({ headline: "A" });
    await source.send(first);
    expect(await warningsOf("A")).toMatchObject([{ level: "orange", grade: 2, simulated: true }]);
    const second = warning({ headline: "A2", level: "red", updates: first.id });
    await source.send(second);
    expect(await warningsOf("A")).toEqual([]);
    expect(await warningsOf("A2")).toMatchObject([{ grade: 1 }]);
    await source.send({ type: "cancel", id: nextId(), observedAt: ago(0), cancels: second.id });
    expect(await warningsOf("A2")).toEqual([]);
  });

  test("that comes after what ends it never shows", async () => {
    const source = await makeSource(api, "weather");
    const late = warning({ headline: "B" });
    await source.send({ type: "cancel", id: nextId(), observedAt: ago(0), cancels: late.id });
    expect(await source.send(late)).toEqual([{ outcome: "accepted" }]);
    expect(await warningsOf("B")).toEqual([]);
  });

  test("is not ended by another source", async () => {
    const [source, other] = [await makeSource(api, "weather"), await makeSource(api, "weather")];
    const own = warning({ headline: "C" });
    await source.send(own);
    await other.send({ type: "cancel", id: nextId(), observedAt: ago(0), cancels: own.id });
    expect(await warningsOf("C")).toHaveLength(1);
  });

  test("that is over shows no longer, and the gravest stands first", async () => {
    const source = await makeSource(api, "weather");
    await source.send(
      warning({ headline: "D", level: "blue" }),
      warning({ headline: "D", level: "red" }),
      warning({ headline: "D", level: "yellow" }),
      warning({ headline: "D", validFrom: ago(7_200), validTo: ago(3_600) }),
    );
    expect((await warningsOf("D")).map(({ grade }) => grade)).toEqual([1, 3, 4]);
  });
});

describe("a duty roster", () => {
  test("shows who is on duty at an instant, masked, and of a telephone number the ending", async () => {
    const source = await makeSource(api, "roster");
    await source.send(shift({ unit: "E" }));
    expect(await dutyOf("E")).toMatchObject([{ name: "王**", phoneEnding: "1234" }]);
    expect(await dutyOf("E", ago(7_200))).toEqual([]);
    const { rows } = await api.database.record.pool.query("select d::text as row from duty_shifts d");
    expect(JSON.stringify(rows)).not.toContain("13900001234");
  });

  test("shows names where its source may, and what a later shift replaces is gone", async () => {
    const source = await makeSource(api, "roster", { showNames: true });
    const first = shift({ unit: "F" });
    await source.send(first, shift({ unit: "F", name: "赵某", updates: first.id }));
    expect(await dutyOf("F")).toMatchObject([{ name: "赵某" }]);
  });
});

describe("an accident", () => {
  test("becomes a feature of the ledger with the mark of its simulation", async () => {
    const source = await makeSource(api, "accidents", { simulated: true, title: "演练" });
    const sent = accident();
    expect(await source.send(sent)).toEqual([{ outcome: "accepted" }]);
    const { features } = await api.get<{ features: { properties: Record<string, unknown> }[] }>(
      "/api/layers/accidents/features",
    );
    const found = features.find(({ properties }) => properties.code === `${source.id}/${sent.id}`)!;
    expect(found.properties).toMatchObject({ severity: "injury", injuries: 2, observedOn: "2026-05-01" });
    expect(isSimulated(String(found.properties.source))).toBe(true);
    expect(isSimulated(String(found.properties.name))).toBe(true);
  });

  test("does not write over an accident of the same code", async () => {
    const source = await makeSource(api, "accidents");
    const sent = accident();
    await source.send(sent);
    await api.database.record.pool.query("delete from feed_messages");
    expect(await source.send({ ...sent, deaths: 3 })).toMatchObject([{ reason: "code-taken", field: "id" }]);
  });
});

describe("the same body twice", () => {
  test("changes nothing the second time, also at the same moment", async () => {
    const source = await makeSource(api, "accidents");
    const messages = Array.from({ length: 20 }, () => accident());
    const answers = await Promise.all([source.post({ messages }), source.post({ messages })]);
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as ReceivedBody[];
    expect(bodies.map(({ accepted, repeats }) => accepted + repeats)).toEqual([20, 20]);
    expect(bodies.map(({ accepted }) => accepted).sort()).toEqual([0, 20]);
    const { rows } = await api.database.record.pool.query<{ count: number }>(
      "select count(*)::int as count from features where code like $1",
      [`${source.id}/%`],
    );
    expect(rows[0]!.count).toBe(20);
    const revision = (await findRevisions(api.database.record.db)).get("accidents");
    expect(await source.send(...messages)).toEqual(messages.map(() => ({ outcome: "repeat" })));
    expect((await findRevisions(api.database.record.db)).get("accidents")).toBe(revision);
  });

  test("through two nodes on one record is taken once", async () => {
    const node = await startApi({ shared: api.database, dataDir: api.dataDir });
    try {
      const source = await makeSource(api, "sensors");
      await source.send(announcement("G"));
      const body = { messages: Array.from({ length: 50 }, (_, i) => reading("G", 30, { observedAt: ago(50 - i) })) };
      const headers = { authorization: `Bearer ${source.token}` };
      const answers = await Promise.all([source.post(body), node.post(`/api/feeds/${source.id}`, body, headers)]);
      const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as ReceivedBody[];
      expect(bodies.map(({ accepted }) => accepted).sort()).toEqual([0, 50]);
      const { rows } = await api.database.record.pool.query<{ readings: number; alarms: number }>(
        `select (select count(*)::int from feed_readings where source_id = $1) as readings,
           (select count(*)::int from alarms where source_id = $1) as alarms`,
        [source.id],
      );
      expect(rows).toEqual([{ readings: 50, alarms: 1 }]);
    } finally {
      await node.close();
    }
  });
});

describe("a source", () => {
  test("keeps who made, renewed and revoked it, its alarms end with it, and its id is never another's", async () => {
    const source = await makeSource(api, "sensors");
    await source.send(announcement("G"), reading("G", 80));
    await api.post(`/api/feed-sources/${source.id}/token`, { by: "李工" });
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ by: "赵工", reason: "拆除" });
    await api.request(`/api/feed-sources/${source.id}`, { method: "DELETE", body, headers });
    const { events } = await api.get<{ events: unknown[] }>(`/api/feed-sources/${source.id}`);
    expect(events).toMatchObject([
      { kind: "created", by: "王工" },
      { kind: "token-renewed", by: "李工" },
      { kind: "revoked", by: "赵工", reason: "拆除" },
    ]);
    const alarms = await api.get<{ source: { id: string }; state: string }[]>("/api/alarms?state=cleared");
    expect(alarms.filter((alarm) => alarm.source.id === source.id)).toHaveLength(1);
    const sensors = await api.get<{ source: { id: string } }[]>("/api/sensors");
    expect(sensors.some((sensor) => sensor.source.id === source.id)).toBe(false);
    const again = { id: source.id, kind: "weather", title: "x", by: "y" };
    expect(await problemOf(await api.post("/api/feed-sources", again))).toMatchObject({ status: 409, fields: ["id"] });
    expect(await problemOf(await api.post(`/api/feed-sources/${source.id}/token`, { by: "x" }))).toMatchObject({
      status: 409,
    });
    await expect(api.database.record.pool.query("update feed_source_events set by = 'x'")).rejects.toThrow(
      /only added/,
    );
  });

  test("is made only of what its form allows", async () => {
    const good = { id: "s", kind: "sensors", title: "x", by: "y" };
    for (const [change, field] of [
      [{ id: "Grosse" }, "id"],
      [{ kind: "radar" }, "kind"],
      [{ title: " " }, "title"],
      [{ perSecond: 1e9 }, "perSecond"],
      [{ burst: 0 }, "burst"],
      [{ token: "mine" }, "token"],
      [{ by: undefined }, "by"],
    ] as const)
      expect(await problemOf(await api.post("/api/feed-sources", { ...good, ...change }))).toMatchObject({
        status: 400,
        fields: [field],
      });
    expect((await api.request("/api/feed-sources/nobody")).status).toBe(404);
  });
});
