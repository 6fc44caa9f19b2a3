import { sql } from "drizzle-orm";
import { REMEMBERED_MS } from "#data/wall/feeds/timing.ts";
import type { Executor } from "./record.ts";

/** How long readings are kept, and how many of one source at most. */
export const READINGS_KEPT = { days: 7, atMost: 500_000 } as const;

/** A source that sends so many messages within the time that ids are remembered has the oldest forgotten earlier. */
export const IDS_KEPT_AT_MOST = 1_000_000;

/** Warnings and shifts that ended longer ago say nothing to anybody. */
const NEWS_KEPT_DAYS = 90;

/** Forgets what is older or more than is kept. Alarms and what became of them stay. */
export async function pruneFeeds(db: Executor, now: Date): Promise<void> {
  const ago = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  const dayMs = 86_400_000;
  await pruneBySource(db, "feed_messages", ago(REMEMBERED_MS), IDS_KEPT_AT_MOST);
  await pruneBySource(db, "feed_readings", ago(READINGS_KEPT.days * dayMs), READINGS_KEPT.atMost);
  for (const table of ["weather_warnings", "duty_shifts"])
    await db.execute(sql`delete from ${sql.identifier(table)} where received_at < ${ago(NEWS_KEPT_DAYS * dayMs)}`);
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
