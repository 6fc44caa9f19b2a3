import { sql } from "drizzle-orm";
import { type AlarmChange, type AlarmStanding, type AlarmState, mayAcknowledge } from "#data/wall/alarms/alarm.ts";
import { isQuiet } from "#data/wall/alarms/chatter.ts";
import type { SensorUnit } from "#data/wall/feeds/units.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";
import type { AlarmEvent, AlarmFilter, AlarmView } from "../feeds/alarm-view.ts";
import { isoInstant } from "./instants.ts";
import { middleOf } from "./middle-of.ts";
import type { Database, Executor } from "./record.ts";

/** An alarm that has not cleared, as grading needs it. */
export interface OpenAlarm extends AlarmStanding {
  readonly id: string;
  readonly sensor: string;
  readonly revision: number;
  /** Of a chattering one: since when its limits are left, milliseconds since 1970; `null`: they are reached. */
  readonly leftAt: number | null;
}

/** Of these sensors, by sensor, held until the commit. */
export async function findOpenAlarms(
  tx: Executor,
  source: string,
  sensors: readonly string[],
): Promise<Map<string, OpenAlarm>> {
  const { rows } = await tx.execute<OpenAlarm & Record<string, unknown>>(sql`
    select ${OPEN} from alarms
    where source_id = ${source} and sensor = any(${sql.param(sensors)}::text[]) and state <> 'cleared' for no key update`);
  return new Map(rows.map((row) => [row.sensor, row]));
}

const OPEN = sql`id, sensor, revision, state, grade, gravest, chattering,
  (extract(epoch from left_at) * 1000)::float8 as "leftAt"`;

export interface QuietAlarm extends OpenAlarm {
  readonly unit: SensorUnit;
}

/** Chattering alarms of a source that may clear now, each with its unit, held until the commit. */
export async function findQuietAlarms(tx: Executor, source: string, now: Date): Promise<QuietAlarm[]> {
  const { rows } = await tx.execute<QuietAlarm & Record<string, unknown>>(sql`
    select ${OPEN}, unit from alarms where source_id = ${source} and state <> 'cleared' and chattering for no key update`);
  return rows.filter(({ state, leftAt }) => isQuiet(state, leftAt, now.getTime()));
}

/** When sensors called for people since an instant: raised or escalated, milliseconds since 1970, by sensor. */
export async function findCalls(
  tx: Executor,
  source: string,
  sensors: readonly string[],
  since: Date,
): Promise<Map<string, number[]>> {
  const from = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<{ sensor: string; at: number }>(sql`
    select a.sensor, (extract(epoch from e.at) * 1000)::float8 as at from alarms a join alarm_events e on e.alarm_id = a.id
    where a.source_id = ${source} and a.sensor = any(${sql.param(sensors)}::text[])
      and (a.raised_at > ${from} or a.state <> 'cleared') and e.kind in ('raised', 'escalated') and e.at > ${from}`);
  const calls = new Map<string, number[]>();
  for (const { sensor, at } of rows) calls.set(sensor, [...(calls.get(sensor) ?? []), at]);
  return calls;
}

/** Keeps since when the limits of chattering alarms are left. That is no event: nobody has to read the alarm again. */
export async function keepLeft(tx: Executor, left: ReadonlyMap<string, number | null>): Promise<void> {
  if (left.size === 0) return;
  await tx.execute(sql`
    update alarms a set left_at = to_timestamp(new.left_at / 1000.0)
    from unnest(${sql.param([...left.keys()])}::uuid[], ${sql.param([...left.values()])}::float8[]) as new (id, left_at)
    where a.id = new.id`);
}

/** What became of an alarm, with all that its row says afterwards. */
export interface AlarmStep extends OpenAlarm {
  readonly kind: AlarmChange["kind"];
  /** `null`: the sensor was announced anew and has none yet, which clears its alarm. */
  readonly value: number | null;
  readonly unit: SensorUnit;
  /** ISO 8601 instant of the reading behind it. */
  readonly observedAt: string | null;
}

interface StepSource {
  readonly id: string;
  readonly simulated: boolean;
}

/**
 * Keeps what became of alarms of one source, and tells of each alarm once, as it is after the last step. Call it late in a
 * transaction: telling takes the lock of the events.
 *
 * @param steps - in the order in which they happened.
 */
export async function keepAlarmSteps(
  tx: Executor,
  source: StepSource,
  steps: readonly AlarmStep[],
  now: Date,
): Promise<void> {
  if (steps.length === 0) return;
  const last = [...new Map(steps.map((step) => [step.id, step])).values()];
  // A step without a value only ever clears an alarm that is there, so the 0 in its place below is never written.
  // A grade that is as grave or graver than before was reached now; one that cleared keeps the instant of its last.
  const graded = new Map(steps.filter(({ kind }) => kind !== "cleared").map((step) => [step.id, step]));
  const at = sql`${now.toISOString()}::timestamptz`;
  const column = (pick: (step: AlarmStep) => unknown) => sql.param(last.map(pick));
  await tx.execute(sql`
    insert into alarms as a (id, source_id, sensor, simulated, revision, state, grade, gravest, chattering, value, unit, raised_at,
        graded_at, cleared_at)
      select id, ${source.id}, sensor, ${source.simulated}::boolean, revision, state, grade, gravest, chattering, coalesce(value, 0), unit,
        ${at}, ${at},
        case when state = 'cleared' then ${at} end
      from unnest(${column((s) => s.id)}::uuid[], ${column((s) => s.sensor)}::text[], ${column((s) => s.revision)}::int[],
        ${column((s) => s.state)}::text[], ${column((s) => s.grade)}::int[], ${column((s) => s.gravest)}::int[],
        ${column((s) => s.chattering)}::boolean[], ${column((s) => (graded.get(s.id) ?? s).value)}::float8[],
        ${column((s) => s.unit)}::text[]) as new (id, sensor, revision, state, grade, gravest, chattering, value, unit)
    on conflict (id) do update set revision = excluded.revision, state = excluded.state, grade = excluded.grade,
      gravest = excluded.gravest, chattering = excluded.chattering, cleared_at = excluded.cleared_at,
      value = case when a.id = any(${sql.param([...graded.keys()])}::uuid[]) then excluded.value else a.value end,
      unit = case when a.id = any(${sql.param([...graded.keys()])}::uuid[]) then excluded.unit else a.unit end,
      graded_at = case when a.id = any(${sql.param([...graded.keys()])}::uuid[]) then excluded.graded_at else a.graded_at end,
      acknowledged_at = case when excluded.state = 'raised' then null else a.acknowledged_at end,
      acknowledged_by = case when excluded.state = 'raised' then null else a.acknowledged_by end,
      note = case when excluded.state = 'raised' then null else a.note end`);
  const each = (pick: (step: AlarmStep) => unknown) => sql.param(steps.map(pick));
  await tx.execute(sql`
    insert into alarm_events (alarm_id, kind, at, observed_at, grade, value)
      select id, kind, ${at}, observed_at, grade, value from unnest(
        ${each((s) => s.id)}::uuid[], ${each((s) => s.kind)}::text[], ${each((s) => s.observedAt)}::timestamptz[],
        ${each((s) => s.grade)}::int[], ${each((s) => s.value)}::float8[]) with ordinality
        as new (id, kind, observed_at, grade, value, place) order by place`);
  await tellOfAlarms(
    tx,
    last.map(({ id, grade, state }) => ({ id, grade, state, simulated: source.simulated })),
  );
}

export interface ToldAlarm {
  readonly id: string;
  readonly grade: number;
  readonly state: AlarmState;
  readonly simulated: boolean;
}

export const tellOfAlarms = (tx: Executor, told: readonly ToldAlarm[]) =>
  tx.execute(sql`
    select record_event('alarm', payload)
    from unnest(${sql.param(told.map((each) => JSON.stringify(each)))}::jsonb[]) with ordinality as t (payload, place)`);

/** Clears what is open of a source that has ended: nobody would ever say that its cause is gone. */
export async function clearAlarmsOf(tx: Executor, source: StepSource, by: string, note: string): Promise<void> {
  const { rows } = await tx.execute<ToldAlarm & Record<string, unknown>>(sql`
    with moment as (select date_trunc('milliseconds', clock_timestamp()) as at),
    cleared as (
      update alarms set revision = revision + 1, state = 'cleared', cleared_at = moment.at from moment
      where source_id = ${source.id} and state <> 'cleared' returning id, grade, state, simulated, moment.at),
    told as (
      insert into alarm_events (alarm_id, kind, at, grade, by, note)
      select id, 'cleared', at, grade, ${by}, ${note} from cleared)
    select id, grade, state, simulated from cleared`);
  if (rows.length > 0) await tellOfAlarms(tx, rows);
}

export type Acknowledgement = "acknowledged" | "missing" | "taken" | { readonly stale: number };

/** Keeps who has taken an alarm in hand, if it is still as it was read. */
export const acknowledgeAlarm = (
  db: Database,
  id: string,
  { by, note, revision }: { readonly by: string; readonly note: string | null; readonly revision: number },
): Promise<Acknowledgement> =>
  db.transaction(async (tx): Promise<Acknowledgement> => {
    const { rows } = await tx.execute<
      ToldAlarm & { revision: number; acknowledgedAt: string | null } & Record<string, unknown>
    >(
      sql`select id, revision, state, grade, simulated, ${isoInstant("acknowledged_at")} as "acknowledgedAt"
          from alarms where id = ${id} for no key update`,
    );
    const [present] = rows;
    if (!present) return "missing";
    if (present.revision !== revision) return { stale: present.revision };
    if (!mayAcknowledge(present.state, present.acknowledgedAt)) return "taken";
    const state = present.state === "cleared" ? "cleared" : "acknowledged";
    await tx.execute(sql`
      with moment as (select date_trunc('milliseconds', clock_timestamp()) as at),
      taken as (
        update alarms set revision = revision + 1, state = ${state}, acknowledged_at = moment.at, acknowledged_by = ${by},
          note = ${note} from moment where id = ${id} returning moment.at, grade)
      insert into alarm_events (alarm_id, kind, at, grade, by, note)
        select ${id}::uuid, 'acknowledged', at, grade, ${by}, ${note} from taken`);
    await tellOfAlarms(tx, [{ id, grade: present.grade, state, simulated: present.simulated }]);
    return "acknowledged";
  });

interface AlarmRow extends Record<string, unknown>, Omit<AlarmView, "source" | "position" | "feature" | "shelf"> {
  shelvedGrade: AlarmGrade | null;
  shelvedBy: string | null;
  shelvedReason: string | null;
  shelvedUntil: string | null;
  sourceId: string;
  sourceTitle: string;
  lon: number | null;
  lat: number | null;
  layer: string | null;
  featureCode: string | null;
  featureId: string | null;
  featureName: string | null;
  geom: Buffer | null;
}

/** Joins `h`, the shelf that holds the alarm `a` now, if one does. */
export const SHELF_OF_ALARM = sql`left join alarm_shelves h on h.source_id = a.source_id and h.sensor = a.sensor
  and h.ended_at is null and h.until > now() and a.grade >= h.grade`;

const SELECT = sql`select a.id, a.revision, a.state, a.grade, a.gravest, a.simulated, a.sensor, a.value, a.unit, a.note,
  a.acknowledged_by as "acknowledgedBy", ${isoInstant("a.raised_at")} as "raisedAt", ${isoInstant("a.graded_at")} as "gradedAt",
  ${isoInstant("a.acknowledged_at")} as "acknowledgedAt", ${isoInstant("a.cleared_at")} as "clearedAt",
  s.id as "sourceId", s.title as "sourceTitle", n.title, n.lon, n.lat, n.layer, n.feature_code as "featureCode",
  f.id as "featureId", f.name as "featureName", f.geom, a.chattering, h.grade as "shelvedGrade", h.by as "shelvedBy",
  h.reason as "shelvedReason", ${isoInstant("h.until")} as "shelvedUntil"
from alarms a join feed_sources s on s.id = a.source_id
  join feed_sensors n on n.source_id = a.source_id and n.sensor = a.sensor
  left join features f on f.layer = n.layer and f.code = n.feature_code
  ${SHELF_OF_ALARM}`;

function toView({
  sourceId,
  sourceTitle,
  lon,
  lat,
  layer,
  featureCode,
  featureId,
  featureName,
  geom,
  shelvedGrade: grade,
  shelvedBy: by,
  shelvedReason: reason,
  shelvedUntil: until,
  ...alarm
}: AlarmRow): AlarmView {
  return {
    ...alarm,
    shelf: until === null ? null : { grade: grade!, by: by!, reason: reason!, until },
    source: { id: sourceId, title: sourceTitle },
    position: layer === null ? [lon!, lat!] : geom && middleOf(geom),
    feature: layer === null ? null : { layer, code: featureCode!, id: featureId, name: featureName },
  };
}

/** Open ones first, the gravest first; then the cleared ones, the newest first. */
export async function findAlarms(db: Executor, { states, limit }: AlarmFilter): Promise<AlarmView[]> {
  const { rows } = await db.execute<AlarmRow>(sql`${SELECT}
    ${states ? sql`where a.state = any(${sql.param(states)}::text[])` : sql``}
    order by a.state = 'cleared', case when a.state <> 'cleared' then a.grade end, a.raised_at desc, a.id limit ${limit}`);
  return rows.map(toView);
}

export async function findAlarm(db: Executor, id: string): Promise<AlarmView | null> {
  const { rows } = await db.execute<AlarmRow>(sql`${SELECT} where a.id = ${id}`);
  return rows[0] ? toView(rows[0]) : null;
}

export async function findAlarmEvents(db: Executor, id: string): Promise<AlarmEvent[]> {
  const { rows } = await db.execute<AlarmEvent & Record<string, unknown>>(sql`
    select kind, ${isoInstant("at")} as at, ${isoInstant("observed_at")} as "observedAt", grade, value, by, note
    from alarm_events where alarm_id = ${id} order by id`);
  return rows;
}
