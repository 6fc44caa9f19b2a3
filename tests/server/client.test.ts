import { hc } from "hono/client";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import type { AppType } from "../../server/app.ts";
import { writeFeatures } from "../../server/db/feature-writes.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { draftsOf } from "../support/drafts.ts";

let api: TestApi;
let client: ReturnType<typeof hc<AppType>>["api"];

beforeAll(async () => {
  api = await startApi();
  const houses = LAYERS.find(({ id }) => id === "houses")!;
  await writeFeatures(api.database.record.db, "houses", draftsOf(houses, 3), { changedBy: "tester" });
  await api.settle();
  client = hc<AppType>("http://127.0.0.1", {
    fetch: async (input: string | URL | Request, init?: RequestInit) => api.fetch(new Request(input, init)),
  }).api;
});
afterAll(() => api.close());

test("the client of the pages knows every answer by its type, and reaches the routes", async () => {
  const layers = await client.layers.$get();
  if (!layers.ok) throw new Error(String(layers.status));
  const [layer] = await layers.json();
  expectTypeOf(layer!.count).toBeNumber();
  expectTypeOf(layer!.title.zh).toBeString();

  const page = await client.layers[":id"].features.$get({ param: { id: "houses" }, query: { limit: "2" } });
  if (!page.ok) throw new Error(String(page.status));
  const { features, cursor } = await page.json();
  expectTypeOf(cursor).toEqualTypeOf<string | null>();
  expectTypeOf(features[0]!.properties.code).toBeString();
  expect(features.map(({ properties }) => properties.code)).toEqual(["C00000", "C00001"]);

  const zone = await client.zone.$get();
  if (!zone.ok) throw new Error(String(zone.status));
  expect((await zone.json()).demo).toBe(false);

  const history = client.layers[":id"].features[":featureId"].history;
  const answer = await history.$get({ param: { id: "houses", featureId: features[0]!.id } });
  if (!answer.ok) throw new Error(String(answer.status));
  const { changes } = await answer.json();
  expectTypeOf(changes[0]!.action).toEqualTypeOf<"added" | "changed" | "removed">();
  expect(changes).toHaveLength(1);
});

test("the client names the address of a table", () => {
  const url = client.layers[":id"].snapshots[":file"].$url({ param: { id: "houses", file: "7.arrow" } });
  expect(url.pathname).toBe("/api/layers/houses/snapshots/7.arrow");
});
