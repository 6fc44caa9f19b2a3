import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AlarmView } from "../../../server/feeds/alarm-view.ts";
import type { SensorView } from "../../../server/feeds/sensor-view.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { ago, announcement, makeSource, nextId, reading, type TestSource } from "../../support/feeds.ts";

let api: TestApi;
let source: TestSource;

beforeAll(async () => {
  api = await startApi();
  source = await makeSource(api, "sensors", { simulated: true });
});
afterAll(() => api.close());

const sensorOf = async (sensor: string) =>
  (await api.get<SensorView[]>("/api/sensors")).find((each) => each.sensor === sensor)!;
const alarmsOf = async (sensor: string) =>
  (await api.get<AlarmView[]>("/api/alarms")).filter((each) => each.sensor === sensor);
const acknowledge = (alarm: AlarmView, more = {}) =>
  api.post(`/api/alarms/${alarm.id}/acknowledge`, { by: "李工", note: "已派人", revision: alarm.revision, ...more });

describe("a sensor", () => {
  test("is announced, waits, and shows its newest reading with the mark of its simulation", async () => {
    expect(await source.send(announcement("A"))).toEqual([{ outcome: "accepted" }]);
    expect(await sensorOf("A")).toMatchObject({ state: "waiting", newest: null, simulated: true });
    await source.send(reading("A", 3, { observedAt: ago(60) }), reading("A", 4, { observedAt: ago(30) }));
    expect(await sensorOf("A")).toMatchObject({ state: "normal", newest: { value: 4 }, position: [122.26, 43.62] });
    const readings = await api.get<{ value: number }[]>(`/api/sensors/${source.id}/A/readings`);
    expect(readings.map(({ value }) => value)).toEqual([4, 3]);
  });

  test("keeps a late reading as history only, and it raises nothing", async () => {
    await source.send(announcement("B"), reading("B", 4, { observedAt: ago(30) }));
    expect(await source.send(reading("B", 90, { observedAt: ago(60) }))).toEqual([{ outcome: "late" }]);
    expect(await source.send(reading("B", 90, { observedAt: ago(2 * 86_400) }))).toEqual([{ outcome: "late" }]);
    expect(await sensorOf("B")).toMatchObject({ state: "normal", newest: { value: 4 } });
    const readings = await api.get<unknown[]>(`/api/sensors/${source.id}/B/readings?since=${ago(120)}`);
    expect(readings).toHaveLength(2);
  });

  test("that stands with a feature is where the feature is, and a feature that is not there is quarantined", async () => {
    const { writeFeatures } = await import("../../../server/db/feature-writes.ts");
    const draft = {
      code: "Z1",
      name: "罐区",
      geometry: { type: "Point" as const, coordinates: [122.3, 43.7] },
      ...{ attributes: {}, positionErrorM: null, districtCode: null, source: "t", observedOn: null },
    };
    await writeFeatures(api.database.record.db, "hazard-sources", [draft], { changedBy: "t" });
    const place = { layer: "hazard-sources", code: "Z1" };
    expect(await source.send(announcement("C", { place }))).toEqual([{ outcome: "accepted" }]);
    expect(await sensorOf("C")).toMatchObject({ position: [122.3, 43.7], feature: { name: "罐区" } });
    expect(await source.send(announcement("D", { place: { ...place, code: "Z9" } }))).toMatchObject([
      { outcome: "quarantined", reason: "unknown-feature", field: "place" },
    ]);
  });

  test("falls silent when its interval is over, which is no alarm, and speaks again", async () => {
    await source.send(announcement("E", { intervalS: 1 }), reading("E", 1));
    await until(async () => (await sensorOf("E")).state === "silent");
    expect(await alarmsOf("E")).toEqual([]);
    await source.send(reading("E", 2, { observedAt: ago(0) }));
    expect(await sensorOf("E")).toMatchObject({ state: "normal", silentSince: null });
  });
});

describe("an alarm", () => {
  test("is raised, escalated, taken in hand, opened again, eased and cleared, and all of it is kept", async () => {
    await source.send(announcement("F"));
    await source.send(reading("F", 25, { observedAt: ago(50) }));
    const [raised] = await alarmsOf("F");
    expect(raised).toMatchObject({ state: "raised", grade: 3, simulated: true, value: 25, revision: 1 });
    const taken = (await (await acknowledge(raised!)).json()) as AlarmView;
    expect(taken).toMatchObject({ state: "acknowledged", acknowledgedBy: "李工", note: "已派人" });
    await source.send(reading("F", 60, { observedAt: ago(40) }));
    const [graver] = await alarmsOf("F");
    expect(graver).toMatchObject({ id: raised!.id, state: "raised", grade: 1, acknowledgedBy: null });
    expect(await problemOf(await acknowledge(raised!))).toMatchObject({ status: 409, fields: ["revision"] });
    await acknowledge(graver!);
    await source.send(reading("F", 30, { observedAt: ago(30) }));
    expect(await alarmsOf("F")).toMatchObject([{ state: "acknowledged", grade: 3, gravest: 1 }]);
    await source.send(reading("F", 2, { observedAt: ago(20) }));
    expect(await alarmsOf("F")).toMatchObject([{ state: "cleared", gravest: 1, clearedAt: expect.any(String) }]);
    const { events } = await api.get<{ events: { kind: string }[] }>(`/api/alarms/${raised!.id}`);
    expect(events.map(({ kind }) => kind)).toEqual([
      "raised",
      "acknowledged",
      "escalated",
      "acknowledged",
      "eased",
      "cleared",
    ]);
    await expect(api.database.record.pool.query("delete from alarm_events")).rejects.toThrow(/only added to/);
  });

  test("is raised once by a value that dances around its limit", async () => {
    await source.send(announcement("G"));
    const values = [19, 21, 19, 20, 16, 22, 15.5, 20];
    await source.send(...values.map((value, i) => reading("G", value, { observedAt: ago(100 - i) })));
    expect(await alarmsOf("G")).toMatchObject([{ state: "raised", grade: 3 }]);
  });

  test("that comes and goes within one body is kept, and told of", async () => {
    const before = api.services.events.position;
    await source.send(announcement("H"));
    await source.send(reading("H", 80, { observedAt: ago(9) }), reading("H", 0, { observedAt: ago(8) }));
    const [alarm] = await alarmsOf("H");
    expect(alarm).toMatchObject({ state: "cleared", grade: 1, acknowledgedAt: null });
    await api.services.events.refresh();
    const told = await api.services.events.after(before);
    expect(told).toContainEqual(
      expect.objectContaining({
        type: "alarm",
        payload: { id: alarm!.id, grade: 1, state: "cleared", simulated: true },
      }),
    );
    expect((await acknowledge(alarm!)).status).toBe(200);
  });

  test("whose hold time is over is raised by time alone", async () => {
    const rule = { thresholds: [{ grade: 2, side: "high", at: 20 }], hysteresis: 0, holdS: 1 };
    await source.send(announcement("I", { rule }), reading("I", 30, { observedAt: ago(0) }));
    expect(await alarmsOf("I")).toEqual([]);
    await until(async () => (await alarmsOf("I")).length === 1);
  });

  test("of a sensor that is announced in another unit is cleared", async () => {
    await source.send(announcement("J"), reading("J", 60));
    await source.send(announcement("J", { unit: "ppm", observedAt: ago(0) }));
    expect(await alarmsOf("J")).toMatchObject([{ state: "cleared", value: 60, unit: "%LEL" }]);
  });

  test("is found by state, and a stranger's id is 404", async () => {
    const open = await api.get<AlarmView[]>("/api/alarms?state=raised,acknowledged");
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ state }) => state !== "cleared")).toBe(true);
    expect(open.map(({ grade }) => grade)).toEqual(open.map(({ grade }) => grade).sort());
    expect(await problemOf(await api.request("/api/alarms?state=red"))).toMatchObject({ status: 400 });
    const nobody = "018f0000-0000-7000-8000-000000000000";
    expect((await api.request(`/api/alarms/${nobody}`)).status).toBe(404);
    expect((await api.post(`/api/alarms/${nobody}/acknowledge`, { by: "x", revision: 1 })).status).toBe(404);
  });

  test("is taken in hand once when two people do it at the same moment", async () => {
    await source.send(announcement("K"), reading("K", 60));
    const [alarm] = await alarmsOf("K");
    const answers = await Promise.all([acknowledge(alarm!), acknowledge(alarm!, { by: "赵工" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test("what a body brings and what followers hear are one: no alarm without its event, and feeds once a second", async () => {
  const other = await makeSource(api, "sensors");
  await other.send(announcement("L"));
  const before = api.services.events.position;
  for (let i = 0; i < 10; i++) await other.send(reading("L", i, { id: nextId(), observedAt: ago(20 - i) }));
  await until(async () => {
    await api.services.events.refresh();
    const told = (await api.services.events.after(before)) ?? [];
    return told.some(({ type, payload }) => type === "feed" && (payload as { source: string }).source === other.id);
  });
  const told = (await api.services.events.after(before))!.filter(
    ({ type, payload }) => type === "feed" && (payload as { source: string }).source === other.id,
  );
  expect(told.length).toBeLessThanOrEqual(2);
  expect(told[0]!.payload).toEqual({ source: other.id, kind: "sensors", simulated: false });
});

/** Resolves when it is so; the server looks twice a second. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()))
    await api.services.events.news(api.services.events.position, 50, new AbortController().signal);
}
