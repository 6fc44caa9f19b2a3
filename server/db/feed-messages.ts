import { sql } from "drizzle-orm";
import type { QuarantineReason } from "#data/wall/feeds/verdict.ts";
import type { Quarantined } from "../feeds/quarantined.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

/** Digests of what came under these ids of a source, by id. */
export async function findKnownMessages(
  tx: Executor,
  source: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; digest: string }>(
    sql`select message_id as id, digest from feed_messages
        where source_id = ${source} and message_id = any(${sql.param(ids)}::text[])`,
  );
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

export async function rememberMessages(
  tx: Executor,
  source: string,
  messages: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  if (messages.size === 0) return;
  await tx.execute(sql`
    insert into feed_messages (source_id, message_id, digest, received_at)
    select ${source}, id, digest, ${now.toISOString()}::timestamptz
      from unnest(${sql.param([...messages.keys()])}::text[], ${sql.param([...messages.values()])}::text[]) as new (id, digest)`);
}

/** What is kept aside of one source: the newest. */
export const MOST_QUARANTINED = 500;

export interface NewQuarantined {
  readonly digest: string;
  readonly reason: QuarantineReason;
  readonly field: string | null;
  readonly detail: string;
  readonly messageId: string | null;
  readonly excerpt: string;
  readonly count: number;
}

/** @param entries - of one digest only one. */
export async function keepQuarantined(
  tx: Executor,
  source: string,
  entries: readonly NewQuarantined[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const newest = entries.slice(-MOST_QUARANTINED);
  const column = (pick: (entry: NewQuarantined) => unknown) => sql.param(newest.map(pick));
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into feed_quarantine as q (source_id, digest, reason, field, detail, message_id, excerpt, count, first_at, last_at)
    select ${source}, digest, reason, field, detail, message_id, excerpt, count, ${at}, ${at}
      from unnest(${column((e) => e.digest)}::text[], ${column((e) => e.reason)}::text[], ${column((e) => e.field)}::text[],
        ${column((e) => e.detail)}::text[], ${column((e) => e.messageId)}::text[], ${column((e) => e.excerpt)}::text[],
        ${column((e) => e.count)}::int[]) as new (digest, reason, field, detail, message_id, excerpt, count)
    on conflict (source_id, digest) do update set count = q.count + excluded.count, last_at = excluded.last_at`);
  await tx.execute(sql`
    delete from feed_quarantine where source_id = ${source} and id in (
      select id from feed_quarantine where source_id = ${source} order by last_at desc, id desc offset ${MOST_QUARANTINED})`);
}

/** The newest first. */
export async function findQuarantined(db: Executor, source: string, limit: number): Promise<Quarantined[]> {
  const { rows } = await db.execute<Quarantined & Record<string, unknown>>(
    sql`select id::float8 as id, reason, field, detail, message_id as "messageId", excerpt, count,
          ${isoInstant("first_at")} as "firstAt", ${isoInstant("last_at")} as "lastAt"
        from feed_quarantine where source_id = ${source} order by last_at desc, id desc limit ${limit}`,
  );
  return rows;
}
