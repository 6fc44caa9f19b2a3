import { afterAll, beforeAll, expect, test } from "vitest";
import { KEPT, pruneFeeds } from "../../../server/db/feed-retention.ts";
import { startApi, type TestApi } from "../../support/api.ts";
import { ago, announcement, makeSource, reading, warning } from "../../support/feeds.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const countOf = async (table: string) => {
  const { rows } = await api.database.record.pool.query<{ count: number }>(`select count(*)::int from ${table}`);
  return rows[0]!.count;
};

test("what is older or more than is kept is forgotten, the oldest first, source by source; alarms stay", async () => {
  const [source, other, weather] = [
    await makeSource(api, "sensors"),
    await makeSource(api, "sensors"),
    await makeSource(api, "weather"),
  ];
  await other.send(announcement("G"), reading("G", 1));
  await source.send(announcement("G"));
  for (let i = 0; i < 5; i++) await source.send(reading("G", 10 * i, { observedAt: ago(50 - i) }));
  await weather.send(warning());
  const { db } = api.database.record;

  await pruneFeeds(db, inDays(2));
  expect([await countOf("feed_readings"), await countOf("feed_messages")]).toEqual([6, 9]);
  await pruneFeeds(db, inDays(0), { ...KEPT, readings: { ...KEPT.readings, atMost: 2 } });
  const kept = await api.get<{ value: number }[]>(`/api/sensors/${source.id}/G/readings`);
  // The one at the bound stays: what came at the same instant is kept or forgotten together.
  expect(kept.map(({ value }) => value)).toEqual([40, 30, 20]);
  expect(await api.get<unknown[]>(`/api/sensors/${other.id}/G/readings`)).toHaveLength(1);
  await pruneFeeds(db, inDays(4));
  expect([await countOf("feed_readings"), await countOf("feed_messages")]).toEqual([4, 0]);
  await pruneFeeds(db, inDays(8));
  expect([await countOf("feed_readings"), await countOf("weather_warnings")]).toEqual([0, 1]);
  await pruneFeeds(db, inDays(91));
  expect([await countOf("weather_warnings"), await countOf("alarms")]).toEqual([0, 1]);
});
