import { afterAll, beforeAll, expect, test } from "vitest";
import type { AttributeValue } from "#data/layers/feature.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import type { FeatureLink } from "../../../server/services.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";

let api: TestApi;
const ids: Record<string, string> = {};
const CODE = "91150500MA0TEST01X";

beforeAll(async () => {
  api = await startApi();
  const write = async (
    layer: string,
    code: string,
    name: string,
    lon: number,
    attributes: Record<string, AttributeValue>,
  ) => {
    const draft = {
      code,
      name,
      geometry: { type: "Point" as const, coordinates: [lon, 43.62] },
      attributes,
      positionErrorM: null,
      districtCode: null,
      source: "test",
      observedOn: null,
    };
    await writeFeatures(api.database.record.db, layer, [draft], { changedBy: "tester" });
    const { rows } = await api.database.record.pool.query("select id from features where code = $1", [code]);
    ids[code] = rows[0].id;
  };
  await write("enterprises", "E1", "北源化工有限公司", 122.26, { creditCode: CODE, address: "一号路1号" });
  await write("hazard-sources", "H1", "液氨罐区", 122.3, { enterpriseName: "北源化工厂区", creditCode: CODE });
  await write("hazard-sources", "H2", "氯气库", 122.2601, {
    enterpriseName: "北源化工",
    creditCode: "91150500MA0TEST02X",
  });
  await write("protection-targets", "P1", "北源化工有限责任公司", 122.2601, { address: "一号路1号" });
  await write("protection-targets", "P2", "第一小学", 122.2601, {});
  await write("houses", "X1", "北源化工有限公司", 122.26, {});
  await api.settle();
});
afterAll(() => api.close());

const linksOf = async (layer: string, code: string) =>
  (await api.get<{ links: FeatureLink[] }>(`/api/layers/${layer}/features/${ids[code]}/links`)).links;
const say = (from: [string, string], to: [string, string], body: unknown) =>
  api.request(`/api/layers/${from[0]}/features/${ids[from[1]] ?? from[1]}/links/${to[0]}/${ids[to[1]] ?? to[1]}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("one firm is found in other ledgers by credit code wherever it stands, and by name, place and address", async () => {
  const links = await linksOf("enterprises", "E1");
  expect(links.map(({ code, evidence, same }) => [code, evidence, same])).toEqual([
    ["H1", ["credit-code"], null],
    ["P1", ["name", "address", "place"], null],
  ]);
  expect(links[0]!.score).toBe(1);
  expect((await linksOf("hazard-sources", "H1")).map(({ code }) => code)).toEqual(["E1"]);
});

test("a feature of a layer without firms has none", async () => {
  expect(await linksOf("houses", "X1")).toEqual([]);
});

test("a person's word goes before the likeness, holds both ways, and can be changed; nothing is merged", async () => {
  expect((await say(["enterprises", "E1"], ["hazard-sources", "H2"], { same: true, by: "王工" })).status).toBe(200);
  expect((await say(["protection-targets", "P1"], ["enterprises", "E1"], { same: false, by: "李工" })).status).toBe(
    200,
  );
  const words = async () =>
    Object.fromEntries(
      (await linksOf("enterprises", "E1")).map(({ code, same, decidedBy }) => [code, [same, decidedBy]]),
    );
  expect(await words()).toEqual({ H1: [null, null], H2: [true, "王工"], P1: [false, "李工"] });
  expect((await linksOf("hazard-sources", "H2"))[0]).toMatchObject({ code: "E1", same: true });
  await say(["enterprises", "E1"], ["protection-targets", "P1"], { same: true, by: "赵工" });
  expect((await words()).P1).toEqual([true, "赵工"]);
  const { rows } = await api.database.record.pool.query("select count(*)::int as n from features");
  expect(rows[0].n).toBe(6);
});

test("nonsense is refused by field", async () => {
  const self = await problemOf(await say(["enterprises", "E1"], ["enterprises", "E1"], { same: true, by: "王工" }));
  expect(self).toMatchObject({ status: 422, fields: ["otherId"] });
  const nobody = "018f0000-0000-7000-8000-000000000000";
  expect(
    await problemOf(await say(["enterprises", "E1"], ["houses", nobody], { same: true, by: "王工" })),
  ).toMatchObject({ status: 404 });
  expect(await problemOf(await say(["enterprises", "E1"], ["moon", "X1"], { same: true, by: "王工" }))).toMatchObject({
    status: 404,
  });
  expect(await problemOf(await say(["enterprises", "E1"], ["houses", "X1"], { same: "yes", by: "" }))).toMatchObject({
    status: 400,
    fields: ["same", "by"],
  });
  expect(await problemOf(await api.request(`/api/layers/enterprises/features/${nobody}/links`))).toMatchObject({
    status: 404,
  });
});
