import { sql } from "drizzle-orm";
import type { AlarmState } from "#data/wall/alarms/alarm.ts";
import { mayShelve } from "#data/wall/alarms/shelf.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";
import type { ShelfWord } from "../feeds/alarm-view.ts";
import { tellOfAlarms } from "./alarms.ts";
import type { Database, Executor } from "./record.ts";

interface HeldAlarm extends Record<string, unknown> {
  readonly id: string;
  readonly sourceId: string;
  readonly sensor: string;
  readonly revision: number;
  readonly state: AlarmState;
  readonly grade: AlarmGrade;
  readonly simulated: boolean;
}

async function holdAlarm(tx: Executor, id: string): Promise<HeldAlarm | null> {
  const { rows } = await tx.execute<HeldAlarm>(sql`
    select id, source_id as "sourceId", sensor, revision, state, grade, simulated from alarms where id = ${id} for no key update`);
  return rows[0] ?? null;
}

export type Shelving = "shelved" | "missing" | "gravest" | { readonly stale: number };

/** Puts the alarms of a sensor aside, if this one is still as it was read. What was put aside before ends. */
export const shelveAlarm = (db: Database, id: string, { by, reason, hours, revision }: ShelfWord): Promise<Shelving> =>
  db.transaction(async (tx): Promise<Shelving> => {
    const alarm = await holdAlarm(tx, id);
    if (!alarm) return "missing";
    if (alarm.revision !== revision) return { stale: alarm.revision };
    if (!mayShelve(alarm.grade)) return "gravest";
    await endShelf(tx, alarm);
    await tx.execute(sql`
      insert into alarm_shelves (source_id, sensor, grade, by, reason, shelved_at, until)
      select ${alarm.sourceId}, ${alarm.sensor}, ${alarm.grade}::int, ${by}, ${reason}, at, at + ${hours}::float8 * interval '1 hour'
      from (select date_trunc('milliseconds', clock_timestamp()) as at)`);
    await noteShelf(tx, alarm, "shelved", by, reason);
    return "shelved";
  });

/** Takes back what was said of a sensor, before its time. */
export const unshelveAlarm = (db: Database, id: string, by: string): Promise<"unshelved" | "missing" | "not-shelved"> =>
  db.transaction(async (tx) => {
    const alarm = await holdAlarm(tx, id);
    if (!alarm) return "missing";
    if (!(await endShelf(tx, alarm))) return "not-shelved";
    await noteShelf(tx, alarm, "unshelved", by, null);
    return "unshelved";
  });

/** @returns whether one was in force. */
async function endShelf(tx: Executor, { sourceId, sensor }: HeldAlarm): Promise<boolean> {
  const { rows } = await tx.execute<{ inForce: boolean }>(sql`
    update alarm_shelves set ended_at = date_trunc('milliseconds', clock_timestamp())
    where source_id = ${sourceId} and sensor = ${sensor} and ended_at is null returning until > ended_at as "inForce"`);
  return rows.some(({ inForce }) => inForce);
}

async function noteShelf(
  tx: Executor,
  { id, grade, state, simulated }: HeldAlarm,
  kind: "shelved" | "unshelved",
  by: string,
  note: string | null,
): Promise<void> {
  await tx.execute(sql`update alarms set revision = revision + 1 where id = ${id}`);
  await tx.execute(sql`
    insert into alarm_events (alarm_id, kind, at, grade, by, note)
    values (${id}::uuid, ${kind}, date_trunc('milliseconds', clock_timestamp()), ${grade}, ${by}, ${note})`);
  await tellOfAlarms(tx, [{ id, grade, state, simulated }]);
}
