import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "../errors.ts";
import type { DraftFacts } from "../intake/draft.ts";
import { underNewRevision } from "./feature-writes.ts";
import type { Executor } from "./record.ts";
import { imports } from "./schema.ts";

export type ImportRecord = typeof imports.$inferSelect;

/** In the transaction that wrote the features under this import's id. */
export async function recordImport(tx: Executor, entry: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(entry);
}

/** Latest first. */
export function findImports(db: Executor, limit: number, layer?: string): Promise<ImportRecord[]> {
  return db
    .select()
    .from(imports)
    .where(layer === undefined ? undefined : eq(imports.layer, layer))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

export async function findImport(db: Executor, id: string): Promise<ImportRecord | null> {
  const [row] = await db.select().from(imports).where(eq(imports.id, id));
  return row ?? null;
}

/** The latest import that brought the same file, byte for byte, and still stands. */
export async function findImportOf(db: Executor, sha256: string): Promise<DraftFacts["before"]> {
  const [row] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.sha256, sha256), isNull(imports.undoneAt)))
    .orderBy(desc(imports.createdAt))
    .limit(1);
  return row ? { importId: row.id, at: row.createdAt.toISOString(), by: row.createdBy, layer: row.layer } : null;
}

/** Codes of features that an import left and somebody has changed or removed since: an undo leaves them as they are. */
export async function findTouchedSince(db: Executor, importId: string): Promise<string[]> {
  const { rows } = await db.execute<{ code: string }>(touchedSince(importId));
  return rows.map(({ code }) => code);
}

const touchedSince = (importId: string) => sql`
  select distinct v.code from feature_versions v where v.import_id = ${importId}
    and not exists (select from features f where f.id = v.feature_id and f.import_id = ${importId})
  order by v.code`;

export interface UndoSummary {
  readonly revision: number;
  /** Features that the import had added, now gone. */
  readonly removed: number;
  /** Features that it had changed or removed, now as before. */
  readonly restored: number;
  /** Codes of features that somebody has changed or removed since: these stay as they are. */
  readonly kept: readonly string[];
}

const CONTENT = `code, name, geom, bbox, attributes, position_error_m, district_code, source_geometry, source_datum, source,
  observed_on, import_id`;

/** Features that stand as the import left them, each with the state before it; no such state: the import added it. */
const touched = (importId: string) => sql`
  select f.id, before.version_id from features f
    left join lateral (
      select version_id from feature_versions v
        where v.feature_id = f.id and v.ended_import_id = ${importId} and v.import_id is distinct from ${importId}
        order by v.valid_to desc limit 1
    ) before on true
    where f.import_id = ${importId}`;

/**
 * Takes an import back, all or nothing, as one more revision: history keeps both.
 *
 * @throws AppError `not-found`, or `conflict` when it has been undone already.
 */
export async function undoImport(db: Executor, importId: string, changedBy: string): Promise<UndoSummary> {
  return db.transaction(async (tx) => {
    const [entry] = await tx.select().from(imports).where(eq(imports.id, importId)).for("update");
    if (!entry) throw new AppError("not-found", `there is no import ${importId}`);
    if (entry.undoneAt) throw new AppError("conflict", `import ${importId} has been undone already`);

    const { result, revision } = await underNewRevision(tx, entry.layer, { changedBy }, async (inner, raised) => {
      const kept = await findTouchedSince(inner, importId);
      const state = sql`${raised.revision}::bigint, ${raised.changedAt}::timestamptz, ${changedBy}::text`;
      const restored = await inner.execute(sql`
        update features f set (${sql.raw(CONTENT)}, revision, valid_from, changed_by) =
            (select ${sql.raw(CONTENT)}, ${state} from feature_versions v where v.version_id = t.version_id)
          from (${touched(importId)}) t where f.id = t.id and t.version_id is not null`);
      const removed = await inner.execute(sql`
        delete from features where id in (select t.id from (${touched(importId)}) t where t.version_id is null)`);
      const revived = await inner.execute(sql`
        insert into features (id, layer, ${sql.raw(CONTENT)}, revision, valid_from, changed_by)
          select v.feature_id, v.layer, ${sql.raw(CONTENT)}, ${state} from feature_versions v
            where v.ended_import_id = ${importId} and v.removed and v.import_id is distinct from ${importId}
            order by v.valid_to desc
          on conflict do nothing`);
      const summary = {
        removed: removed.rowCount ?? 0,
        restored: (restored.rowCount ?? 0) + (revived.rowCount ?? 0),
        kept,
      };
      return { result: summary, anyChange: summary.removed + summary.restored > 0 };
    });
    await tx.update(imports).set({ undoneAt: sql`now()`, undoneBy: changedBy }).where(eq(imports.id, importId));
    return { revision, ...result };
  });
}
