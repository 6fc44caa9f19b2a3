import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import type { ConflictFilter, ConflictWord } from "../../../server/conflicts/conflict.ts";
import { decideConflict } from "../../../server/db/conflict-decisions.ts";
import { findNewestRun, writeRun } from "../../../server/db/conflict-runs.ts";
import { countConflicts, findConflict, findConflictEvents, findConflicts } from "../../../server/db/conflicts.ts";
import { findEventRange, findEvents } from "../../../server/db/events.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { ruleOutcome, spacingFinding } from "../../support/spacing.ts";

let database: FreshDatabase;
let revision: number;
beforeEach(async () => {
  database = await freshDatabase();
  revision = 0;
});
afterEach(() => database.close());

const db = () => database.record.db;
const run = (...findings: SpacingFinding[]) =>
  writeRun(db(), { findings, revisions: { "hazard-sources": ++revision }, ruleEdition: "e1", tookMs: 5 });
const find = (filter: ConflictFilter = {}, limit = 100) => findConflicts(db(), filter, { limit });
const codes = async (filter?: ConflictFilter) => (await find(filter)).map(({ finding }) => finding.hazard.code);
const only = async () => (await find())[0]!;
const kinds = async (id: string) => (await findConflictEvents(db(), id)).map(({ kind }) => kind);
const ACCEPTED: ConflictWord = { state: "accepted", owner: "安监局", note: "已有防火墙", dueOn: null, by: "王工" };
const decide = async (id: string, word = ACCEPTED) => {
  const { revision } = (await findConflict(db(), id))!;
  expect(await decideConflict(db(), id, revision!, word)).toBe("decided");
};
/** An instant between what was written before and what is written after. */
const now = async () => {
  const { rows } = await db().execute<{ now: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::text as now, pg_sleep(0.005)`,
  );
  return new Date(Number(rows[0]!.now) + 2);
};

test("the first run fills the list, the most urgent first, each seen once", async () => {
  const kept = await run(
    spacingFinding(1, { people: 5 }),
    spacingFinding(2, { people: 900 }),
    spacingFinding(3, { people: null }),
  );
  expect(kept).toMatchObject({ pairs: 3, seen: 3, changed: 0, gone: 0, reopened: 0 });
  expect(await codes()).toEqual(["H2", "H1", "H3"]);
  const { id, ...row } = await only();
  expect(row).toMatchObject({ revision: 1, verdict: "too-near", rank: 18_000, state: "open", goneAt: null });
  expect(row.finding).toEqual(spacingFinding(2, { people: 900 }));
  expect(await findConflictEvents(db(), id)).toMatchObject([
    { kind: "seen", revisions: { "hazard-sources": 1 }, ruleEdition: "e1", finding: row.finding },
  ]);
});

test("a run that finds the same writes no event and tells nobody", async () => {
  await run(spacingFinding(1));
  const { latest } = await findEventRange(db());
  const before = await only();
  await run(spacingFinding(1));
  await run(spacingFinding(1));
  expect(await only()).toEqual(before);
  expect(await kinds(before.id)).toEqual(["seen"]);
  expect(await findEvents(db(), latest, 10)).toEqual([]);
  expect((await findNewestRun(db()))!.revisions).toEqual({ "hazard-sources": 3 });
  const { rows } = await db().execute(sql`select id from conflict_runs`);
  expect(rows).toHaveLength(2);
});

test("those who follow hear how much has changed", async () => {
  await run(spacingFinding(1), spacingFinding(2));
  const { latest } = await findEventRange(db());
  await run(spacingFinding(1, { distanceM: 12 }), spacingFinding(3));
  expect((await findEvents(db(), latest, 10)).map(({ type, payload }) => ({ type, payload }))).toEqual([
    { type: "conflicts", payload: { seen: 1, changed: 1, gone: 1, reopened: 0 } },
  ]);
});

test("a decision is opened again when its facts change, with the reason, and keeps owner and note", async () => {
  await run(spacingFinding(1));
  const { id } = await only();
  await decide(id);
  expect(await only()).toMatchObject({ state: "accepted", decidedBy: "王工", revision: 2 });
  await run(spacingFinding(1, { distanceM: 40.005, people: 3 }));
  expect(await only()).toMatchObject({ state: "accepted", rank: 60 });
  await run(spacingFinding(1, { distanceM: 39.9, rules: [ruleOutcome({ requiredM: 70, requiredAtMostM: 70 })] }));
  expect(await only()).toMatchObject({ state: "open", decidedBy: null, owner: "安监局", note: "已有防火墙" });
  const events = await findConflictEvents(db(), id);
  expect(events.map(({ kind }) => kind)).toEqual(["seen", "decision", "changed", "changed", "reopened"]);
  expect(events.at(-1)!.reasons).toEqual(["distance", "required"]);
  await run(spacingFinding(1, { distanceM: 20 }));
  expect((await kinds(id)).filter((kind) => kind === "reopened")).toHaveLength(1);
});

test("what is gone leaves the list and not the history; what comes back as it was is still decided", async () => {
  await run(spacingFinding(1), spacingFinding(2));
  const [first] = await find();
  await decide(first!.id);
  await run();
  expect(await find()).toEqual([]);
  const gone = (await findConflict(db(), first!.id))!;
  expect(gone.goneAt! > gone.lastSeenAt!).toBe(true);
  await run(spacingFinding(1));
  expect(await only()).toMatchObject({ id: first!.id, state: "accepted", goneAt: null, lastSeenAt: null });
  expect(await kinds(first!.id)).toEqual(["seen", "decision", "gone", "seen"]);
});

test("new and gone since an instant are told exactly, also for what went and came back", async () => {
  await run(spacingFinding(1), spacingFinding(2), spacingFinding(3));
  const since = await now();
  await run(spacingFinding(1), spacingFinding(3));
  await run(spacingFinding(1), spacingFinding(4), spacingFinding(5));
  await run(spacingFinding(1), spacingFinding(3), spacingFinding(4));
  const change = Object.fromEntries((await find({ since })).map((each) => [each.finding.hazard.code, each.change]));
  expect(change).toEqual({ H1: null, H2: "gone", H3: null, H4: "new" });
  expect(await codes({ since, change: "new" })).toEqual(["H4"]);
  expect(await codes({ since, change: "gone" })).toEqual(["H2"]);
  expect(await countConflicts(db(), { since })).toMatchObject({ present: 3, new: 1, gone: 1 });
});

test("the list of an earlier instant is the one that was there, with what was said by then", async () => {
  const empty = await now();
  await run(spacingFinding(1), spacingFinding(2, { people: 7 }));
  const early = await now();
  const { id } = await only();
  await decide(id);
  const decided = await now();
  await run(spacingFinding(1, { distanceM: 10 }));
  expect(await find({ asOf: empty })).toEqual([]);
  expect(await codes({ asOf: early })).toEqual(["H1", "H2"]);
  const [then] = await find({ asOf: early });
  expect(then).toMatchObject({ state: "open", revision: null, finding: spacingFinding(1) });
  expect((await find({ asOf: decided }))[0]).toMatchObject({
    state: "accepted",
    decidedBy: "王工",
    note: "已有防火墙",
  });
  expect((await find({ asOf: await now() })).map(({ state, finding }) => [state, finding.distanceM])).toEqual([
    ["open", 10],
  ]);
  expect(await countConflicts(db(), { asOf: decided })).toMatchObject({ present: 2, accepted: 1, open: 1 });
  expect(await codes({ asOf: await now(), since: early, change: "gone" })).toEqual(["H2"]);
});

test("pages meet every conflict once, in the order of urgency, also where many are as urgent", async () => {
  await run(...Array.from({ length: 57 }, (_, n) => spacingFinding(n, { people: n % 4 })));
  const seen: { rank: number; id: string }[] = [];
  for (let after: { rank: number; id: string } | undefined; ; after = seen.at(-1)) {
    const page = await findConflicts(db(), {}, { after, limit: 10 });
    seen.push(...page);
    if (page.length < 10) break;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(57);
  expect(seen.map(({ rank }) => rank)).toEqual(seen.map(({ rank }) => rank).sort((a, b) => b - a));
});

describe("at the same time", () => {
  test("of two who decide on what they have read, one is told to read again", async () => {
    await run(spacingFinding(1));
    const { id } = await only();
    const words = ["甲", "乙", "丙"].map((by) => decideConflict(db(), id, 1, { ...ACCEPTED, by }));
    const outcomes = await Promise.all(words);
    expect(outcomes.filter((outcome) => outcome === "decided")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== "decided")).toEqual([{ stale: 2 }, { stale: 2 }]);
    expect(await kinds(id)).toEqual(["seen", "decision"]);
  });

  test("runs and decisions do not write over each other", async () => {
    await run(...[1, 2, 3, 4].map((n) => spacingFinding(n)));
    const all = await find();
    const outcomes = await Promise.all([
      ...all.map(({ id }) => decideConflict(db(), id, 1, ACCEPTED)),
      run(...[1, 2, 3, 4].map((n) => spacingFinding(n, { distanceM: 5 }))),
      ...all.map(({ id }) => decideConflict(db(), id, 1, ACCEPTED)),
    ]);
    expect(outcomes).toHaveLength(9);
    for (const { id, revision: at } of all) {
      const conflict = (await findConflict(db(), id))!;
      const events = await findConflictEvents(db(), id);
      const decisions = events.filter(({ kind }) => kind === "decision").length;
      // A word on the facts of before came before the run, which has opened it again; or it was refused.
      expect(events.filter(({ kind }) => kind === "reopened")).toHaveLength(decisions);
      expect(conflict).toMatchObject({ state: "open", revision: at! + 1 + decisions });
    }
  });

  test("a node whose layers are older writes nothing", async () => {
    await run(spacingFinding(1));
    await run(spacingFinding(1), spacingFinding(2));
    const late = { findings: [], revisions: { "hazard-sources": 1 }, ruleEdition: "e1", tookMs: 5 };
    expect(await writeRun(db(), late)).toBeNull();
    expect(await codes()).toHaveLength(2);
  });
});

test("a run that breaks off in the middle leaves the list as it was, and the next one is whole", async () => {
  await run(spacingFinding(1), spacingFinding(2));
  const before = await find();
  const broken = spacingFinding(4, { hazard: { ...spacingFinding(4).hazard, id: "no uuid" } });
  const many = Array.from({ length: 1500 }, (_, n) => spacingFinding(10 + n));
  await expect(run(...many, broken)).rejects.toThrow();
  expect(await find()).toEqual(before);
  expect(await countConflicts(db(), {})).toMatchObject({ present: 2 });
  expect(await run(...many)).toMatchObject({ seen: 1500, gone: 2 });
  expect(await countConflicts(db(), {})).toMatchObject({ present: 1500 });
});

test("no word that was said can be changed, by whatever statement", async () => {
  await run(spacingFinding(1));
  for (const statement of [
    "update conflict_events set note = 'x'",
    "delete from conflict_events",
    "truncate conflict_events",
  ])
    await expect(database.record.pool.query(statement), statement).rejects.toThrow("only added to");
});

test("a conflict that there is not cannot be decided on", async () => {
  expect(await decideConflict(db(), "018f0000-0000-7000-8000-000000000000", 1, ACCEPTED)).toBe("missing");
});
