import { sql } from "drizzle-orm";
import { takingOfAlarm } from "#data/wall/alarms/taking-of-alarm.ts";
import { takingOfIncident } from "#data/wall/incidents/incident.ts";
import { LEAST_TAKEOVER_MS, type TakingAlarm } from "#data/wall/scene-at.ts";
import { SHELF_OF_ALARM } from "./alarms.ts";
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
    gradedAt: string;
    acknowledgedAt: string | null;
    clearedAt: string | null;
    shelvedGrade: TakingAlarm["grade"] | null;
    until: string | null;
  }>(sql`select a.id, a.grade, ${isoInstant("a.graded_at")} as "gradedAt", ${isoInstant("a.acknowledged_at")} as "acknowledgedAt",
      ${isoInstant("a.cleared_at")} as "clearedAt", h.grade as "shelvedGrade", ${isoInstant("h.until")} as until
    from alarms a ${SHELF_OF_ALARM}
    where state <> 'cleared' or graded_at > now() - ${LEAST_TAKEOVER_MS / 1_000} * interval '1 second'`);
  const ms = (instant: string | null) => (instant === null ? null : Date.parse(instant));
  return rows.flatMap(
    ({ id, grade, gradedAt, acknowledgedAt, clearedAt, shelvedGrade, until }) =>
      takingOfAlarm({
        ...{ id, grade, gradedAt: Date.parse(gradedAt), acknowledgedAt: ms(acknowledgedAt), clearedAt: ms(clearedAt) },
        shelf: until === null ? null : { grade: shelvedGrade!, until: Date.parse(until) },
      }) ?? [],
  );
}
