import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { type IncidentKind, stateOfIncident } from "#data/wall/incidents/incident.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";
import type { AccidentIncident, IncidentView, WeatherIncident } from "../feeds/incident-view.ts";
import { isoInstant } from "./instants.ts";
import { middleOf } from "./middle-of.ts";
import type { Database, Executor } from "./record.ts";

/** What a message calls attention to. */
export interface NewIncident {
  readonly messageId: string;
  /** The message whose place it takes; `null`: none. */
  readonly updates: string | null;
  readonly grade: AlarmGrade;
  /** When it ends by itself. */
  readonly endsAt: Date;
}

interface IncidentSource {
  readonly id: string;
  readonly simulated: boolean;
}

/**
 * Keeps what calls attention, and tells of it. What takes the place of something that somebody had in hand already, and is no graver, is
 * in hand as well; what has ended before it came is not kept. Call it late in a transaction: telling takes the lock of the events.
 */
export async function raiseIncidents(
  tx: Executor,
  source: IncidentSource,
  kind: IncidentKind,
  raised: readonly NewIncident[],
  now: Date,
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const column = (pick: (each: NewIncident) => unknown) => sql.param(raised.map(pick));
  if (raised.length === 0) return;
  const { rows } = await tx.execute<ToldIncident>(sql`
    insert into incidents (id, source_id, message_id, kind, grade, raised_at, ends_at, acknowledged_at, acknowledged_by, note)
      select new.id, ${source.id}, new.message_id, ${kind}, new.grade, ${at}, new.ends_at, before.acknowledged_at, before.acknowledged_by,
        before.note
      from unnest(${sql.param(raised.map(() => uuidv7()))}::uuid[], ${column((each) => each.messageId)}::text[],
        ${column((each) => each.updates)}::text[], ${column((each) => each.grade)}::int[],
        ${column((each) => each.endsAt.toISOString())}::timestamptz[]) as new (id, message_id, updates, grade, ends_at)
      left join incidents before on before.source_id = ${source.id} and before.message_id = new.updates and before.grade <= new.grade
      where new.ends_at > ${at} and not exists (
        select from weather_warnings w where w.source_id = ${source.id} and w.refers_to = new.message_id)
    on conflict (source_id, message_id) do nothing returning id, grade`);
  await tellOf(tx, rows, source.simulated);
}

/** Ends what these messages raised: it was taken back or replaced. */
export const endIncidents = async (
  tx: Executor,
  source: IncidentSource,
  messageIds: readonly string[],
  now: Date,
): Promise<void> => {
  if (messageIds.length === 0) return;
  const { rows } = await tx.execute<ToldIncident>(sql`
    update incidents set ended_at = ${now.toISOString()}::timestamptz
    where source_id = ${source.id} and message_id = any(${sql.param(messageIds)}::text[]) and ended_at is null
    returning id, grade`);
  await tellOf(tx, rows, source.simulated);
};

/** Ends what a source that has ended raised: nobody would ever say that it is over. */
export async function endIncidentsOf(tx: Executor, source: IncidentSource): Promise<void> {
  const { rows } = await tx.execute<ToldIncident>(sql`
    update incidents set ended_at = date_trunc('milliseconds', clock_timestamp())
    where source_id = ${source.id} and ended_at is null and ends_at > now() returning id, grade`);
  await tellOf(tx, rows, source.simulated);
}

/** Keeps who has taken an incident in hand, once. */
export const acknowledgeIncident = (
  db: Database,
  id: string,
  { by, note }: { readonly by: string; readonly note: string | null },
): Promise<"acknowledged" | "missing" | "taken"> =>
  db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ isTaken: boolean; grade: number; simulated: boolean }>(sql`
      select i.acknowledged_at is not null as "isTaken", i.grade, s.simulated
      from incidents i join feed_sources s on s.id = i.source_id where i.id = ${id} for no key update of i`);
    const [present] = rows;
    if (!present) return "missing";
    if (present.isTaken) return "taken";
    await tx.execute(sql`
      update incidents set acknowledged_at = date_trunc('milliseconds', clock_timestamp()), acknowledged_by = ${by}, note = ${note}
      where id = ${id}`);
    await tellOf(tx, [{ id, grade: present.grade }], present.simulated);
    return "acknowledged";
  });

interface ToldIncident extends Record<string, unknown> {
  id: string;
  grade: number;
}

const tellOf = async (tx: Executor, told: readonly ToldIncident[], simulated: boolean): Promise<void> => {
  if (told.length === 0) return;
  const payloads = told.map(({ id, grade }) => JSON.stringify({ id, grade, simulated }));
  await tx.execute(sql`
    select record_event('incident', payload)
    from unnest(${sql.param(payloads)}::jsonb[]) with ordinality as t (payload, place)`);
};

interface IncidentRow
  extends Record<string, unknown>,
    Omit<IncidentView, "state" | "source" | "headline" | "position"> {
  sourceId: string;
  sourceTitle: string;
  weatherKind: WeatherIncident["weather"]["kind"];
  level: WeatherIncident["weather"]["level"];
  areaName: string;
  weatherHeadline: string;
  issuedAt: string;
  validFrom: string;
  validTo: string;
  featureId: string;
  code: string;
  name: string;
  geom: Buffer;
  attributes: {
    happenedAt: string;
    deaths?: number;
    injuries?: number;
    dangerousGoods?: boolean;
    roadName?: string;
  };
}

/** Without the accidents that the ledger no longer has: what was taken out calls for nobody's attention. */
const SELECT = sql`select i.id, i.kind, i.grade, ${isoInstant("i.raised_at")} as "raisedAt", ${isoInstant("i.ends_at")} as "endsAt",
  ${isoInstant("i.ended_at")} as "endedAt", ${isoInstant("i.acknowledged_at")} as "acknowledgedAt",
  i.acknowledged_by as "acknowledgedBy", i.note, s.id as "sourceId", s.title as "sourceTitle", s.simulated,
  w.kind as "weatherKind", w.level, w.area_name as "areaName", w.headline as "weatherHeadline",
  ${isoInstant("w.issued_at")} as "issuedAt", ${isoInstant("w.valid_from")} as "validFrom", ${isoInstant("w.valid_to")} as "validTo",
  f.id as "featureId", f.code, f.name, f.geom, f.attributes
from incidents i join feed_sources s on s.id = i.source_id
  left join weather_warnings w on i.kind = 'weather' and w.source_id = i.source_id and w.message_id = i.message_id
  left join features f on i.kind = 'accident' and f.layer = 'accidents' and f.code = i.source_id || '/' || i.message_id
where (w.message_id is not null or f.id is not null)`;

/** Those that have not ended first, the gravest first; then the ended ones, the newest first. */
export async function findIncidents(db: Executor, now: Date, limit: number): Promise<IncidentView[]> {
  const isOver = sql`coalesce(i.ended_at, i.ends_at) <= ${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<IncidentRow>(sql`${SELECT}
    order by ${isOver}, case when not ${isOver} then i.grade end, i.raised_at desc, i.id limit ${limit}`);
  return rows.map((row) => toView(row, now));
}

export async function findIncident(db: Executor, id: string, now: Date): Promise<IncidentView | null> {
  const { rows } = await db.execute<IncidentRow>(sql`${SELECT} and i.id = ${id}`);
  return rows[0] ? toView(rows[0], now) : null;
}

function toView(row: IncidentRow, now: Date): IncidentView {
  const { id, grade, raisedAt, endsAt, endedAt, acknowledgedAt, acknowledgedBy, note, simulated } = row;
  const shared = {
    ...{ id, grade, raisedAt, endsAt, endedAt, acknowledgedAt, acknowledgedBy, note, simulated },
    state: stateOfIncident(row, now.getTime()),
    source: { id: row.sourceId, title: row.sourceTitle },
  };
  return row.kind === "weather" ? { ...shared, ...weatherOf(row) } : { ...shared, ...accidentOf(row) };
}

const weatherOf = ({ weatherKind, level, areaName, weatherHeadline, issuedAt, validFrom, validTo }: IncidentRow) => ({
  kind: "weather" as const,
  headline: weatherHeadline,
  position: null,
  weather: { kind: weatherKind, level, areaName, issuedAt, validFrom, validTo },
});

const accidentOf = ({ featureId, code, name, geom, attributes }: IncidentRow) => ({
  kind: "accident" as const,
  headline: name,
  position: middleOf(geom),
  accident: {
    featureId,
    code,
    happenedAt: attributes.happenedAt,
    deaths: attributes.deaths ?? 0,
    injuries: attributes.injuries ?? 0,
    dangerousGoods: attributes.dangerousGoods ?? null,
    roadName: attributes.roadName ?? null,
  } satisfies AccidentIncident["accident"],
});
