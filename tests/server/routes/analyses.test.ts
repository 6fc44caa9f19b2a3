import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisAnswer } from "#data/analyses/define.ts";
import { ANALYSES } from "#data/analyses/index.ts";
import { MOST_DRAWN_VERTICES } from "#data/analyses/rows.ts";
import { LAYERS } from "#data/layers/index.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findRevision } from "../../../server/db/layer-revisions.ts";
import { toJsonSchema } from "../../../server/http/field-errors.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf, draftsOf, placeOf, SECRET } from "../../support/drafts.ts";

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  for (const layer of LAYERS)
    await writeFeatures(api.database.record.db, layer.id, draftsOf(layer, 100), { changedBy: "tester" });
  await api.settle();
});
afterAll(() => api.close());

const run = async (name: string, body: unknown) => {
  const answer = await api.post(`/api/analyses/${name}`, body);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as AnalysisAnswer<Record<string, unknown>, Record<string, unknown>>;
};
const refusal = async (name: string, body: unknown) => problemOf(await api.post(`/api/analyses/${name}`, body));

/** Grid neighbours lie 80.7 m apart from west to east and 111.1 m from south to north. */
test("near-pairs counts the pairs of a grid", async () => {
  const { summary, findings } = await run("near-pairs", { layer: "water-sources", distanceM: 100 });
  expect(summary.count).toBe(90);
  expect(findings).toHaveLength(90);
  expect((await run("near-pairs", { layer: "water-sources", distanceM: 112 })).summary.count).toBe(180);
});

test("every answer says what it was computed from", async () => {
  const { inputs, tookMs } = await run("near-pairs", { layer: "water-sources", otherLayer: "houses", distanceM: 10 });
  const { db } = api.database.record;
  expect(inputs.revisions).toEqual({
    "water-sources": await findRevision(db, "water-sources"),
    houses: await findRevision(db, "houses"),
  });
  expect(inputs.parameters).toMatchObject({ layer: "water-sources", otherLayer: "houses", distanceM: 10 });
  expect(inputs).toHaveProperty("ruleEdition");
  expect(tookMs).toBeGreaterThanOrEqual(0);
});

describe("as of an earlier day", () => {
  const past = async (day: string) => {
    const answer = await api.post(`/api/analyses/coverage?asOf=${day}`, { layer: "water-sources", radiusM: 10 });
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.json()) as AnalysisAnswer<unknown, { count: number }>;
  };
  const DAY_MS = 24 * 60 * 60_000;
  const dayBefore = (days: number) => localDayOf(new Date(Date.now() - days * DAY_MS));

  test("the map is the one of that day, and the answer names it", async () => {
    const { pool, db } = api.database.record;
    // What was written a moment ago was written nine days ago, and is changed today.
    await pool.query("begin; alter table features disable trigger user");
    await pool.query("update features set valid_from = valid_from - interval '9 days' where layer = 'water-sources'");
    await pool.query("alter table features enable trigger user; commit");
    const layer = LAYERS.find(({ id }) => id === "water-sources")!;
    const before = await findRevision(db, layer.id);
    await writeFeatures(db, layer.id, [draftOf(layer, 500)], { changedBy: "tester" });
    await api.settle();
    const then = await past(dayBefore(5));
    expect(then.summary.count).toBe(100);
    expect(then.inputs).toMatchObject({ asOf: dayBefore(5), revisions: { "water-sources": before } });
    expect((await past(dayBefore(20))).summary.count).toBe(0);
    const now = await past(dayBefore(0));
    expect(now.summary.count).toBe(101);
    expect(now.inputs.revisions).toEqual({ "water-sources": before + 1 });
    expect((await run("coverage", { layer: layer.id, radiusM: 10 })).inputs).not.toHaveProperty("asOf");
  });

  test.each([
    "2026-02-30",
    "9999-01-01",
    "yesterday",
    "",
    "2026-01-01T00:00:00Z",
  ])("the day %j is refused", async (day) => {
    const answer = await api.post(`/api/analyses/coverage?asOf=${day}`, { layer: "houses", radiusM: 10 });
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ status: 400, code: "bad-parameter", fields: ["asOf"] });
    expect(problem.errors[0]!.allowed).toBe(`YYYY-MM-DD, up to ${dayBefore(0)}`);
  });
});

test("the same question gets the same answer, also from many at once", async () => {
  const body = { layer: "houses", distanceM: 120 };
  const one = await run("near-pairs", body);
  const answers = await Promise.all(Array.from({ length: 20 }, () => run("near-pairs", body)));
  for (const { findings, summary, inputs } of answers)
    expect({ findings, summary, inputs }).toEqual({ findings: one.findings, summary: one.summary, inputs: one.inputs });
});

test("an analysis follows a change of the record", async () => {
  const before = (await run("coverage", { layer: "forces", radiusM: 10 })).inputs.revisions.forces!;
  const layer = LAYERS.find(({ id }) => id === "forces")!;
  await writeFeatures(api.database.record.db, "forces", draftsOf(layer, 101), { changedBy: "tester" });
  await api.settle();
  const { inputs, summary } = await run("coverage", { layer: "forces", radiusM: 10 });
  expect(inputs.revisions.forces).toBe(before + 1);
  expect(summary.count).toBe(101);
});

describe.each(ANALYSES.map((analysis) => [analysis.name, analysis] as const))("%s", (name, { parameters }) => {
  const known = Object.keys(toJsonSchema(parameters).properties ?? {});

  test("refuses an unknown parameter by name, and says which there are", async () => {
    const problem = await refusal(name, { nonsense: 1 });
    expect(problem).toMatchObject({ status: 400, code: "bad-body" });
    const { allowed } = problem.errors.find(({ field }) => field === "nonsense")!;
    for (const parameter of known) expect(allowed).toContain(parameter);
  });

  test.runIf(known.includes("layer"))("refuses an unknown layer, and says which there are", async () => {
    const { errors } = await refusal(name, { layer: "moon" });
    expect(errors.find(({ field }) => field === "layer")!.allowed).toContain("houses");
  });
});

describe.each([
  ["near-pairs", "distanceM", { layer: "houses" }],
  ["coverage", "radiusM", { layer: "houses" }],
] as const)("%s", (name, field, rest) => {
  test.each([
    0,
    -1,
    "NaN",
    null,
    1e9,
    "100",
    [],
    true,
  ])(`refuses the distance %j and says what it may be`, async (value) => {
    const problem = await refusal(name, { ...rest, [field]: value });
    expect(problem).toMatchObject({ status: 400, fields: [field] });
    expect(problem.errors[0]!.allowed).toBe("above 0, at most 50000");
  });
});

describe("buffer", () => {
  const point = { type: "Point", coordinates: placeOf(0) };

  test("answers rings with totals", async () => {
    const { summary } = await run("buffer", { geometry: point, radiiM: [50, 100], layers: ["water-sources"] });
    const rings = summary.rings as { radiusM: number; layers: { count: number }[] }[];
    expect(rings.map(({ radiusM, layers }) => [radiusM, layers[0]!.count])).toEqual([
      [50, 1],
      [100, 2],
    ]);
  });

  test.each([
    [{ type: "Point", coordinates: [122, 91] }, "geometry.coordinates[1]"],
    [{ type: "Point", coordinates: [181, 43] }, "geometry.coordinates[0]"],
    [{ type: "Circle", coordinates: [122, 43] }, "geometry.type"],
    [{ type: "Point", coordinates: ["a", 43] }, "geometry.coordinates[0]"],
  ])("refuses the geometry %j by its field", async (geometry, field) => {
    expect(await refusal("buffer", { geometry, radiiM: [100] })).toMatchObject({ status: 400, fields: [field] });
  });

  test("refuses each wrong radius by its place, with the range", async () => {
    for (const radius of [0, -5, 1e9, "NaN", null]) {
      const problem = await refusal("buffer", { geometry: point, radiiM: [100, radius] });
      expect(problem).toMatchObject({ status: 400, fields: ["radiiM[1]"] });
      expect(problem.errors[0]!.allowed).toBe("above 0, at most 50000");
    }
  });

  test("cannot work with a polygon that crosses itself, and says so", async () => {
    const [x, y] = placeOf(0);
    const crossing = [
      [x, y],
      [x + 0.01, y + 0.01],
      [x + 0.01, y],
      [x, y + 0.01],
      [x, y],
    ];
    const problem = await refusal("buffer", { geometry: { type: "Polygon", coordinates: [crossing] }, radiiM: [100] });
    expect(problem).toMatchObject({ status: 422, code: "unprocessable" });
    expect(problem.fields[0]).toMatch(/^geometry/);
  });

  test("refuses a polygon of 200,000 vertices by its number, and the server goes on", async () => {
    const [x, y] = placeOf(0);
    const ring = Array.from({ length: 200_000 }, (_, i) => {
      const angle = (i / 200_000) * 2 * Math.PI;
      return [x + 0.01 * Math.cos(angle), y + 0.01 * Math.sin(angle)];
    });
    ring.push(ring[0]!);
    const problem = await refusal("buffer", { geometry: { type: "Polygon", coordinates: [ring] }, radiiM: [100] });
    expect(problem).toMatchObject({ status: 422, code: "unprocessable", fields: ["geometry"] });
    expect(problem.errors[0]).toMatchObject({
      message: "200001 vertices",
      allowed: `at most ${MOST_DRAWN_VERTICES} vertices`,
    });
    expect((await api.request("/api/health")).status).toBe(200);
  });
});

describe("density", () => {
  test.each([
    0,
    -1,
    49.9,
    2000.1,
    1e9,
    "NaN",
    null,
  ])("refuses the bandwidth %j and says what it may be", async (bandwidthM) => {
    const problem = await refusal("density", { layer: "accidents", bandwidthM });
    expect(problem).toMatchObject({ status: 400, fields: ["bandwidthM"] });
    expect(problem.errors[0]!.allowed).toBe("at least 50, at most 2000");
  });

  test.each([
    [{ from: "yesterday" }, 400, "from", "YYYY-MM-DD"],
    [{ from: "2026-01-01", to: "2025-01-01" }, 422, "to", "from"],
    [{ weight: "beauty" }, 422, "weight", "deaths"],
    [{ filter: "severity =" }, 422, "filter", "a value"],
    [{ edges: [] }, 400, "edges", "at least 1"],
    [{ edges: [2, 1] }, 422, "edges", "larger than the one before"],
  ])("refuses %j by its field", async (wrong, status, field, allowed) => {
    const problem = await refusal("density", { layer: "accidents", bandwidthM: 200, ...wrong });
    expect(problem).toMatchObject({ status, fields: [field] });
    expect(problem.errors[0]!.allowed).toContain(allowed);
  });

  test("leaves out, and counts, what has no date", async () => {
    const layer = LAYERS.find(({ id }) => id === "accidents")!;
    const { happenedAt: _, ...attributes } = draftOf(layer, 900).attributes;
    const undated = draftOf(layer, 900, { attributes, observedOn: null });
    await writeFeatures(api.database.record.db, "accidents", [undated], { changedBy: "tester" });
    await api.settle();
    const { summary } = await run("density", {
      layer: "accidents",
      bandwidthM: 200,
      from: "2025-03-01",
      to: "2025-04-01",
    });
    expect(summary).toMatchObject({ count: 100, undated: 1 });
  });
});

test("no analysis can be asked whose something is", async () => {
  for (const [name, body] of [
    ["near-pairs", { distanceM: 100 }],
    ["coverage", { radiusM: 100 }],
    ["density", { bandwidthM: 100 }],
  ] as const) {
    const problem = await refusal(name, { layer: "houses", ...body, filter: `owner = '${SECRET}'` });
    expect(problem, name).toMatchObject({ status: 422, fields: ["filter"] });
    expect(problem.errors[0]!.message).not.toContain("张三");
  }
  expect(api.log.join("")).not.toContain("张三");
});

test("two features on one point are a pair at no distance", async () => {
  const layer = LAYERS.find(({ id }) => id === "infrastructure")!;
  const geometry = { type: "Point" as const, coordinates: [122.9, 43.9] };
  const drafts = [801, 802].map((n) => draftOf(layer, n, { geometry }));
  await writeFeatures(api.database.record.db, "infrastructure", drafts, { changedBy: "tester" });
  await api.settle();
  const { findings, summary } = await run("near-pairs", {
    layer: "infrastructure",
    distanceM: 0.001,
    filter: "code >= 'C00800'",
  });
  expect(summary.count).toBe(1);
  expect(findings[0]).toMatchObject({ distanceM: 0, a: { code: "C00801" }, b: { code: "C00802" } });
});

test("an empty record has answers: no pair, no area, no density, rings with nothing in them", async () => {
  const empty = await startApi();
  const ask = async (name: string, body: unknown) => {
    const answer = await empty.post(`/api/analyses/${name}`, body);
    expect(answer.status, name).toBe(200);
    return (await answer.json()) as AnalysisAnswer<unknown, Record<string, unknown>>;
  };
  try {
    expect((await ask("near-pairs", { layer: "houses", distanceM: 100 })).summary).toMatchObject({ count: 0 });
    expect((await ask("coverage", { layer: "houses", radiusM: 100 })).summary).toMatchObject({ areaM2: 0, parts: 0 });
    expect((await ask("density", { layer: "accidents", bandwidthM: 100 })).findings).toEqual([]);
    const geometry = { type: "Point", coordinates: placeOf(0) };
    const { findings, summary } = await ask("buffer", { geometry, radiiM: [100] });
    expect(findings).toEqual([]);
    const [ring] = summary.rings as { layers: { count: number }[] }[];
    expect(ring!.layers.length).toBeGreaterThan(4);
    for (const { count } of ring!.layers) expect(count).toBe(0);
  } finally {
    await empty.close();
  }
});

test("an analysis that does not exist is 404 and names those that do", async () => {
  const problem = await refusal("teleport", {});
  expect(problem).toMatchObject({ status: 404, fields: ["name"] });
  for (const { name } of ANALYSES) expect(problem.errors[0]!.allowed).toContain(name);
});

test("a page of another site cannot start one", async () => {
  for (const [name, value] of [
    ["origin", "http://evil.example"],
    ["sec-fetch-site", "cross-site"],
  ] as const)
    expect(await problemOf(await api.post("/api/analyses/near-pairs", {}, { [name]: value }))).toMatchObject({
      status: 403,
    });
});
