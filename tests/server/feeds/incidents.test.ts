import { afterAll, beforeAll, expect, test } from "vitest";
import { findTaking } from "../../../server/db/taking-alarms.ts";
import type { IncidentView } from "../../../server/feeds/incident-view.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { accident, ago, makeSource, nextId, warning } from "../../support/feeds.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const incidentsOf = async (source: string) =>
  (await api.get<IncidentView[]>("/api/incidents?limit=1000")).filter((each) => each.source.id === source);
const acknowledge = (id: string, by = "李工") => api.post(`/api/incidents/${id}/acknowledge`, { by, note: "已通知" });
const takingIds = async () => (await findTaking(api.database.record.db, new Date())).map(({ id }) => id);

test("a weather warning stands until it no longer holds, and may take screens over", async () => {
  const source = await makeSource(api, "weather", { simulated: true });
  await source.send(warning({ headline: "暴雪红色预警", level: "red", kind: "snowstorm" }));
  const [found] = await incidentsOf(source.id);
  expect(found).toMatchObject({
    kind: "weather",
    grade: 1,
    state: "raised",
    simulated: true,
    headline: "暴雪红色预警",
    position: null,
    weather: { kind: "snowstorm", level: "red", areaName: "全区" },
  });
  expect(await takingIds()).toContain(found!.id);
});

test("somebody takes it in hand by name, once", async () => {
  const source = await makeSource(api, "weather");
  await source.send(warning());
  const [{ id }] = (await incidentsOf(source.id)) as [IncidentView];
  const answer = await acknowledge(id);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ state: "acknowledged", acknowledgedBy: "李工", note: "已通知" });
  expect(await problemOf(await acknowledge(id, "王工"))).toMatchObject({ status: 409, code: "conflict" });
  expect((await incidentsOf(source.id))[0]).toMatchObject({ acknowledgedBy: "李工" });
  const missing = await acknowledge("01a217d6-ee98-7f19-860d-c62351be336a");
  expect(await problemOf(missing)).toMatchObject({ status: 404 });
  expect((await api.post(`/api/incidents/${id}/acknowledge`, { by: " " })).status).toBe(400);
});

test("an update that is no graver stays in hand; a graver one stands open again", async () => {
  const source = await makeSource(api, "weather");
  const first = warning({ level: "orange" });
  await source.send(first);
  const [{ id }] = (await incidentsOf(source.id)) as [IncidentView];
  await acknowledge(id);
  const longer = warning({ level: "orange", headline: "longer", updates: first.id });
  await source.send(longer);
  expect(await incidentsOf(source.id)).toMatchObject([
    { headline: "longer", state: "acknowledged", acknowledgedBy: "李工" },
    { id, state: "ended" },
  ]);
  await source.send(warning({ level: "red", headline: "graver", updates: longer.id }));
  expect((await incidentsOf(source.id))[0]).toMatchObject({
    headline: "graver",
    state: "raised",
    acknowledgedBy: null,
  });
});

test("a cancellation ends it, also one that came first; what is over is never raised", async () => {
  const source = await makeSource(api, "weather");
  const [early, late, past] = [warning(), warning(), warning({ validFrom: ago(7_200), validTo: ago(3_600) })];
  const cancel = (cancels: string) => ({ type: "cancel", id: nextId(), observedAt: ago(0), cancels });
  await source.send(early, cancel(late.id));
  await source.send(cancel(early.id), late, past);
  expect((await incidentsOf(source.id)).map(({ state }) => state)).toEqual(["ended"]);
});

test("an accident with dead stands with its place and the ledger's facts, a light one does not", async () => {
  const source = await makeSource(api, "accidents");
  const grave = accident({ severity: "fatal", deaths: 3, name: "三车相撞", roadName: "G111" });
  await source.send(grave, accident(), accident({ dangerousGoods: true }));
  const found = await incidentsOf(source.id);
  expect(found).toMatchObject([
    {
      kind: "accident",
      grade: 1,
      headline: "三车相撞",
      position: [122.26, 43.62],
      accident: { deaths: 3, injuries: 2, dangerousGoods: null, roadName: "G111", code: `${source.id}/${grave.id}` },
    },
    { grade: 2, accident: { deaths: 0, dangerousGoods: true } },
  ]);
});

test("what the ledger does not take raises nothing, and a repeat raises nothing twice", async () => {
  const source = await makeSource(api, "accidents");
  const fatal = accident({ severity: "fatal", deaths: 1 });
  await source.send(fatal, accident({ severity: "fatal", deaths: 1, form: "no-such-form" }));
  await source.send(fatal);
  expect(await incidentsOf(source.id)).toHaveLength(1);
});

test("all that a source raised ends with it", async () => {
  const source = await makeSource(api, "weather");
  await source.send(warning());
  const [{ id }] = (await incidentsOf(source.id)) as [IncidentView];
  const body = JSON.stringify({ by: "王工", reason: "拆除" });
  const headers = { "content-type": "application/json" };
  await api.request(`/api/feed-sources/${source.id}`, { method: "DELETE", body, headers });
  expect((await incidentsOf(source.id)).map(({ state }) => state)).toEqual(["ended"]);
  const { rows } = await api.database.record.pool.query("select payload from events where type = 'incident'");
  expect(rows.filter(({ payload }) => (payload as { id: string }).id === id)).toHaveLength(2);
});
