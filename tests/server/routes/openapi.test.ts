import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ANALYSES } from "#data/analyses/index.ts";
import { startApi, type TestApi } from "../../support/api.ts";

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId?: string; summary?: string; responses: object }>>;
  components: { schemas: Record<string, object> };
}

let api: TestApi;
let document: Document;

beforeAll(async () => {
  api = await startApi();
  document = await api.get("/api/openapi.json");
});
afterAll(() => api.close());

test("is a valid OpenAPI 3.1 document", async () => {
  const result = await new Validator().validate(structuredClone({ ...document }));
  expect(result).toEqual({ valid: true });
  expect(document.openapi).toMatch(/^3\.1\./);
});

test("refers only to schemas that it has", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) expect(known).toContain(reference);
});

test("describes every operation, every path parameter and the problems", () => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { summary, responses }] of Object.entries(methods)) {
      expect(summary, `${method} ${path}`).toBeTruthy();
      const statuses = Object.keys(responses);
      expect(statuses, `${method} ${path}`).toEqual(expect.arrayContaining(["400", "500", "503"]));
      expect(statuses, `${method} ${path}`).toContainEqual(expect.stringMatching(/^20[014]$/));
    }
});

test("lists every analysis under its own path with the schema of its parameters", async () => {
  expect(ANALYSES.length).toBeGreaterThan(0);
  const listed = await api.get<{ name: string; parameters: { properties: object } }[]>("/api/analyses");
  expect(listed.map(({ name }) => name)).toEqual(ANALYSES.map(({ name }) => name));
  for (const { name, parameters } of listed) {
    expect(Object.keys(parameters.properties).length, name).toBeGreaterThan(0);
    expect(document.paths[`/api/analyses/${name}`], name).toHaveProperty([
      "post",
      "requestBody",
      "content",
      "application/json",
    ]);
  }
});

test("is shown by a page that asks this server for everything", async () => {
  const page = await (await api.request("/api/docs")).text();
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
  expect(parts).toHaveLength(4);
  for (const address of parts) {
    expect(address).toMatch(/^\/api\/docs\//);
    const answer = await api.request(address);
    expect(answer.status, address).toBe(200);
    await answer.arrayBuffer();
  }
  expect((await api.request("/api/docs/package.json")).status).toBe(404);
});
