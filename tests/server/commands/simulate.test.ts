import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { isSimulated } from "#data/wall/feeds/simulated-mark.ts";
import { run } from "../../../server/commands/simulate.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { writeSetting } from "../../../server/db/settings.ts";
import type { AlarmView } from "../../../server/feeds/alarm-view.ts";
import type { SensorView } from "../../../server/feeds/sensor-view.ts";
import type { FeedSource } from "../../../server/feeds/source.ts";
import { type Listening, listen } from "../../../server/listen.ts";
import { createMapClient } from "../../../server/simulate/map-client.ts";
import { tellStory } from "../../../server/simulate/tell-story.ts";
import { startApi, type TestApi } from "../../support/api.ts";

let api: TestApi;
let listening: Listening;
let said: string[];

beforeAll(async () => {
  api = await startApi();
  listening = await listen({ host: "127.0.0.1", port: 0 }, api.fetch);
  const site = (code: string, kind: string) => ({
    code,
    name: `演示 ${code}`,
    geometry: { type: "Point" as const, coordinates: [122.26, 43.62] },
    attributes: { kind, level: "3", substances: [{ name: "液化石油气", tonnes: 100 }] },
    ...{ positionErrorM: null, districtCode: null, source: "t", observedOn: null },
  });
  const { db } = api.database.record;
  await writeFeatures(db, "hazard-sources", [site("Z001", "tank-farm"), site("Z002", "lpg-station")], {
    changedBy: "t",
  });
  await writeSetting(db, "zone", { center: [122.26, 43.62] }, "t");
});
afterAll(async () => {
  await listening.close();
  await api.close();
});
beforeEach(() => {
  said = [];
  for (const stream of ["log", "error"] as const)
    vi.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => vi.restoreAllMocks());

const simulate = (...args: string[]) => run(["--url", listening.url, ...args]);
const sourcesOf = () => api.get<FeedSource[]>("/api/feed-sources");

test("where there is no demonstration zone nothing is sent without a word that says so", async () => {
  expect(await simulate()).toBe(1);
  expect(said.join()).toContain("--yes-mark-as-simulation");
  expect(await sourcesOf()).toEqual([]);
});

describe("in the demonstration zone", () => {
  beforeAll(() => writeSetting(api.database.record.db, "demo", { seed: 1, edition: "1" }, "t"));

  test("a leak raises an alarm that clears, and everything is marked as simulation", async () => {
    // A clock of its own, a minute and a half behind: no second of the story is lost to a busy machine, and none is waited for.
    let now = Date.now() - 90_000;
    const clock = {
      now: () => now,
      async pause(ms: number) {
        now += ms;
      },
    };
    const story = { scenario: "leak", seed: 1, speed: 1, seconds: 60, signal: new AbortController().signal } as const;
    const told = await tellStory(createMapClient(listening.url), story, clock);
    expect(told).toMatchObject({ late: 0, quarantined: 0 });
    const alarms = await api.get<AlarmView[]>("/api/alarms");
    expect(alarms).toMatchObject([{ state: "cleared", gravest: 1, simulated: true, unit: "%LEL" }]);
    const sensors = await api.get<SensorView[]>("/api/sensors");
    expect(sensors.length).toBeGreaterThan(3);
    expect(sensors.every(({ simulated, feature }) => simulated && feature?.id)).toBe(true);
    expect((await sourcesOf()).every(({ simulated }) => simulated)).toBe(true);
  });

  test("a second run takes the sources over; a crash leaves one accident, which --remove takes out again", async () => {
    const before = (await sourcesOf()).map(({ id }) => id);
    expect(await simulate("--scenario", "crash", "--speed", "20", "--minutes", "0.02"), said.join()).toBe(0);
    expect((await sourcesOf()).map(({ id }) => id)).toEqual(before);
    const accidents = async () => {
      const { features } = await api.get<{ features: { properties: { source: string } }[] }>(
        "/api/layers/accidents/features",
      );
      return features.map(({ properties }) => properties.source);
    };
    expect((await accidents()).map(isSimulated)).toEqual([true]);
    expect(await simulate("--remove")).toBe(0);
    expect(said.at(-1)).toBe("4 sources revoked, 1 accidents removed");
    expect(await accidents()).toEqual([]);
    expect(await api.get("/api/sensors")).toEqual([]);
  });

  test("after a removal new sources are made beside the revoked ones", async () => {
    expect(await simulate("--scenario", "storm", "--speed", "20", "--minutes", "0.03"), said.join()).toBe(0);
    expect((await sourcesOf()).filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)).toContain(
      "sim-weather-2",
    );
    expect(await api.get<unknown[]>("/api/weather-warnings")).toMatchObject([{ kind: "gale", simulated: true }]);
  });
});

test("what cannot be followed is said in one line", async () => {
  for (const [args, word] of [
    [["--scenario", "flood"], "leak, storm, crash, calm"],
    [["--minutes", "soon"], "--minutes"],
    [["--speed", "0"], "--speed"],
    [["--url", "nowhere"], "--url"],
    [["--nonsense"], "nonsense"],
  ] as const) {
    expect(await run(args)).toBe(1);
    expect(said.at(-1)).toContain(word);
  }
  expect(await run(["--url", "http://127.0.0.1:9"])).toBe(1);
  expect(said.at(-1)).toContain("no server answers");
  expect(await run(["--help"])).toBe(0);
});
