import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scene } from "#data/wall/scene.ts";
import { sceneAt } from "#data/wall/scene-at.ts";
import { PRESET_SCENES, tourOf } from "#data/wall/scenes.ts";
import { findEventRange, findEvents } from "../../../server/db/events.ts";
import type { SceneEntry, ScreenEntry, ScreenView, TokenEntry } from "../../../server/wall/wall.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const BY = { by: "值班员" };
const send = (method: string, path: string, body: unknown) =>
  api.request(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
const scenes = async () => (await api.get<{ scenes: SceneEntry[] }>("/api/scenes")).scenes;
const sceneOf = async (id: string) => (await scenes()).find(({ scene }) => scene.id === id)!;
const look = async (id: string) => (await api.get<ScreenView>(`/api/screens/${id}`)).screen;
const hang = async (name: string): Promise<ScreenEntry> =>
  (await (await api.post("/api/screens", { name, ...BY })).json()) as ScreenEntry;
const tell = (screens: unknown, command: unknown) => api.post("/api/screens/tell", { screens, command, ...BY });

/** What was told from here on. */
async function listen(): Promise<() => Promise<unknown[]>> {
  const { db } = api.database.record;
  const { latest } = await findEventRange(db);
  return async () => (await findEvents(db, latest, 100)).map(({ type, payload }) => [type, payload]);
}

const withoutId = ({ id: _, ...scene }: Scene) => scene;

describe("scenes", () => {
  test("are the product's own until somebody changes one; taken back, it is as it came", async () => {
    expect((await scenes()).map(({ scene, origin }) => [scene.id, origin])).toEqual(
      PRESET_SCENES.map(({ id }) => [id, "preset"]),
    );
    const { scene } = await sceneOf("houses");
    const heard = await listen();
    const answer = await send("PUT", "/api/scenes/houses", {
      scene: { ...withoutId(scene), dwellS: 90 },
      revision: 0,
      ...BY,
    });
    expect(answer.status).toBe(200);
    const changed = await sceneOf("houses");
    expect(changed).toMatchObject({ origin: "changed", changedBy: "值班员", scene: { ...scene, dwellS: 90 } });
    expect(await heard()).toEqual([["scene", { id: "houses" }]]);
    await send("DELETE", "/api/scenes/houses", { revision: changed.revision, ...BY });
    expect(await sceneOf("houses")).toMatchObject({ origin: "preset", scene });
  });

  test("a change made of an earlier revision is refused and changes nothing", async () => {
    const { scene, revision } = await sceneOf("fire-water");
    const body = { scene: { ...withoutId(scene), dwellS: 20 }, revision, ...BY };
    expect((await send("PUT", "/api/scenes/fire-water", body)).status).toBe(200);
    const problem = await problemOf(await send("PUT", "/api/scenes/fire-water", body));
    expect(problem).toMatchObject({ status: 409, fields: ["revision"] });
  });

  test("one made here names layers and panels that this version need not have, and is gone when taken away", async () => {
    const own = { ...withoutId(PRESET_SCENES[0]!), panels: ["from-next-year"] };
    await send("PUT", "/api/scenes/flood", { scene: own, revision: 0, ...BY });
    const made = await sceneOf("flood");
    expect(made).toMatchObject({ origin: "own", scene: { panels: ["from-next-year"] } });
    expect((await send("DELETE", "/api/scenes/flood", { revision: made.revision, ...BY })).status).toBe(204);
    expect(await sceneOf("flood")).toBeUndefined();
    expect((await problemOf(await send("DELETE", "/api/scenes/flood", { revision: 0, ...BY }))).status).toBe(404);
    const late = { scene: own, revision: made.revision, ...BY };
    expect((await problemOf(await send("PUT", "/api/scenes/flood", late))).errors).toMatchObject([{ allowed: "0" }]);
    expect((await send("PUT", "/api/scenes/flood", { ...late, revision: 0 })).status).toBe(200);
    await send("DELETE", "/api/scenes/flood", { revision: (await sceneOf("flood")).revision, ...BY });
  });

  test.each([
    [{ dwellS: 4 }, "scene.dwellS"],
    [{ extent: [122, 43, 200, 44] }, "scene.extent[2]"],
    [{ panels: Array.from({ length: 13 }, (_, i) => `p${i}`) }, "scene.panels"],
    [{ sound: "loud" }, "scene.sound"],
    [{ panels: ["districts", "districts"] }, "scene.panels"],
    [{ filters: { houses: "grade = 'Z'" } }, "scene.filters.houses"],
    [{ heat: { layer: "accidents", weight: "beauty", bandwidthM: 300 } }, "scene.heat.weight"],
    [{ heat: { layer: "accidents", weight: "count", bandwidthM: 49 } }, "scene.heat.bandwidthM"],
  ])("%o is refused at %s", async (change, field) => {
    const scene = { ...withoutId(PRESET_SCENES[0]!), ...change };
    const problem = await problemOf(await send("PUT", "/api/scenes/overview", { scene, revision: 0, ...BY }));
    expect([400, 422]).toContain(problem.status);
    expect(problem.fields).toEqual([field]);
  });

  test("filters and heat of a layer that this version does not have are kept as they came", async () => {
    const scene = {
      ...withoutId(PRESET_SCENES[0]!),
      filters: { drones: "battery < 20" },
      heat: { layer: "drones", weight: "flights", bandwidthM: 300 },
    };
    expect((await send("PUT", "/api/scenes/drones", { scene, revision: 0, ...BY })).status).toBe(200);
    const kept = await sceneOf("drones");
    expect(kept.scene).toMatchObject({ filters: scene.filters, heat: scene.heat });
    await send("DELETE", "/api/scenes/drones", { revision: kept.revision, ...BY });
  });
});

describe("screens", () => {
  test("a new one tours all scenes but the one that only an alarm fills; a second of its name is refused", async () => {
    const screen = await hang("东墙");
    expect(screen.state.program).toMatchObject({ kind: "tour", scenes: tourOf(PRESET_SCENES) });
    const problem = await problemOf(await api.post("/api/screens", { name: " 东墙 ", ...BY }));
    expect(problem).toMatchObject({ status: 409, fields: ["name"] });
  });

  test("several are told at once, and each change is told to whoever follows", async () => {
    const [a, b] = [await hang("北墙一"), await hang("北墙二")];
    const heard = await listen();
    const answer = await tell([a.id, b.id], { action: "show", scene: "houses" });
    expect(answer.status).toBe(200);
    for (const { id } of [a, b])
      expect(await look(id)).toMatchObject({ revision: 2, state: { program: { kind: "scene", scene: "houses" } } });
    expect(await heard()).toEqual([a, b].map(({ id }) => ["screen", { id, revision: 2 }]).sort());
  });

  test("where one is unknown none is told", async () => {
    const known = await hang("西墙");
    const unknown = "018f0000-0000-7000-8000-000000000000";
    expect((await problemOf(await tell([known.id, unknown], { action: "freeze" }))).status).toBe(404);
    expect((await look(known.id)).state.frozen).toBeNull();
  });

  test("a frozen one holds the scene that stood, on the server's clock", async () => {
    const { id } = await hang("会商室");
    await tell([id], { action: "freeze" });
    const { state } = await look(id);
    const all = (await scenes()).map(({ scene }) => scene);
    expect(state.frozen?.scene).toBe(sceneAt({ ...state, frozen: null }, all, [], Date.parse(state.frozen!.at)).scene);
  });

  test("a scene that does not exist is refused by name, with those that do", async () => {
    const { id } = await hang("南墙");
    const problem = await problemOf(await tell([id], { action: "tour", scenes: ["overview", "moon"] }));
    expect(problem).toMatchObject({ status: 422, fields: ["command.scenes"] });
    expect(problem.errors[0]!.allowed).toContain("houses");
  });

  test("two people who speak at the same moment are both heard", async () => {
    const { id } = await hang("争用");
    await Promise.all([
      tell([id], { action: "interrupt", interruptedBy: 1 }),
      tell([id], { action: "look", extent: [122.2, 43.6, 122.3, 43.7] }),
      tell("all", { action: "layers", layers: { on: ["forces"], off: [] } }),
    ]);
    expect(await look(id)).toMatchObject({
      revision: 4,
      state: { interruptedBy: 1, extent: [122.2, 43.6, 122.3, 43.7], layers: { on: ["forces"] } },
    });
  });

  test("what one says of itself is shown until the server ends; nonsense is refused", async () => {
    const { id } = await hang("大屏");
    const report = {
      revision: 1,
      scene: "overview",
      version: "1",
      widthPx: 7680,
      heightPx: 2160,
      medianFrameMs: 16.6,
      worstFrameMs: null,
      heapMb: 90,
      contextLosses: 0,
      errors: 0,
    };
    expect((await api.post(`/api/screens/${id}/report`, report)).status).toBe(204);
    expect((await look(id)).report).toMatchObject({ scene: "overview", widthPx: 7680 });
    const problem = await problemOf(await api.post(`/api/screens/${id}/report`, { ...report, errors: -1 }));
    expect(problem).toMatchObject({ status: 400, fields: ["errors"] });
  });

  test("one that is taken down is unknown from then on", async () => {
    const { id } = await hang("旧屏");
    expect((await send("DELETE", `/api/screens/${id}`, BY)).status).toBe(204);
    expect((await problemOf(await api.request(`/api/screens/${id}`))).status).toBe(404);
  });
});

describe("tokens of screens", () => {
  const make = async (id: string, wanted: object = {}) =>
    (await (await api.post(`/api/screens/${id}/tokens`, { ...wanted, ...BY })).json()) as {
      token: string;
      entry: TokenEntry;
    };

  test("a token is told once, kept as its hash only, and never logged", async () => {
    const { id } = await hang("门卫");
    const { token, entry } = await make(id);
    const { rows } = await api.database.record.pool.query("select * from screen_tokens");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(api.log.join("")).not.toContain(token);
    expect((await api.get<{ tokens: TokenEntry[] }>(`/api/screens/${id}/tokens`)).tokens).toEqual([entry]);
  });

  test.each([
    [{ networks: ["10.1.2.0/33"] }, "networks[0]"],
    [{ scenes: [] }, "scenes"],
    [{ expiresAt: "tomorrow" }, "expiresAt"],
  ])("%o is refused at %s", async (wanted, field) => {
    const { id } = await hang(`拒绝 ${field}`);
    const problem = await problemOf(await api.post(`/api/screens/${id}/tokens`, { ...wanted, ...BY }));
    expect(problem).toMatchObject({ status: 400, fields: [field] });
  });
});

test("nothing that was said is ever rewritten", async () => {
  const { pool } = api.database.record;
  for (const table of ["screen_events", "scene_versions"])
    await expect(pool.query(`delete from ${table}`)).rejects.toThrow();
});
