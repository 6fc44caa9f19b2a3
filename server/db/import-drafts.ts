import { and, desc, eq, lt, sql } from "drizzle-orm";
import { AppError } from "../errors.ts";
import type { Executor } from "./record.ts";
import { importDrafts, importRows } from "./staging-schema.ts";

export type DraftRecord = typeof importDrafts.$inferSelect;
type DraftChange = Partial<Omit<DraftRecord, "id" | "createdAt" | "createdBy" | "changedAt">>;

export async function addDraft(db: Executor, draft: typeof importDrafts.$inferInsert): Promise<void> {
  await db.insert(importDrafts).values(draft);
}

export async function findDraft(db: Executor, id: string): Promise<DraftRecord | null> {
  const [row] = await db.select().from(importDrafts).where(eq(importDrafts.id, id));
  return row ?? null;
}

/** @throws AppError `not-found`. */
export async function getDraft(db: Executor, id: string): Promise<DraftRecord> {
  const draft = await findDraft(db, id);
  if (!draft) throw new AppError("not-found", `there is no draft of an import ${id}`);
  return draft;
}

/** Held until the transaction ends: nobody else writes, changes or forgets it meanwhile. @throws AppError `not-found`. */
export async function lockDraft(tx: Executor, id: string): Promise<DraftRecord> {
  const [draft] = await tx.select().from(importDrafts).where(eq(importDrafts.id, id)).for("update");
  if (!draft) throw new AppError("not-found", `there is no draft of an import ${id}`);
  return draft;
}

/** Latest first. */
export const findDrafts = (db: Executor): Promise<DraftRecord[]> =>
  db.select().from(importDrafts).orderBy(desc(importDrafts.createdAt)).limit(100);

export async function changeDraft(db: Executor, id: string, change: DraftChange): Promise<void> {
  await db
    .update(importDrafts)
    .set({ ...change, changedAt: sql`now()` })
    .where(eq(importDrafts.id, id));
}

/** Takes account of bytes that arrived, unless others were taken account of first. */
export async function countReceived(db: Executor, id: string, from: number, to: number): Promise<boolean> {
  const { rowCount } = await db
    .update(importDrafts)
    .set({ received: to, changedAt: sql`now()` })
    .where(and(eq(importDrafts.id, id), eq(importDrafts.received, from)));
  return rowCount === 1;
}

/** With its rows. Once it is gone nothing of it is left in the database. */
export async function removeDraft(db: Executor, id: string): Promise<void> {
  await db.delete(importRows).where(eq(importRows.draftId, id));
  await db.delete(importDrafts).where(eq(importDrafts.id, id));
}

/** Drafts whose rows are gone, as after a crash of the database: the staging table is not logged. */
export async function findEmptiedDrafts(db: Executor): Promise<Set<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id::text from import_drafts d
      where d.state = 'ready' and (d.preview->>'rows')::int > (d.preview->>'passedOver')::int
        and not exists (select from import_rows r where r.draft_id = d.id)`);
  return new Set(rows.map(({ id }) => id));
}

/** Rows of commands that were killed: no draft holds them, and ids are as old as their first part says. */
export async function removeStrayRows(db: Executor): Promise<void> {
  const yesterday = Date.now() - 24 * 3_600_000;
  const oldest = `${yesterday
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})/, "$1-")}-0000-0000-000000000000`;
  await db.execute(sql`
    delete from import_rows r where r.draft_id < ${oldest}::uuid
      and not exists (select from import_drafts d where d.id = r.draft_id)`);
}

/** Drafts that nobody has touched for so long. @returns their ids. */
export async function findForgottenDrafts(db: Executor, days: number): Promise<string[]> {
  const rows = await db
    .select({ id: importDrafts.id })
    .from(importDrafts)
    .where(lt(importDrafts.changedAt, sql`now() - make_interval(days => ${days})`));
  return rows.map(({ id }) => id);
}
