import { sql } from "drizzle-orm";
import { takingOfIncident } from "#data/wall/incidents/incident.ts";
import { LEAST_TAKEOVER_MS, type TakingAlarm } from "#data/wall/scene-at.ts";
import { findIncidents } from "./incidents.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

/** As many as screens are told of. */
const MOST_INCIDENTS = 100;

/** What may stand on a screen now: alarms, warnings and grave accidents. */
export const findTaking = async (db: Executor, now: Date): Promise<TakingAlarm[]> => {
  const [alarms, incidents] = await Promise.all([findTakingAlarms(db), findIncidents(db, now, MOST_INCIDENTS)]);
  return [...alarms, ...incidents.map(takingOfIncident)];
};

/** Open ones, and those that cleared so lately that nobody may have seen them yet. */
async function findTakingAlarms(db: Executor): Promise<TakingAlarm[]> {
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
