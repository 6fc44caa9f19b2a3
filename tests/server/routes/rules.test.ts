import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { AppliedRule, RuleDecision } from "#data/standards/rule.ts";
import { composeRuleBook, type RuleSource } from "#data/standards/rule-book.ts";
import { findEventRange, findEvents } from "../../../server/db/events.ts";
import { readLocalRules } from "../../../server/rules/local-rules.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { localRule, localRuleFile } from "../../support/spacing.ts";

const RULE = localRule();
const PATH = `/api/rules/${RULE.id}/decisions`;

interface Book {
  edition: string;
  day: string;
  rules: AppliedRule[];
  classes: { hazards: { id: string; title: { zh: string } }[] };
}

let api: TestApi;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "rules-test-"));
  await mkdir(join(dataDir, "rules"));
  await writeFile(join(dataDir, "rules", "park.json"), JSON.stringify(localRuleFile()));
  api = await startApi({ dataDir });
});
afterAll(async () => {
  await api.close();
  await rm(dataDir, { recursive: true });
});

const book = (asOf?: string) => api.get<Book>(`/api/rules${asOf ? `?asOf=${asOf}` : ""}`);
const ruleOf = ({ rules }: Book) => rules.find(({ id }) => id === RULE.id)!;
const history = async () => (await api.get<{ decisions: RuleDecision[] }>(PATH)).decisions;
const decide = (body: unknown, path = PATH) => api.post(path, body);
const today = () => localDayOf(new Date());

test("the site's own rows stand beside the library's, and every class that they name has a title", async () => {
  const found = await book();
  expect(ruleOf(found)).toEqual({ ...RULE, confirmed: null, overrides: null });
  const titles = new Map(found.classes.hazards.map(({ id, title }) => [id, title.zh]));
  for (const { hazard } of found.rules) expect(titles.get(hazard)).toBeTruthy();
});

test("a word is kept for ever; the last one holds, and takes the edition with it", async () => {
  const before = await book();
  expect((await decide({ kind: "confirm", by: "王工" })).status).toBe(201);
  const confirmed = ruleOf(await book());
  expect(confirmed).toMatchObject({ distanceM: RULE.distanceM, confirmed: { by: "王工" }, overrides: null });
  await decide({ kind: "override", distanceM: 75, reason: "园区会议纪要", by: "李工" });
  const overridden = await book();
  expect(ruleOf(overridden)).toMatchObject({
    distanceM: 75,
    overrides: { distanceM: RULE.distanceM, reason: "园区会议纪要", by: "李工" },
  });
  expect(overridden.edition).not.toBe(before.edition);
  await decide({ kind: "withdraw", by: "李工" });
  expect(ruleOf(await book())).toEqual({ ...RULE, confirmed: null, overrides: null });
  expect((await history()).map(({ kind }) => kind)).toEqual(["confirm", "override", "withdraw"]);
});

test("the page composes the same book from the source", async () => {
  await decide({ kind: "confirm", by: "王工" });
  const composed = composeRuleBook(await api.get<RuleSource>("/api/rules/source"));
  const { edition, rules } = await book();
  expect({ edition: composed.edition, rules: composed.rules }).toEqual({ edition, rules });
});

test("rules of an earlier day are those that were in force and known then", async () => {
  await decide({ kind: "override", distanceM: 99, reason: "x", by: "李工" });
  expect(ruleOf(await book("2026-03-01"))).toEqual({ ...RULE, confirmed: null, overrides: null });
  expect(ruleOf(await book("2025-12-31"))).toBeUndefined();
  expect(ruleOf(await book(today()))).toMatchObject({ distanceM: 99 });
});

test("those who follow hear of a word, and not whose it is", async () => {
  const { db } = api.database.record;
  const { latest } = await findEventRange(db);
  await decide({ kind: "confirm", by: "赵六" });
  const events = await findEvents(db, latest, 10);
  expect(events.map(({ type, payload }) => ({ type, payload }))).toEqual([
    { type: "rules", payload: { ruleId: RULE.id, kind: "confirm", decision: expect.any(Number) } },
  ]);
});

test("of many at once none is lost, and their order is that of their instants", async () => {
  const before = (await history()).length;
  const distances = Array.from({ length: 12 }, (_, n) => 100 + n);
  const answers = await Promise.all(
    distances.map((distanceM) => decide({ kind: "override", distanceM, reason: "x", by: "李工" })),
  );
  expect(answers.map(({ status }) => status)).toEqual(distances.map(() => 201));
  const kept = (await history()).slice(before);
  expect(kept.map(({ distanceM }) => distanceM).sort()).toEqual(distances);
  const instants = kept.map(({ at }) => Date.parse(at));
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  expect(ruleOf(await book()).distanceM).toBe(kept.at(-1)!.distanceM);
});

test("nothing that was said can be changed, by whatever statement", async () => {
  for (const statement of [
    "update rule_decisions set reason = 'y'",
    "delete from rule_decisions",
    "truncate rule_decisions",
  ])
    await expect(api.database.record.pool.query(statement), statement).rejects.toThrow("only added to");
});

describe("refused by field", () => {
  const whole = { kind: "override", distanceM: 50, reason: "x", by: "王工" };
  test.each([
    [{ ...whole, distanceM: undefined }, "distanceM", ""],
    [{ ...whole, distanceM: 0 }, "distanceM", "above 0 and at most 5000"],
    [{ ...whole, distanceM: -3 }, "distanceM", "above 0 and at most 5000"],
    [{ ...whole, distanceM: 5000.01 }, "distanceM", "above 0 and at most 5000"],
    [{ ...whole, distanceM: "50" }, "distanceM", ""],
    [{ ...whole, distanceM: null }, "distanceM", ""],
    [{ ...whole, reason: undefined }, "reason", ""],
    [{ ...whole, reason: "  " }, "reason", ""],
    [{ ...whole, reason: "x".repeat(1001) }, "reason", ""],
    [{ ...whole, by: undefined }, "by", ""],
    [{ kind: "confirm", by: " " }, "by", ""],
    [{ kind: "confirm", by: "王工", distanceM: 5 }, "distanceM", ""],
    [{ ...whole, kind: "maybe" }, "kind", ""],
    [{ ...whole, at: "2020-01-01" }, "at", ""],
  ])("%j", async (body, field, message) => {
    const before = (await history()).length;
    const problem = await problemOf(await decide(body));
    expect(problem).toMatchObject({ status: 400, code: "bad-body", fields: [field] });
    expect(problem.errors[0]!.message).toContain(message);
    expect(await history()).toHaveLength(before);
  });

  test("a rule that there is not", async () => {
    const path = "/api/rules/nowhere/decisions";
    for (const answer of [await decide({ kind: "confirm", by: "王工" }, path), await api.request(path)])
      expect(await problemOf(answer)).toMatchObject({ status: 404, fields: ["ruleId"] });
  });

  test.each([
    "2026-02-30",
    "yesterday",
    "2026-13-01",
    "9999-01-01",
    "2026-1-1",
    "",
    "0000-01-01",
    "2026-01-01T00:00:00Z",
  ])("the day %j, with the days that there are", async (day) => {
    const problem = await problemOf(await api.request(`/api/rules?asOf=${day}`));
    expect(problem).toMatchObject({ status: 400, fields: ["asOf"] });
    expect(problem.errors[0]!.allowed).toBe(`YYYY-MM-DD, up to ${today()}`);
  });
});

describe("a rule file that is wrong stops the start with one line", () => {
  const [table] = localRuleFile().tables;
  test.each([
    ["no JSON", "{", /^rules\/bad\.json cannot be read: .+$/],
    ["a row without a clause", { ...localRuleFile(), clause: undefined }, /^rules\/bad\.json: .*row 1.*clause/],
    [
      "an unknown class",
      { ...localRuleFile(), tables: [{ ...table, rows: [{ ...table!.rows[0], targets: ["castle"] }] }] },
      /^rules\/bad\.json: .*row 1.*targets/,
    ],
  ])("%s", async (_, content, line) => {
    const folder = await mkdtemp(join(tmpdir(), "bad-rules-"));
    await mkdir(join(folder, "rules"));
    await writeFile(join(folder, "rules", "bad.json"), typeof content === "string" ? content : JSON.stringify(content));
    const error = await readLocalRules(folder).catch((thrown: Error) => thrown);
    await rm(folder, { recursive: true });
    expect(error).toMatchObject({ name: "StartError", message: expect.stringMatching(line) });
    expect((error as Error).message).not.toContain("\n");
  });
});
