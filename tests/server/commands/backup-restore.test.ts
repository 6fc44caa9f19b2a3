import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { NewSpotEvent } from "../../../server/black-spots/spot-event.ts";
import { backup, MANIFEST, type Manifest, run as runBackup } from "../../../server/commands/backup.ts";
import { restore, run as runRestore } from "../../../server/commands/restore.ts";
import { keepPhotograph } from "../../../server/db/black-spot-photographs.ts";
import { addSpot } from "../../../server/db/black-spots.ts";
import { decideConflict } from "../../../server/db/conflict-decisions.ts";
import { writeRun } from "../../../server/db/conflict-runs.ts";
import { findConflicts } from "../../../server/db/conflicts.ts";
import { TABLES } from "../../../server/db/copy-tables.ts";
import { findEventRange, recordEvent } from "../../../server/db/events.ts";
import { type FeatureInput, removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeatures, findHistory } from "../../../server/db/features.ts";
import type { OpenRecord } from "../../../server/db/record.ts";
import { addRuleDecision } from "../../../server/db/rule-decisions.ts";
import { writeSetting } from "../../../server/db/settings.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { spacingFinding } from "../../support/spacing.ts";

let source: FreshDatabase;
let folder: string;
let target: FreshDatabase;

const text = fc.string({ unit: "grapheme", maxLength: 20 }).map((value) => value.replaceAll("\0", ""));
const awkward = fc.oneof(
  text,
  fc.constantFrom("\\N", "\\.", "tab\there", "line\nbreak", 'quo"te', "反斜\\杠", "", "=1+1"),
);
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  awkward,
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.boolean(),
  fc.constant(null),
);
const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const feature: fc.Arbitrary<FeatureInput> = fc.record({
  code: awkward.filter((code) => code !== ""),
  name: awkward,
  geometry: fc.oneof(
    position.map((coordinates) => ({ type: "Point" as const, coordinates })),
    fc
      .array(position, { minLength: 2, maxLength: 5 })
      .map((coordinates) => ({ type: "LineString" as const, coordinates })),
  ),
  attributes: fc.dictionary(awkward, value, { maxKeys: 4 }),
  positionErrorM: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  districtCode: fc.option(awkward),
  source: awkward,
  observedOn: fc.constantFrom(null, "2024-02-29", "1999-12-31"),
});
const ledger = fc.uniqueArray(feature, { selector: ({ code }) => code, minLength: 1, maxLength: 30 });

const PHOTOGRAPH = {
  id: "018f0000-0000-7000-8000-000000000001",
  mediaType: "image/png",
  widthPx: 2,
  heightPx: 1,
  sha256: "ab",
  content: new Uint8Array([0, 92, 255, 10]),
  caption: null,
  takenOn: "2026-04-09",
  by: "王警官",
} as const;

/** Every row of every table as text, whatever the order; without what a restore changes on purpose. */
async function contents({ pool }: OpenRecord): Promise<Record<string, string[]>> {
  const tables: Record<string, string> = {
    features: "to_jsonb(t) - 'geometry'",
    feature_versions: "to_jsonb(t)",
    imports: "to_jsonb(t)",
    settings: "to_jsonb(t)",
    layer_revisions: "to_jsonb(t) - 'changed_xact'",
    rule_decisions: "to_jsonb(t)",
    conflicts: "to_jsonb(t)",
    conflict_events: "to_jsonb(t)",
    conflict_runs: "to_jsonb(t)",
    black_spot_events: "to_jsonb(t)",
    black_spot_photographs: "to_jsonb(t)",
  };
  const found: Record<string, string[]> = {};
  for (const [table, row] of Object.entries(tables)) {
    const { rows } = await pool.query<{ row: string }>(`select (${row})::text as row from ${table} t order by 1`);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

beforeAll(async () => {
  source = await freshDatabase();
  const { db } = source.record;
  for (const [i, drafts] of fc.sample(ledger, { numRuns: 12, seed: 42 }).entries()) {
    const layer = `layer-${i % 4}`;
    await writeFeatures(db, layer, drafts, { changedBy: "tester" });
    await writeFeatures(
      db,
      layer,
      drafts.map((draft) => ({ ...draft, name: `${draft.name}!` })),
      { changedBy: "tester" },
    );
    const { features } = await findFeatures(db, { layer, limit: 3 });
    await removeFeatures(db, layer, [features[0]!.id], { changedBy: "tester" });
  }
  await writeSetting(db, "demo", { seed: 7, edition: "1" }, "tester");
  await recordEvent(db, "incident", { place: "北门" });
  const rule = {
    ruleId: "a.rule",
    kind: "override",
    distanceM: 0.1 + 0.2,
    reason: "会议\t纪要",
    decidedBy: "王工",
  } as const;
  await addRuleDecision(db, rule);
  const revisions = { "layer-0": 2 };
  for (const findings of [[spacingFinding(1), spacingFinding(2)], [spacingFinding(1, { distanceM: 1 / 3 })]])
    await writeRun(db, { findings, revisions, ruleEdition: "e", tookMs: 0.1 });
  const event = {
    kind: "registered",
    onDay: "2026-04-10",
    by: "王警官",
    state: "candidate",
    documentNumber: "通公交〔2026〕1号",
    nextOn: null,
    note: "反斜\\杠\t制表",
    details: { site: { kind: "circle", position: [122.26, 43.62], radiusM: 0.1 + 0.2 } },
  } satisfies Omit<NewSpotEvent, "spotId">;
  const [draft] = fc.sample(feature, { numRuns: 1, seed: 9 });
  const spot = (await addSpot(db, () => ({ draft: draft!, event })))!;
  await keepPhotograph(db, spot, () => ({
    events: [{ ...event, spotId: spot, kind: "photographed" as const, details: { photographId: PHOTOGRAPH.id } }],
    photograph: PHOTOGRAPH,
  }));
  const [conflict] = await findConflicts(db, {}, { limit: 1 });
  const word = { state: "accepted", owner: null, note: "反斜\\杠", dueOn: "2027-01-31", by: "王工" } as const;
  await decideConflict(db, conflict!.id, conflict!.revision!, word);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backup-test-"));
  target = await freshDatabase();
});
afterEach(async () => {
  await target.close();
  await rm(folder, { recursive: true, force: true });
});
afterAll(() => source.close());

const manifestOf = async (at: string): Promise<Manifest> => JSON.parse(await readFile(join(at, MANIFEST), "utf8"));

test("everything comes back exactly as it was", async () => {
  const before = await contents(source.record);
  expect(before.feature_versions!.length).toBeGreaterThan(50);
  await backup(source.record, join(folder, "copy"));
  await restore(target.record, join(folder, "copy"));
  expect(await contents(target.record)).toEqual(before);
});

test("life goes on after a restore: new changes continue the history and the events", async () => {
  await backup(source.record, join(folder, "copy"));
  await restore(target.record, join(folder, "copy"));
  const { db } = target.record;
  const { latest } = await findEventRange(source.record.db);
  const layer = "layer-0";
  const { features } = await findFeatures(db, { layer, limit: 1 });
  const { id, revision: _, validFrom: __, changedBy: ___, layer: ____, ...draft } = features[0]!;
  const before = await findHistory(db, layer, id);
  const written = await writeFeatures(db, layer, [{ ...draft, name: "after" }], { changedBy: "tester" });
  const { rows } = await source.record.db.execute<{ revision: number }>(
    sql`select revision::float8 as revision from layer_revisions where layer = ${layer}`,
  );
  expect(written.revision).toBe(rows[0]!.revision + 1);
  expect(await findHistory(db, layer, id)).toHaveLength(before.length + 1);
  expect((await findEventRange(db)).latest).toBeGreaterThan(latest);
  const run = { findings: [], revisions: { "layer-0": written.revision }, ruleEdition: "e", tookMs: 1 };
  expect(await writeRun(db, run)).toMatchObject({ gone: 1 });
});

test("a backup is of one moment, although writing goes on", async () => {
  const busy = await freshDatabase();
  const draft = fc.sample(feature, { numRuns: 1, seed: 1 })[0]!;
  let stop = false;
  const writing = (async () => {
    for (let i = 0; !stop; i++)
      await writeFeatures(busy.record.db, "busy", [{ ...draft, name: `${i}` }], { changedBy: "tester" });
  })();
  for (let i = 0; i < 5; i++) {
    const at = join(folder, `copy-${i}`);
    const { tables } = await backup(busy.record, at);
    const rows = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));
    // Each write is one revision, one event and, but for the first, one earlier state.
    expect(rows.feature_versions).toBe(Math.max(0, rows.events! - 1));
  }
  stop = true;
  await writing;
  await busy.close();
});

test("only the owner can read a backup", async () => {
  const at = join(folder, "copy");
  await backup(source.record, at);
  expect((await stat(at)).mode & 0o077).toBe(0);
  for (const name of await readdir(at)) expect((await stat(join(at, name))).mode & 0o077).toBe(0);
});

test("a backup is not written over something else", async () => {
  await writeFile(join(folder, "precious"), "");
  await expect(backup(source.record, folder)).rejects.toThrow(/^[^\n]+ is not empty: name a new folder$/);
  expect(await readdir(folder)).toEqual(["precious"]);
});

test("a record that is not empty is not restored into", async () => {
  await backup(source.record, join(folder, "copy"));
  await writeSetting(target.record.db, "demo", { seed: 1, edition: "1" }, "tester");
  const before = await contents(target.record);
  await expect(restore(target.record, join(folder, "copy"))).rejects.toThrow(
    /^the database is not empty \(settings has rows\)/,
  );
  expect(await contents(target.record)).toEqual(before);
});

test.each([
  ["a byte too many", (at: string) => appendFile(join(at, "features.copy.gz"), "x")],
  [
    "one byte turned",
    async (at: string) => {
      const path = join(at, "features.copy.gz");
      const bytes = await readFile(path);
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(path, bytes);
    },
  ],
  ["a missing file", (at: string) => unlink(join(at, "imports.copy.gz"))],
])("a damaged backup (%s) restores nothing and is named", async (_, damage) => {
  const at = join(folder, "copy");
  await backup(source.record, at);
  await damage(at);
  await expect(restore(target.record, at)).rejects.toThrow(/^[^\n]+\.copy\.gz is damaged[^\n]+$/);
  expect((await contents(target.record)).features).toEqual([]);
});

test("rows that the manifest does not promise restore nothing", async () => {
  const at = join(folder, "copy");
  await backup(source.record, at);
  const manifest = await manifestOf(at);
  const tables = manifest.tables.map((table) => (table.table === "settings" ? { ...table, rows: 5 } : table));
  await writeFile(join(at, MANIFEST), JSON.stringify({ ...manifest, tables }));
  await expect(restore(target.record, at)).rejects.toThrow("settings came back with 1 of 5 rows");
  expect((await contents(target.record)).features).toEqual([]);
});

test("a backup without its manifest, or of a newer program, is refused with one line", async () => {
  const at = join(folder, "copy");
  await backup(source.record, at);
  const manifest = await manifestOf(at);
  await writeFile(join(at, MANIFEST), JSON.stringify({ ...manifest, schema: 999 }));
  await expect(restore(target.record, at)).rejects.toThrow(/^the backup is of a newer version/);
  await unlink(join(at, MANIFEST));
  await expect(restore(target.record, at)).rejects.toThrow(/is not a complete backup/);
  await mkdir(join(folder, "none"));
  await expect(restore(target.record, join(folder, "none"))).rejects.toThrow(/is not a complete backup/);
});

describe("as commands", () => {
  let said: string[];
  let complained: string[];
  beforeEach(() => {
    [said, complained] = [[], []];
    vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
    vi.spyOn(console, "error").mockImplementation((text: string) => void complained.push(text));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test("copy what DATABASE_URL names and bring it back, with exit code 0", async () => {
    const at = join(folder, "copy");
    vi.stubEnv("DATABASE_URL", source.url);
    expect(await runBackup([at])).toBe(0);
    vi.stubEnv("DATABASE_URL", target.url);
    expect(await runRestore([at])).toBe(0);
    expect(await contents(target.record)).toEqual(await contents(source.record));
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`^\\d+ rows of ${TABLES.length} tables, \\d+\\.\\d MB, in .+copy$`)),
      expect.stringMatching(new RegExp(`^\\d+ rows of ${TABLES.length} tables restored, as of \\d{4}-`)),
    ]);
    expect(complained).toEqual([]);
  });

  test("say in one line, with exit code 1, why nothing was done", async () => {
    await writeFile(join(folder, "precious"), "");
    vi.stubEnv("DATABASE_URL", source.url);
    for (const args of [[], ["a", "b"], ["--help"], [folder]]) expect(await runBackup(args)).toBe(1);
    for (const args of [[], ["--all"], [join(folder, "none")]]) expect(await runRestore(args)).toBe(1);
    expect(complained).toHaveLength(7);
    for (const line of complained)
      expect(line).toMatch(
        /^(usage: npm run (backup|restore) -- DIR|.+ is not empty.+|.+ is not a complete backup.+)$/,
      );
    expect(said).toEqual([]);
  });
});
