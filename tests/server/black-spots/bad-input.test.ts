import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { BlackSpotFile } from "../../../server/black-spots/register.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { finding, LIFE, sayAll, spotOf } from "../../support/black-spots.ts";

let api: TestApi;
let treating: BlackSpotFile;
const today = localDayOf(new Date());
const ABSENT = "018f0000-0000-7000-8000-000000000000";
beforeAll(async () => {
  api = await startApi();
  const { entry } = await spotOf(await api.post("/api/black-spots", finding()));
  treating = await sayAll(api, entry.id, LIFE.slice(0, 3));
});
afterAll(() => api.close());

const say = (word: object, id = treating.entry.id) =>
  api.post(`/api/black-spots/${id}/events`, { by: "王警官", revision: treating.entry.revision, on: today, ...word });
const register = (over: object) =>
  api.post("/api/black-spots", {
    ...finding({ site: { kind: "segment", route: "X1", fromM: 0, toM: 500 } }),
    ...over,
  });
const CLOSED = { kind: "closed", treatedOn: today, documentNumber: "文〔2026〕1号" };

test.each([
  [{ kind: "treated", revision: 0 }, "revision"],
  [{ kind: "treated", revision: "7" }, "revision"],
  [{ kind: "treated", by: " " }, "by"],
  [{ kind: "treated", by: "王\u0007警官" }, "by"],
  [{ kind: "treated", on: "2026-02-30" }, "on"],
  [{ kind: "treated", nextOn: "soon" }, "nextOn"],
  [{ kind: "treated", dueOn: today }, "dueOn"],
  [{ kind: "destroyed" }, "kind"],
  [{ ...CLOSED, treatedOn: undefined }, "treatedOn"],
  [{ ...CLOSED, documentNumber: undefined }, "documentNumber"],
  [{ ...CLOSED, documentNumber: null }, "documentNumber"],
  [{ kind: "listed", level: "planet", documentNumber: "x", dueOn: today }, "level"],
  [{ kind: "listed", level: "city", documentNumber: "x" }, "dueOn"],
  [{ kind: "treating", measures: [] }, "measures"],
  [{ kind: "treating", measures: ["x".repeat(201)] }, "measures[0]"],
  [{ kind: "evaluated", note: "x" }, "result"],
  [{ kind: "evaluated", result: { of: "x".repeat(400_001) }, note: "x" }, "result"],
  [{ kind: "evaluated", result: {} }, "note"],
  [{ kind: "rejected" }, "note"],
  [{ kind: "note", note: "x".repeat(2_001) }, "note"],
  [{ kind: "note", note: "nul \0" }, "note"],
])("a word that is not of its form is refused by its field: %j", async (word, field) => {
  expect(await problemOf(await say(word))).toMatchObject({ status: 400, code: "bad-body", fields: [field] });
});

test.each([
  [{ kind: "treated", on: "2999-01-01" }, "on"],
  [{ kind: "treated", on: "2026-05-09" }, "on"],
  [{ kind: "treated", nextOn: "2026-05-11" }, "nextOn"],
  [{ kind: "extended", dueOn: "2026-09-30", note: "x" }, "dueOn"],
  [{ ...CLOSED, on: "2026-06-01", treatedOn: "2026-06-02" }, "treatedOn"],
])("days that contradict each other are refused with those that do not: %j", async (word, field) => {
  const problem = await problemOf(await say(word));
  expect(problem).toMatchObject({ status: 422, code: "unprocessable", fields: [field] });
  expect(problem.errors[0]!.allowed).toMatch(/\d{4}-\d{2}-\d{2}/);
});

test.each([
  [{ site: { kind: "segment", route: "", fromM: 0, toM: 1 } }, "site.route"],
  [{ site: { kind: "river" } }, "site.kind"],
  [{ site: { kind: "circle", position: [200, 0], radiusM: 50 } }, "site.position[0]"],
  [{ label: "" }, "label"],
  [{ geometry: { type: "Point", coordinates: [NaN, 0] } }, "geometry.coordinates[0]"],
  [{ basis: undefined }, "basis"],
  [{ basis: { method: "guess" } }, "basis.method"],
  [{ basis: { method: "rule", period: { from: "2026-01-01", to: "2025-01-01" } } }, "basis.period.to"],
  [{ basis: { method: "rule", counts: { crashes: -1 } } }, "basis.counts.crashes"],
  [{ basis: { method: "rule", accidentIds: ["x"] } }, "basis.accidentIds[0]"],
  [{ state: "closed" }, "state"],
])("a finding that is not of its form is refused by its field: %j", async (over, field) => {
  const problem = await problemOf(await register(over));
  expect(problem).toMatchObject({ status: 400, code: "bad-body" });
  expect(problem.fields).toContain(field);
});

test("what the layer itself does not take is refused by its field, and takes no number", async () => {
  const known = treating.entry.code;
  expect(await problemOf(await register({ code: known }))).toMatchObject({ status: 409, fields: ["code"] });
  const below = { kind: "segment", route: "X1", fromM: -500, toM: 0 };
  expect(await problemOf(await register({ site: below }))).toMatchObject({
    status: 422,
    fields: ["properties.fromStakeM"],
  });
  const line = { type: "LineString", coordinates: [[122.26, 43.62]] };
  expect(await problemOf(await register({ geometry: line }))).toMatchObject({ status: 422, fields: ["geometry"] });
  expect(await problemOf(await register({ on: "2999-01-01" }))).toMatchObject({ status: 422, fields: ["on"] });
  const { entry } = await spotOf(await register({}));
  expect(Number(entry.code.slice(-4))).toBe(Number(known.slice(-4)) + 1);
});

test.each([
  "state=open",
  "level=x",
  "overdue=1",
  "spanYears=0",
  "spanYears=-1",
  "spanYears=99",
  "asOf=2999-01-01",
  "x=1",
])("a list is not asked for by %s", async (query) => {
  const field = query.split("=")[0]!;
  const problem = await problemOf(await api.request(`/api/black-spots?${query}`));
  expect(problem).toMatchObject({ status: 400, code: "bad-parameter", fields: [field] });
});

test("ids that are none, and spots that are not there", async () => {
  expect(await problemOf(await api.request("/api/black-spots/x"))).toMatchObject({ status: 400, fields: ["id"] });
  expect(await problemOf(await api.request(`/api/black-spots/${ABSENT}`))).toMatchObject({ status: 404 });
  expect(await problemOf(await say({ kind: "treated" }, ABSENT))).toMatchObject({ status: 404, code: "not-found" });
  const photo = `/api/black-spots/${ABSENT}/photos/${ABSENT}`;
  expect(await problemOf(await api.request(photo))).toMatchObject({ status: 404, code: "not-found" });
});

test("whatever is said, the answer is no fault of the server and leaves the spot as it was", async () => {
  const before = await api.get<BlackSpotFile>(`/api/black-spots/${treating.entry.id}`);
  const word = fc.record(
    {
      kind: fc.constantFrom("listed", "closed", "evaluated", "note", "rejected", "__proto__"),
      result: fc.oneof(fc.object(), fc.constant({ a: "\ud800" }), fc.constant({ "\0": "\0" })),
      documentNumber: fc.string({ unit: "binary" }),
      treatedOn: fc.oneof(fc.string(), fc.constant("0000-00-00")),
      level: fc.anything(),
      on: fc.oneof(fc.constant("2999-12-31"), fc.string()),
    },
    { requiredKeys: ["kind", "on"] },
  );
  await fc.assert(
    fc.asyncProperty(word, async (said) => {
      const body = { by: "x", revision: before.entry.revision, ...said };
      const text = JSON.stringify(body, (_, value) => (typeof value === "bigint" ? String(value) : value));
      const answer = await api.post(`/api/black-spots/${before.entry.id}/events`, text);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
  expect(await api.get<BlackSpotFile>(`/api/black-spots/${treating.entry.id}`)).toEqual(before);
});

test("a result that PostgreSQL cannot keep is refused, and nothing of it is kept", async () => {
  const { entry } = await sayAll(api, treating.entry.id, [{ ...CLOSED, on: today }]);
  const odd = { kind: "evaluated", on: today, revision: entry.revision, result: { note: "nul \0" }, note: "x" };
  expect(await problemOf(await say(odd))).toMatchObject({ status: 422, code: "unprocessable" });
  expect((await api.get<BlackSpotFile>(`/api/black-spots/${entry.id}`)).entry).toEqual(entry);
});
