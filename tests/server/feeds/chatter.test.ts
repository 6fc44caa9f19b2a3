import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHATTER_RAISES, CHATTER_WINDOW_MS } from "#data/wall/alarms/chatter.ts";
import { findTaking } from "../../../server/db/taking-alarms.ts";
import type { AlarmEvent, AlarmView } from "../../../server/feeds/alarm-view.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { ago, announcement, makeSource, reading, type TestSource } from "../../support/feeds.ts";

let api: TestApi;
let source: TestSource;

beforeAll(async () => {
  api = await startApi();
  source = await makeSource(api, "sensors");
});
afterAll(() => api.close());

const alarmsOf = async (sensor: string) =>
  (await api.get<AlarmView[]>("/api/alarms")).filter((each) => each.sensor === sensor);
const ask = async (id: string, verb: "acknowledge" | "shelve" | "unshelve", body: object) =>
  api.post(`/api/alarms/${id}/${verb}`, { by: "李工", ...body });
/** Whether the alarm would take a screen over now. */
const calls = async ({ id }: AlarmView) => {
  const now = new Date();
  return (await findTaking(api.database.record.db, now)).some(
    (each) => each.id === id && each.raisedAt <= now.getTime(),
  );
};

let read = 0;
/** Readings a second apart, each after all before it. */
const readings = (sensor: string, values: readonly number[]) =>
  values.map((value) => reading(sensor, value, { observedAt: ago(3_000 - read++) }));

describe("a sensor that comes and goes", () => {
  test("raises a few alarms, the last of which stays up as one, until it is in hand and has been quiet", async () => {
    await source.send(announcement("C"));
    await source.send(...readings("C", [30, 3, 30, 3, 30, 3, 30, 3, 30, 3]));
    const alarms = await alarmsOf("C");
    expect(alarms).toHaveLength(CHATTER_RAISES);
    expect(alarms.map(({ state, chattering }) => [state, chattering])).toEqual([
      ["raised", true],
      ["cleared", false],
      ["cleared", false],
    ]);
    const [up] = alarms as [AlarmView];
    // It has come and gone since, and may still be taken in hand as it was first read.
    expect((await ask(up.id, "acknowledge", { revision: up.revision })).status).toBe(200);
    await source.send(...readings("C", [30, 3]));
    expect(await alarmsOf("C")).toMatchObject([{ id: up.id, state: "acknowledged" }, {}, {}]);

    const { db } = api.database.record;
    await db.execute(sql`update alarms set left_at = left_at - ${CHATTER_WINDOW_MS} * interval '1 millisecond'`);
    await expect.poll(async () => (await alarmsOf("C"))[0]!.state, { timeout: 20_000 }).toBe("cleared");
    const { events } = await api.get<{ events: AlarmEvent[] }>(`/api/alarms/${up.id}`);
    expect(events.map(({ kind }) => kind)).toEqual(["raised", "acknowledged", "cleared"]);
  });

  test("opens its alarm again for a graver grade, once", async () => {
    await source.send(announcement("D"));
    await source.send(...readings("D", [30, 3, 30, 3, 30, 3]));
    const [up] = (await alarmsOf("D")) as [AlarmView];
    await ask(up.id, "acknowledge", { revision: up.revision });
    await source.send(...readings("D", [60, 30, 60, 3]));
    const [graver] = (await alarmsOf("D")) as [AlarmView];
    expect(graver).toMatchObject({ id: up.id, state: "raised", grade: 1, chattering: true });
    const { events } = await api.get<{ events: AlarmEvent[] }>(`/api/alarms/${up.id}`);
    expect(events.map(({ kind }) => kind)).toEqual(["raised", "acknowledged", "escalated"]);
  });
});

describe("a person", () => {
  test("puts the alarms of a sensor aside, by name and with a reason, and takes that back", async () => {
    await source.send(announcement("S"), ...readings("S", [30]));
    const [alarm] = (await alarmsOf("S")) as [AlarmView];
    expect(await calls(alarm)).toBe(true);
    const answer = await ask(alarm.id, "shelve", { reason: "检修", hours: 8, revision: alarm.revision });
    const { shelf, revision } = (await answer.json()) as AlarmView;
    expect(shelf).toMatchObject({ grade: 3, by: "李工", reason: "检修" });
    expect(Math.round((Date.parse(shelf!.until) - Date.now()) / 3_600_000)).toBe(8);
    expect(await calls(alarm)).toBe(false);

    await source.send(...readings("S", [3, 30]));
    const [next] = (await alarmsOf("S")) as [AlarmView];
    expect(next.id).not.toBe(alarm.id);
    expect(next.shelf).toEqual(shelf);
    expect(await calls(next)).toBe(false);
    expect(await problemOf(await ask(alarm.id, "shelve", { reason: "x", hours: 1, revision }))).toMatchObject({
      status: 409,
    });

    expect(((await (await ask(next.id, "unshelve", {})).json()) as AlarmView).shelf).toBeNull();
    expect(await calls(next)).toBe(true);
    expect(await problemOf(await ask(next.id, "unshelve", {}))).toMatchObject({ status: 409 });
    const { events } = await api.get<{ events: AlarmEvent[] }>(`/api/alarms/${next.id}`);
    expect(events).toMatchObject([{ kind: "raised" }, { kind: "unshelved", by: "李工" }]);
  });

  test("does not put a graver alarm of the sensor aside with it, and grade I not at all", async () => {
    await source.send(announcement("T"), ...readings("T", [30]));
    const [alarm] = (await alarmsOf("T")) as [AlarmView];
    await ask(alarm.id, "shelve", { reason: "检修", hours: 1, revision: alarm.revision });
    await source.send(...readings("T", [60]));
    const [graver] = (await alarmsOf("T")) as [AlarmView];
    expect(graver).toMatchObject({ id: alarm.id, grade: 1, shelf: null });
    expect(await calls(graver)).toBe(true);
    const refused = await ask(alarm.id, "shelve", { reason: "检修", hours: 1, revision: graver.revision });
    expect(await problemOf(refused)).toMatchObject({ status: 422, code: "unprocessable" });
  });

  test("says why and for how long, or is refused with the field", async () => {
    await source.send(announcement("U"), ...readings("U", [30]));
    const [{ id, revision }] = (await alarmsOf("U")) as [AlarmView];
    for (const [word, field] of [
      [{ reason: "", hours: 1 }, "reason"],
      [{ reason: "检修", hours: 9 }, "hours"],
      [{ reason: "检修", hours: 0 }, "hours"],
      [{ hours: 1 }, "reason"],
    ] as const)
      expect(await problemOf(await ask(id, "shelve", { revision, ...word }))).toMatchObject({
        status: 400,
        fields: [field],
      });
  });
});
