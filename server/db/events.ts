import { sql } from "drizzle-orm";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

/** What server-sent events replay. Ids rise in the order of commits. */
export interface RecordEvent {
  readonly id: number;
  readonly type: string;
  readonly payload: unknown;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Call it last in a transaction: it makes others who record an event wait until the commit. */
export async function recordEvent(tx: Executor, type: string, payload: unknown): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(
    sql`select record_event(${type}, ${JSON.stringify(payload)}::jsonb)::float8 as id`,
  );
  return rows[0]!.id;
}

/** Events with an id above `id`, in order. */
export async function findEvents(db: Executor, id: number, limit: number): Promise<RecordEvent[]> {
  const { rows } = await db.execute<RecordEvent & Record<string, unknown>>(
    sql`select id::float8 as id, type, payload, ${isoInstant("at")} as at from events
        where id > ${id} order by id limit ${limit}`,
  );
  return rows;
}

/** The ids still kept: a reader whose last id is below `oldest - 1` has missed events. Both 0 when there are none. */
export async function findEventRange(db: Executor): Promise<{ oldest: number; latest: number }> {
  const { rows } = await db.execute<{ oldest: number; latest: number }>(
    sql`select coalesce(min(id), 0)::float8 as oldest, coalesce(max(id), 0)::float8 as latest from events`,
  );
  return rows[0]!;
}

/** Forgets all but the newest events. */
export async function pruneEvents(db: Executor, keep: number): Promise<number> {
  const { rowCount } = await db.execute(
    sql`delete from events where id <= (select max(id) from events) - ${keep}::bigint`,
  );
  return rowCount ?? 0;
}
