import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf, draftsOf, placeOf, SECRET } from "../../support/drafts.ts";
import { answerOf, editRequests } from "../../support/edit-requests.ts";

interface Feature {
  type: "Feature";
  id: string;
  geometry: { type: string; coordinates: unknown };
  properties: Record<string, unknown>;
}
interface Collection {
  type: "FeatureCollection";
  features: Feature[];
  numberReturned: number;
  cursor: string | null;
  links: { rel: string; href: string }[];
}
interface History {
  changes: { at: string; by: string; action: string; revision: number | null; fields: Record<string, unknown>[] }[];
}

const COUNT = 60;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  for (const layer of LAYERS)
    await writeFeatures(api.database.record.db, layer.id, draftsOf(layer, COUNT), { changedBy: "tester" });
});
afterAll(() => api.close());

const features = (layer: string, query = "") => api.get<Collection>(`/api/layers/${layer}/features${query}`);
const codes = ({ features }: Collection) => features.map(({ properties }) => properties.code);
const refusal = async (path: string) => problemOf(await api.request(path));

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("%s", (id, layer) => {
  test("gives its features as GeoJSON, each attribute under its own name", async () => {
    const answer = await api.request(`/api/layers/${id}/features?limit=2`);
    expect(answer.headers.get("content-type")).toBe("application/geo+json");
    const page = (await answer.json()) as Collection;
    expect(page).toMatchObject({ type: "FeatureCollection", numberReturned: 2 });
    const [first] = page.features;
    const draft = draftOf(layer, 0);
    expect(first).toMatchObject({ type: "Feature", geometry: draft.geometry });
    expect(first!.properties).toMatchObject({ code: "C00000", district: "150571", observedOn: "2026-03-01" });
    for (const [key, attribute] of Object.entries(layer.attributes))
      expect(first!.properties[key], key).toEqual(attribute.personal ? "***" : draft.attributes[key]);
  });

  test("never shows a personal value, whichever way it is asked", async () => {
    const page = await (await api.request(`/api/layers/${id}/features`)).text();
    const { features: all } = JSON.parse(page) as Collection;
    const one = await (await api.request(`/api/layers/${id}/features/${all[0]!.id}`)).text();
    const history = await (await api.request(`/api/layers/${id}/features/${all[0]!.id}/history`)).text();
    for (const text of [page, one, history]) expect(text).not.toContain(SECRET);
    for (const [key, attribute] of Object.entries(layer.attributes))
      if (attribute.personal)
        expect((await refusal(`/api/layers/${id}/features?filter=${key}='x'`)).fields, key).toEqual(["filter"]);
  });

  test("has no attribute that a standard property would hide", () => {
    const standard = ["code", "name", "district", "source", "observedOn", "positionErrorM", "revision", "validFrom"];
    expect(Object.keys(layer.attributes).filter((key) => [...standard, "changedBy"].includes(key))).toEqual([]);
  });
});

describe("paging", () => {
  test("every page size visits each feature once, in the same order", async () => {
    const whole = codes(await features("houses"));
    expect(whole).toHaveLength(COUNT);
    for (const limit of [1, 7, 59, 60, 61]) {
      const seen: unknown[] = [];
      for (let path: string | undefined = `/api/layers/houses/features?limit=${limit}`; path; ) {
        const page: Collection = await api.get(path);
        expect(page.numberReturned).toBe(page.features.length);
        expect(page.numberReturned).toBeLessThanOrEqual(limit);
        seen.push(...codes(page));
        path = page.links.find(({ rel }) => rel === "next")?.href;
        expect(path === undefined).toBe(page.cursor === null);
      }
      expect(seen).toEqual(whole);
    }
  });

  test("keeps filter and box from page to page", async () => {
    const query = `?limit=4&bbox=122.1,43.5,122.2045,43.7&filter=${encodeURIComponent("code >= 'C00020'")}`;
    const first = await features("houses", query);
    const next = first.links.find(({ rel }) => rel === "next")!.href;
    const second = await api.get<Collection>(next);
    expect([...codes(first), ...codes(second)]).toEqual([20, 21, 22, 23, 24, 30, 31, 32].map((n) => `C000${n}`));
  });

  test.each([
    "",
    "x",
    "a".repeat(43),
    "MDE5",
    btoa("../../etc/passwd"),
    "%00",
    "1%27--",
  ])("refuses the made-up cursor %j", async (cursor) => {
    expect((await refusal(`/api/layers/houses/features?cursor=${cursor}`)).fields).toEqual(["cursor"]);
  });

  test.each([
    "0",
    "-1",
    "10001",
    "1.5",
    "1e3",
    "NaN",
    "",
    "99999999999",
    "0x10",
    "１０",
  ])("refuses the limit %j", async (limit) => {
    const problem = await refusal(`/api/layers/houses/features?limit=${encodeURIComponent(limit)}`);
    expect(problem).toMatchObject({ status: 400, fields: ["limit"] });
    expect(problem.errors[0]!.message).toContain("1 to 10000");
  });
});

describe("a box", () => {
  test("takes what it meets, edges included, and nothing else", async () => {
    const [x, y] = placeOf(25);
    expect(codes(await features("water-sources", `?bbox=${x},${y},${x},${y}`))).toEqual(["C00025"]);
    expect(codes(await features("water-sources", `?bbox=${x},${y},${x + 0.001},${y}`))).toEqual(["C00025", "C00026"]);
    expect(codes(await features("water-sources", "?bbox=0,0,1,1"))).toEqual([]);
  });

  test("is compared with the line, not with the line's extent", async () => {
    const [x, y] = placeOf(25);
    const corner = `${x + 0.00015},${y},${x + 0.0002},${y + 0.00005}`;
    expect(codes(await features("roads", `?bbox=${corner}`))).toEqual([]);
    expect(codes(await features("roads", `?bbox=${x},${y},${x + 0.0001},${y + 0.0001}`))).toEqual(["C00025"]);
  });

  test.each([
    ["1,2,3", "four numbers"],
    ["1,2,3,4,5,6", "four numbers"],
    ["a,b,c,d", "four numbers"],
    ["NaN,0,1,1", "four numbers"],
    ["0,0,Infinity,1", "four numbers"],
    ["", "four numbers"],
    ["0,0,1e400,1", "-180 to 180"],
    ["-181,0,1,1", "-180 to 180"],
    ["0,-91,1,1", "-90 to 90"],
    ["0,0,1,90.0001", "-90 to 90"],
    ["0,10,1,5", "south"],
    ["170,0,-170,10", "180th meridian"],
  ])("that reads %j is refused with the reason", async (bbox, reason) => {
    const problem = await refusal(`/api/layers/houses/features?bbox=${bbox}`);
    expect(problem).toMatchObject({ status: 400, code: "bad-parameter", fields: ["bbox"] });
    expect(problem.errors[0]!.message).toContain(reason);
  });
});

describe("a filter", () => {
  test("selects by attribute and by standard property", async () => {
    const grades = await features("houses", `?filter=${encodeURIComponent("grade IN ('C','D')")}`);
    expect(grades.numberReturned).toBeGreaterThan(0);
    for (const { properties } of grades.features) expect(["C", "D"]).toContain(properties.grade);
    expect(codes(await features("houses", `?filter=${encodeURIComponent("name LIKE '%名称 7'")}`))).toEqual(["C00007"]);
  });

  test.each([
    ["grade = 'Z'", "D, C"],
    ["grad = 'D'", "grade"],
    ["grade =", "a value"],
    ["'; drop table features; --", "'"],
  ])("that reads %j is refused with what could have stood there", async (filter, allowed) => {
    const problem = await refusal(`/api/layers/houses/features?filter=${encodeURIComponent(filter)}`);
    expect(problem).toMatchObject({ status: 400, fields: ["filter"] });
    expect(problem.errors[0]!.allowed).toContain(allowed);
  });

  test("longer than any address is refused", async () => {
    const problem = await refusal(`/api/layers/houses/features?filter=${"a".repeat(5000)}`);
    expect(problem).toMatchObject({ status: 400, fields: ["filter"] });
  });
});

describe("what does not exist", () => {
  test("is 404: a layer, with the layers that there are; a feature; another layer's feature", async () => {
    const layer = await refusal("/api/layers/moon/features");
    expect(layer).toMatchObject({ status: 404, code: "not-found", fields: ["id"] });
    for (const { id } of LAYERS) expect(layer.errors[0]!.allowed).toContain(id);
    const nobody = "01890000-0000-7000-8000-000000000000";
    const { id } = (await features("houses", "?limit=1")).features[0]!;
    for (const path of [`houses/features/${nobody}`, `accidents/features/${id}`, `accidents/features/${id}/history`])
      expect(await refusal(`/api/layers/${path}`)).toMatchObject({ status: 404, code: "not-found" });
  });

  test("is 400: an id that is none, a parameter that is none, one given twice", async () => {
    for (const id of ["1", "%27", "0189-x", "%ff", "null"])
      expect((await refusal(`/api/layers/houses/features/${id}`)).fields, id).toEqual(["featureId"]);
    expect((await refusal("/api/layers/houses/features?limt=3")).errors[0]).toMatchObject({
      field: "limt",
      message: expect.stringContaining("limit"),
    });
    for (const key of ["__proto__", "constructor", "hasOwnProperty", "%E4%B8%AD"])
      expect((await refusal(`/api/layers/houses/features?${key}=1`)).status, key).toBe(400);
    expect((await refusal("/api/layers/houses/features?limit=1&limit=2")).errors[0]).toMatchObject({
      field: "limit",
      message: "is given more than once",
    });
  });
});

describe("history", () => {
  test("tells who changed what from what to what, latest first, and hides what is personal", async () => {
    const layer = LAYERS.find(({ id }) => id === "houses")!;
    const before = draftOf(layer, 901);
    const after = {
      ...before,
      geometry: { type: "Point" as const, coordinates: [122.3, 43.7] },
      attributes: { ...before.attributes, grade: "D", owner: `${SECRET}new` },
    };
    await writeFeatures(api.database.record.db, "houses", [before], { changedBy: "first" });
    await writeFeatures(api.database.record.db, "houses", [after], { changedBy: "second" });
    const [{ id }] = (await features("houses", "?filter=code='C00901'")).features as [Feature];
    await removeFeatures(api.database.record.db, "houses", [id], { changedBy: "third" });

    const { changes } = await api.get<History>(`/api/layers/houses/features/${id}/history`);
    expect(changes.map(({ action, by }) => `${action} ${by}`)).toEqual([
      "removed third",
      "changed second",
      "added first",
    ]);
    const fields = Object.fromEntries(changes[1]!.fields.map(({ field, ...rest }) => [field, rest]));
    expect(fields).toEqual({
      grade: { from: before.attributes.grade, to: "D" },
      owner: { from: "***", to: "***" },
      geometry: { from: before.geometry, to: after.geometry },
    });
    expect(await refusal(`/api/layers/houses/features/${id}`)).toMatchObject({ status: 404 });
  });

  test("lets the layer be read as it was at an earlier instant", async () => {
    const layer = LAYERS.find(({ id }) => id === "forces")!;
    const at = new Date(Date.parse((await features("forces")).features.at(-1)!.properties.validFrom as string));
    await writeFeatures(api.database.record.db, "forces", [draftOf(layer, 0, { name: "改名" })], { changedBy: "x" });
    const then = await features("forces", `?asOf=${encodeURIComponent(at.toISOString())}`);
    expect(then.features).toHaveLength(COUNT);
    expect(then.features.some(({ properties }) => properties.name === "改名")).toBe(false);
    expect((await features("forces")).features.some(({ properties }) => properties.name === "改名")).toBe(true);
    const { id } = then.features[0]!;
    const one = (query: string) => api.get<Feature>(`/api/layers/forces/features/${id}${query}`);
    expect((await one(`?asOf=${encodeURIComponent(at.toISOString())}`)).properties.name).toBe("名称 0");
    expect((await one("")).properties.name).toBe("改名");
    expect((await features("forces", "?asOf=1999-12-31")).features).toEqual([]);
    expect((await features("forces", "?asOf=2999-12-31")).features).toHaveLength(COUNT);
  });

  test.each([
    "yesterday",
    "2026-02-30",
    "2026-13-01",
    "2026-01-01T00:00",
    "2026-01-01T25:00Z",
    "",
    "0000-00-00",
    "1",
  ])("refuses the instant %j", async (asOf) => {
    expect((await refusal(`/api/layers/houses/features?asOf=${asOf}`)).fields).toEqual(["asOf"]);
  });
});

interface ChangePage {
  readonly layers: readonly { layer: string; added: number; changed: number; removed: number }[];
  readonly changes: readonly { code: string; action: string; fields: readonly string[] }[];
  readonly cursor: string | null;
}

describe("the changes of all ledgers", () => {
  test("name what is new, changed and gone since an instant, and never a value or a person", async () => {
    const { added, patch, remove } = editRequests(api);
    const [kept, gone] = [await added("houses"), await added("houses")];
    await new Promise((resolve) => setTimeout(resolve, 3));
    const since = encodeURIComponent(new Date().toISOString());
    const fresh = await added("water-sources");
    await answerOf(patch("houses", kept, { properties: { owner: `${SECRET}新` } }));
    await remove("houses", gone);
    const page = await api.get<ChangePage>(`/api/changes?since=${since}`);
    expect(page.layers).toEqual([
      { layer: "houses", added: 0, changed: 1, removed: 1 },
      { layer: "water-sources", added: 1, changed: 0, removed: 0 },
    ]);
    expect(page.changes.map(({ code, action, fields }) => ({ code, action, fields }))).toEqual([
      { code: gone.properties.code, action: "removed", fields: [] },
      { code: kept.properties.code, action: "changed", fields: ["owner"] },
      { code: fresh.properties.code, action: "added", fields: [] },
    ]);
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`${SECRET}|李四|importer`));
    const first = await api.get<ChangePage>(`/api/changes?since=${since}&layer=houses&limit=1`);
    expect(first.changes).toHaveLength(1);
    const rest = await api.get<ChangePage>(`/api/changes?since=${since}&layer=houses&limit=1&cursor=${first.cursor}`);
    expect(rest).toMatchObject({ layers: page.layers, changes: [{ code: kept.properties.code }], cursor: null });
  });

  test.each([
    ["since=2026-11-26", "since"],
    ["since=2020-01-01T00:00:00Z", "since"],
    ["since=2999-01-01T00:00:00Z", "since"],
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["layer=moon", "layer"],
    ["action=burnt", "action"],
    ["cursor=zzzz", "cursor"],
  ])("refuse %s at %s", async (query, field) => {
    expect(await problemOf(await api.request(`/api/changes?${query}`))).toMatchObject({ status: 400, fields: [field] });
  });
});
