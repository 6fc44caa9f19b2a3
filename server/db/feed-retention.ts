import { sql } from "drizzle-orm";
import { REMEMBERED_MS } from "#data/wall/feeds/timing.ts";
import type { Executor } from "./record.ts";

const DAY_MS = 86_400_000;

/** What is kept, for how long and how many of one source at most. Whoever sends more has the oldest forgotten earlier. */
export interface Retention {
  readonly ids: { readonly ms: number; readonly atMost: number };
  readonly readings: { readonly ms: number; readonly atMost: number };
  /** Warnings, shifts and what called attention. */
  readonly newsMs: number;
}

export const KEPT: Retention = {
  ids: { ms: REMEMBERED_MS, atMost: 1_000_000 },
  readings: { ms: 7 * DAY_MS, atMost: 500_000 },
  newsMs: 90 * DAY_MS,
};

/** Forgets what is older or more than is kept. Alarms and what became of them stay. */
export async function pruneFeeds(db: Executor, now: Date, { ids, readings, newsMs }: Retention = KEPT): Promise<void> {
  const ago = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  await pruneBySource(db, "feed_messages", ago(ids.ms), ids.atMost);
  await pruneBySource(db, "feed_readings", ago(readings.ms), readings.atMost);
  for (const table of ["weather_warnings", "duty_shifts"])
    await db.execute(sql`delete from ${sql.identifier(table)} where received_at < ${ago(newsMs)}`);
  await db.execute(sql`delete from incidents where ends_at < ${ago(newsMs)}`);
}

/** The oldest first, source by source, so that each statement reads one index. */
async function pruneBySource(
  db: Executor,
  table: "feed_messages" | "feed_readings",
  before: ReturnType<typeof sql>,
  atMost: number,
): Promise<void> {
  const name = sql.identifier(table);
  const { rows } = await db.execute<{ id: string }>(sql`select id from feed_sources`);
  for (const { id } of rows)
    await db.execute(sql`
      delete from ${name} where source_id = ${id} and received_at < greatest(${before}, (
        select received_at from ${name} where source_id = ${id} order by received_at desc offset ${atMost} limit 1))`);
}
