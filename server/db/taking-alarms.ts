import { sql } from "drizzle-orm";
import { LEAST_TAKEOVER_MS, type TakingAlarm } from "#data/wall/scene-at.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

/** Alarms that may stand on a screen now: open ones, and those that cleared so lately that nobody may have seen them yet. */
export async function findTakingAlarms(db: Executor): Promise<TakingAlarm[]> {
  const { rows } = await db.execute<{
    id: string;
    grade: TakingAlarm["grade"];
    raisedAt: string;
    acknowledgedAt: string | null;
    clearedAt: string | null;
  }>(sql`select id, grade, ${isoInstant("graded_at")} as "raisedAt", ${isoInstant("acknowledged_at")} as "acknowledgedAt",
      ${isoInstant("cleared_at")} as "clearedAt" from alarms
    where state <> 'cleared' or graded_at > now() - ${LEAST_TAKEOVER_MS / 1_000} * interval '1 second'`);
  const ms = (instant: string | null) => (instant === null ? null : Date.parse(instant));
  return rows.map(({ id, grade, raisedAt, acknowledgedAt, clearedAt }) => ({
    id,
    grade,
    raisedAt: Date.parse(raisedAt),
    acknowledgedAt: ms(acknowledgedAt),
    clearedAt: ms(clearedAt),
  }));
}
