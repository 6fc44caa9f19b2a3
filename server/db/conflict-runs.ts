import { desc, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { type ChangedPair, compareRun, type KnownConflict, type RunDifferences } from "../conflicts/compare-run.ts";
import { rankOf } from "../conflicts/facts.ts";
import { recordEvent } from "./events.ts";
import type { Database, Executor } from "./record.ts";
import { conflictRuns } from "./schema.ts";

/** All pairs of the zone, as an analysis found them. */
export interface FoundConflicts {
  readonly findings: readonly SpacingFinding[];
  /** Absent: yes, these are all of them. */
  readonly complete?: boolean;
  readonly revisions: Readonly<Record<string, number>>;
  readonly ruleEdition: string | null;
  readonly tookMs: number;
}

export type KeptRun = typeof conflictRuns.$inferSelect;

const BATCH = 1_000;

/** Runs and decisions come one after another: neither writes over what the other has just read. */
export async function lockConflicts(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('zone-risk-map conflicts', 0))`);
}

/** @returns null before the first run. */
export async function findNewestRun(db: Executor): Promise<KeptRun | null> {
  const [run] = await db.select().from(conflictRuns).orderBy(desc(conflictRuns.id)).limit(1);
  return run ?? null;
}

/**
 * Writes what a run has changed, or nothing.
 *
 * @returns null when another node has kept a run of newer layers meanwhile: nothing was written.
 */
export const writeRun = (db: Database, found: FoundConflicts): Promise<KeptRun | null> =>
  db.transaction(async (tx) => {
    await lockConflicts(tx);
    const before = await findNewestRun(tx);
    if (before && isOlder(found.revisions, before.revisions)) return null;
    const differences = compareRun(await findKnown(tx), found.findings, found.complete);
    const run = await addRun(tx, found, differences);
    await addFresh(tx, run, differences.fresh);
    await addChanged(tx, run, differences.changed);
    await addGone(tx, run, before?.ranAt ?? run.ranAt, differences.gone);
    // What it found is what the run before it found: only the newest of such runs says anything.
    await tx.execute(sql`delete from conflict_runs where id < ${run.id} and seen + changed + gone + reopened = 0`);
    const { seen, changed, gone, reopened } = run;
    if (seen + changed + gone + reopened > 0) await recordEvent(tx, "conflicts", { seen, changed, gone, reopened });
    return run;
  });

const isOlder = (revisions: Readonly<Record<string, number>>, than: Readonly<Record<string, number>>): boolean =>
  Object.entries(revisions).some(([layer, revision]) => revision < (than[layer] ?? 0));

async function findKnown(tx: Executor): Promise<KnownConflict[]> {
  const { rows } = await tx.execute<KnownConflict & Record<string, unknown>>(sql`
    select id, hazard_id as "hazardId", target_id as "targetId", gone_at is not null as "isGone", digest, facts, state,
      decided_facts as "decidedFacts" from conflicts`);
  return rows;
}

async function addRun(tx: Executor, found: FoundConflicts, { fresh, changed, gone }: RunDifferences): Promise<KeptRun> {
  const { revisions, ruleEdition, tookMs, findings } = found;
  const came = changed.filter((pair) => pair.came).length;
  const [run] = await tx
    .insert(conflictRuns)
    .values({
      ranAt: sql`date_trunc('milliseconds', clock_timestamp())`,
      revisions,
      ruleEdition,
      tookMs,
      pairs: findings.length,
      seen: fresh.length + came,
      changed: changed.filter((pair) => !pair.came && pair.reasons.length > 0).length,
      gone: gone.length,
      reopened: changed.filter((pair) => pair.reopened.length > 0).length,
    })
    .returning();
  return run!;
}

async function addFresh(tx: Executor, run: KeptRun, fresh: RunDifferences["fresh"]): Promise<void> {
  const at = run.ranAt.toISOString();
  const rows = fresh.map(({ finding, ...rest }) => ({ ...rest, id: uuidv7(), finding, rank: rankOf(finding) }));
  for (const batch of batchesOf(rows)) {
    await tx.execute(sql`
      with n as materialized (select * from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        as n(id uuid, "hazardId" uuid, "targetId" uuid, rank float8, finding jsonb, digest text, facts jsonb)),
      kept as (
        insert into conflicts (id, hazard_id, target_id, revision, first_seen_at, verdict, rank, finding, digest, facts)
        select id, "hazardId", "targetId", 1, ${at}::timestamptz, finding->>'verdict', rank, finding, digest, facts from n)
      insert into conflict_events (conflict_id, kind, at, run_id, verdict, rank, finding)
      select id, 'seen', ${at}::timestamptz, ${run.id}::bigint, finding->>'verdict', rank, finding from n`);
  }
}

async function addChanged(tx: Executor, run: KeptRun, changed: readonly ChangedPair[]): Promise<void> {
  const at = run.ranAt.toISOString();
  const rows = changed.map((pair) => ({ ...pair, rank: rankOf(pair.finding) }));
  for (const batch of batchesOf(rows)) {
    const given = sql`jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
      as n(id uuid, rank float8, finding jsonb, digest text, facts jsonb, came boolean, reasons text[], reopened text[])`;
    await tx.execute(sql`
      update conflicts c set
        revision = c.revision + (n.came or n.reasons <> '{}')::int, last_seen_at = null, gone_at = null,
        verdict = n.finding->>'verdict', rank = n.rank, finding = n.finding, digest = n.digest, facts = n.facts,
        state = case when n.reopened = '{}' then c.state else 'open' end,
        decided_by = case when n.reopened = '{}' then c.decided_by end,
        decided_at = case when n.reopened = '{}' then c.decided_at end,
        decided_facts = case when n.reopened = '{}' then c.decided_facts end
      from ${given} where c.id = n.id`);
    await tx.execute(sql`
      insert into conflict_events (conflict_id, kind, at, run_id, verdict, rank, finding, reasons)
      select id, case when came then 'seen' else 'changed' end, ${at}, ${run.id}, finding->>'verdict', rank, finding, reasons
      from ${given} where came or reasons <> '{}'`);
    await tx.execute(sql`
      insert into conflict_events (conflict_id, kind, at, run_id, reasons, state, owner, note, due_on)
      select n.id, 'reopened', ${at}, ${run.id}, n.reopened, 'open', c.owner, c.note, c.due_on
      from ${given} join conflicts c on c.id = n.id where n.reopened <> '{}'`);
  }
}

async function addGone(tx: Executor, run: KeptRun, lastSeenAt: Date, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return;
  const at = run.ranAt.toISOString();
  await tx.execute(sql`
    insert into conflict_events (conflict_id, kind, at, run_id, verdict, rank, finding)
    select id, 'gone', ${at}, ${run.id}, verdict, rank, finding from conflicts where id = any(${sql.param(gone)}::uuid[])`);
  await tx.execute(sql`
    update conflicts set revision = revision + 1, gone_at = ${at}, last_seen_at = ${lastSeenAt.toISOString()}
    where id = any(${sql.param(gone)}::uuid[])`);
}

function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}
