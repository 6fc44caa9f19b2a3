import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { LIBRARY } from "#data/standards/library.ts";
import { writeRun } from "../../../server/db/conflict-runs.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findRevisions } from "../../../server/db/layer-revisions.ts";
import { MAX_BODY_BYTES } from "../../../server/http/body-limits.ts";
import { listed, problemOf, startApi, type TestApi } from "../../support/api.ts";
import { finding, spotOf } from "../../support/black-spots.ts";
import { draftsOf, SECRET } from "../../support/drafts.ts";
import { announcement, makeSource, reading, warning } from "../../support/feeds.ts";
import { PNG } from "../../support/photographs.ts";
import { FILLING_STATION, proposalOf } from "../../support/proposals.ts";
import { spacingFinding } from "../../support/spacing.ts";
import { upload } from "../../support/upload.ts";

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: object;
  responses: Record<string, { content?: Record<string, unknown> }>;
}

let api: TestApi;
/** Each path of the document with the first feature and the newest snapshot filled in. */
let operations: { method: string; path: string; operation: Operation }[];

beforeAll(async () => {
  api = await startApi();
  await writeFeatures(api.database.record.db, "houses", draftsOf(LAYERS.find(({ id }) => id === "houses")!, 3), {
    changedBy: "tester",
  });
  await api.settle();
  const { features } = await api.get<{ features: { id: string }[] }>("/api/layers/houses/features");
  const bytes = new TextEncoder().encode("code,lon,lat\nX1,122.26,43.62\n");
  const draft = await upload(api.request, { fileName: "x.csv", bytes, settings: { layer: "houses" } });
  const feature = features[0]!.id;
  const status = await listed(api);
  await writeRun(api.database.record.db, { ...status, findings: [spacingFinding(1)], tookMs: 1 });
  const { conflicts } = await api.get<{ conflicts: { id: string }[] }>("/api/conflicts");
  const { id: opinion } = await posted("/api/opinions", { kind: "spacing", proposal: proposalOf(), by: "王工" });
  const settings = { fileName: "plan.geojson", use: FILLING_STATION };
  const { id: batch } = await posted("/api/proposal-batches", { by: "王工", settings });
  const { entry } = await spotOf(await api.post("/api/black-spots", finding()));
  const photograph = { method: "POST", body: PNG, headers: { "content-type": "image/png" } };
  const { photographs } = await spotOf(await api.request(`/api/black-spots/${entry.id}/photos?by=x`, photograph));
  const source = await makeSource(api, "sensors");
  await source.send(announcement("G-1"), reading("G-1", 60));
  const [alarm] = await api.get<{ id: string }[]>("/api/alarms");
  const weather = await makeSource(api, "weather");
  await weather.send(warning({ level: "red" }));
  const incidents = await api.get<{ id: string }[]>("/api/incidents");
  const screen = await posted("/api/screens", { name: "值班室", by: "王工" });
  const { entry: token } = (await (await api.post(`/api/screens/${screen.id}/tokens`, { by: "王工" })).json()) as {
    entry: { id: string };
  };
  const values = {
    id: "houses",
    token: token.id,
    source: source.id,
    sensor: "G-1",
    photoId: photographs[0]!.id,
    featureId: feature,
    file: "1.arrow",
    layer: "houses",
    name: "monthly",
    otherLayer: "enterprises",
    otherId: "018f0000-0000-7000-8000-000000000000",
    ruleId: LIBRARY.rules[0]!.id,
  };
  const pathOf = (template: string) =>
    template
      .replace("/imports/{id}", `/imports/${draft.id}`)
      .replace("/conflicts/{id}", `/conflicts/${conflicts[0]!.id}`)
      .replace("/black-spots/{id}", `/black-spots/${entry.id}`)
      .replace("/feed-sources/{id}", `/feed-sources/${source.id}`)
      .replace("/alarms/{id}", `/alarms/${alarm!.id}`)
      .replace("/incidents/{id}", `/incidents/${incidents[0]!.id}`)
      .replace("/screens/{id}", `/screens/${screen.id}`)
      .replace("/opinions/{id}", `/opinions/${opinion}`)
      .replace("/proposal-batches/{id}", `/proposal-batches/${batch}`)
      .replace(/\{(\w+)\}/g, (_, name: keyof typeof values) => values[name]);
  const { paths } = await api.get<{ paths: Record<string, Record<string, Operation>> }>("/api/openapi.json");
  operations = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: pathOf(template),
      operation,
    })),
  );
});
afterAll(() => api.close());

async function posted(path: string, body: unknown): Promise<{ id: string }> {
  const answer = await api.post(path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

const gets = () => operations.filter(({ method, path }) => method === "GET" && path !== "/api/events");

test("every documented GET answers 200 with a documented media type", async () => {
  expect(gets().length).toBeGreaterThan(7);
  for (const { path, operation } of gets()) {
    const answer = await api.request(path);
    expect(answer.status, path).toBe(200);
    const type = answer.headers.get("content-type")!.split(";")[0]!;
    expect(Object.keys(operation.responses["200"]!.content!), path).toContain(type);
    await answer.arrayBuffer();
  }
});

test("every route refuses a parameter that does not exist, by name", async () => {
  for (const { method, path } of operations) {
    const hasBody = ["POST", "PUT", "PATCH"].includes(method);
    const body = hasBody ? { body: "{}", headers: { "content-type": "application/json" } } : {};
    const problem = await problemOf(await api.request(`${path}?nonsense=1`, { method, ...body }));
    expect(problem, path).toMatchObject({ status: 400, code: "bad-parameter" });
    expect(problem.fields, path).toContain("nonsense");
  }
});

test("every path says which methods it answers", async () => {
  for (const { method, path } of operations) {
    const answer = await api.request(path, { method: "REPORT" });
    expect(answer.headers.get("allow")?.split(", "), path).toContain(method);
    expect(await problemOf(answer)).toMatchObject({ status: 405, code: "method-not-allowed" });
  }
  expect((await api.request("/planning", { method: "POST" })).headers.get("allow")).toBe("GET, HEAD");
});

test("HEAD answers like GET, without a body", async () => {
  for (const { path } of [...gets(), { path: "/api/events" }]) {
    const answer = await api.request(path, { method: "HEAD" });
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).toBe("");
  }
});

test("every answer forbids other hosts and guessing of types, and carries its request's id", async () => {
  const paths = [...gets().map(({ path }) => path), "/api/nowhere", "/nowhere", "/api/layers?x=1", "/api/docs"];
  for (const path of paths) {
    const answer = await api.request(path);
    const policy = answer.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    await answer.arrayBuffer();
  }
});

test("an id that the caller gave is kept, unless it could forge a line of the log", async () => {
  const idOf = async (id: string) =>
    (await api.request("/api/zone", { headers: { "x-request-id": id } })).headers.get("x-request-id");
  expect(await idOf("trace-42")).toBe("trace-42");
  expect(await idOf('"},{"level":60')).not.toContain("level");
  expect(await idOf("x".repeat(65))).toHaveLength(36);
});

test("JSON is compressed for those who accept it", async () => {
  const answer = await api.request("/api/layers", { headers: { "accept-encoding": "gzip" } });
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  const events = await api.request("/api/events", { headers: { "accept-encoding": "gzip" } });
  expect(events.headers.get("content-encoding")).toBeNull();
  await events.body!.cancel();
});

describe("a body", () => {
  const path = "/api/analyses/near-pairs";

  test("of another media type is 415", async () => {
    for (const type of ["text/plain", "application/xml", "multipart/form-data; boundary=x", ""])
      expect(await problemOf(await api.post(path, "{}", { "content-type": type })), type).toMatchObject({
        status: 415,
        code: "unsupported-media-type",
      });
  });

  test("that is packed is 415, and is not unpacked", async () => {
    const packed = { method: "POST", body: gzipSync("{}"), headers: { "content-type": "application/json" } };
    for (const encoding of ["gzip", "br", "x"]) {
      const headers = { ...packed.headers, "content-encoding": encoding };
      expect(await problemOf(await api.request(path, { ...packed, headers }))).toMatchObject({ status: 415 });
    }
  });

  test("that is not JSON, or not an object, is 400", async () => {
    for (const body of ["{", "", "nonsense", '{"a":1}}', "[]", "1", "null", '"x"', "\u0000"])
      expect(await problemOf(await api.post(path, body)), body).toMatchObject({ status: 400, code: "bad-body" });
  });

  test("that is too large is 413, whether it says so beforehand or not", async () => {
    const large = new Uint8Array(MAX_BODY_BYTES + 1).fill(32);
    const headers = { "content-type": "application/json" };
    const told = { method: "POST", body: large, headers: { ...headers, "content-length": String(large.length) } };
    expect(await problemOf(await api.request(path, told))).toMatchObject({ status: 413, code: "body-too-large" });
    const silent = { method: "POST", body: new Blob([large]).stream(), headers, duplex: "half" };
    expect(await problemOf(await api.request(path, silent))).toMatchObject({ status: 413, code: "body-too-large" });
  });

  test("that nests a million levels deep is 400", async () => {
    for (const body of ["[".repeat(1_000_000), `{"a":${"[".repeat(1e6)}${"]".repeat(1e6)}}`])
      expect(await problemOf(await api.post(path, body))).toMatchObject({ status: 400, code: "bad-body" });
  });
});

test("a path that does not exist is 404, even one that cannot be decoded", async () => {
  for (const path of [
    "/api",
    "/api/",
    "/api/nowhere",
    "/api/%",
    "/api/%ff",
    "/api/layers/%E0%A4%A/features",
    "/api//layers",
  ])
    expect(await problemOf(await api.request(path)), path).toMatchObject({ status: 404, code: "not-found" });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }).map(encodeURIComponent),
  fc.stringMatching(/^[%0-9a-fA-F/.\\?&=#;'"<>(){}[\]]{0,40}$/),
  fc.constantFrom("../", "..%2f", "%00", "%", "%zz", "__proto__", "constructor", "null", "NaN", "1e309", "-0", "';--"),
);

test("whatever is asked, the answer is never a fault of the server, and the server lives", async () => {
  const starts = [
    "/api/layers/houses/features",
    `/api/layers/houses/features/${"0".repeat(8)}-0000-7000-8000-${"0".repeat(12)}`,
    "/api/layers/houses/features?bbox=",
    "/api/layers/houses/features?filter=",
    "/api/layers/",
    "/api/",
    "/",
  ];
  starts.push("/api/layers/houses/features?cursor=", "/api/layers/houses/snapshots/", "/api/layers?", "/api/analyses/");
  starts.push("/api/feeds/", "/api/feed-sources/", "/api/sensors/", "/api/alarms?state=", "/api/duty?at=");
  starts.push("/api/screens/", "/api/screens/tell", "/api/scenes/");
  starts.push("/api/conflicts?cursor=", "/api/conflicts?since=", "/api/conflicts/", "/api/rules/", "/api/rules?asOf=");
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.array(hostile, { maxLength: 3 }),
      fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"),
      fc.option(fc.oneof(fc.json(), fc.string({ unit: "binary" })), { nil: undefined }),
      async (start, parts, method, body) => {
        const init =
          method === "GET" || method === "HEAD"
            ? { method }
            : { method, body, headers: { "content-type": "application/json" } };
        const answer = await api.request(start + parts.join(""), init);
        expect(answer.status).toBeLessThan(500);
        await answer.arrayBuffer();
      },
    ),
    { numRuns: 600 },
  );
  expect((await api.request("/api/health")).status).toBe(200);
});

test("nothing of all this was written", async () => {
  expect([...(await findRevisions(api.database.record.db))].sort()).toEqual([
    ["black-spots", 1],
    ["houses", 1],
  ]);
  const { rows } = await api.database.record.pool.query("select from imports union all select from settings");
  expect(rows).toEqual([]);
});

test("the log names templates, never values: no filter, no personal data", async () => {
  await api.request(`/api/layers/houses/features?filter=${encodeURIComponent(`name='${SECRET}'`)}`);
  await api.request(`/api/layers/${encodeURIComponent(SECRET)}/features`);
  await api.post("/api/analyses/near-pairs", { [SECRET]: SECRET });
  await api.request(`/api/${encodeURIComponent(SECRET)}`);
  expect(api.log.length).toBeGreaterThan(4);
  expect(api.log.join("")).not.toMatch(/张三|1390000|%E5%BC/);
  const line = JSON.parse(api.log.find((each) => each.includes("/api/layers/:id/features"))!);
  expect(line).toMatchObject({ method: "GET", path: "/api/layers/:id/features", status: expect.any(Number) });
  expect(line.requestId).toMatch(/^[\w-]{36}$/);
});
