import { sql } from "drizzle-orm";
import { isMoving, type Watch } from "#data/wall/alarms/watch.ts";
import type { ReadingQuality } from "#data/wall/feeds/sensor-messages.ts";
import type { SensorState } from "#data/wall/feeds/sensor-state.ts";
import type { SensorReading, SensorView } from "../feeds/sensor-view.ts";
import { isoInstant } from "./instants.ts";
import { middleOf } from "./middle-of.ts";
import type { Executor } from "./record.ts";

/** A sensor as the record has it, with what time has made of it. Instants in milliseconds since 1970. */
export interface KeptSensor {
  readonly state: SensorState;
  /** By the server's clock. */
  readonly receivedAt: number;
  readonly silentSince: number | null;
}

interface SensorRow extends Record<string, unknown> {
  sensor: string;
  title: SensorState["title"];
  lon: number | null;
  lat: number | null;
  layer: string | null;
  featureCode: string | null;
  unit: SensorState["unit"];
  intervalS: number;
  rule: SensorState["rule"];
  announcedAt: number;
  watch: Watch;
  value: number | null;
  quality: ReadingQuality | null;
  observedAt: number | null;
  receivedAt: number;
  silentSince: number | null;
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

const toKept = (row: SensorRow): KeptSensor => ({
  state: {
    sensor: row.sensor,
    title: row.title,
    place: row.layer === null ? { position: [row.lon!, row.lat!] } : { layer: row.layer, code: row.featureCode! },
    unit: row.unit,
    intervalS: row.intervalS,
    rule: row.rule,
    announcedAt: row.announcedAt,
    newest: row.observedAt === null ? null : { value: row.value!, quality: row.quality!, observedAt: row.observedAt },
    watch: row.watch,
  },
  receivedAt: row.receivedAt,
  silentSince: row.silentSince,
});

/** @param sensors - `null`: all of the source. */
export async function findKeptSensors(
  tx: Executor,
  source: string,
  sensors: readonly string[] | null,
): Promise<Map<string, KeptSensor>> {
  const { rows } = await tx.execute<SensorRow>(sql`
    select sensor, title, lon, lat, layer, feature_code as "featureCode", unit, interval_s as "intervalS", rule,
      ${ms("announced_at")} as "announcedAt", watch, value, quality, ${ms("observed_at")} as "observedAt",
      ${ms("received_at")} as "receivedAt", ${ms("silent_since")} as "silentSince"
    from feed_sensors where source_id = ${source}
      ${sensors ? sql`and sensor = any(${sql.param(sensors)}::text[])` : sql``} order by sensor`);
  return new Map(rows.map((row) => [row.sensor, toKept(row)]));
}

export async function countSensors(tx: Executor, source: string): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from feed_sensors where source_id = ${source}`,
  );
  return rows[0]!.count;
}

const instantOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

export async function keepSensors(tx: Executor, source: string, sensors: readonly KeptSensor[]): Promise<void> {
  if (sensors.length === 0) return;
  const column = (pick: (sensor: KeptSensor) => unknown) => sql.param(sensors.map(pick));
  const placeOf = ({ state }: KeptSensor) => ("position" in state.place ? state.place : null);
  const featureOf = ({ state }: KeptSensor) => ("layer" in state.place ? state.place : null);
  await tx.execute(sql`
    insert into feed_sensors (source_id, sensor, title, lon, lat, layer, feature_code, unit, interval_s, rule, announced_at,
      watch, moving, value, quality, observed_at, received_at, silent_since)
    select ${source}, * from unnest(
      ${column((s) => s.state.sensor)}::text[], ${column((s) => JSON.stringify(s.state.title))}::jsonb[],
      ${column((s) => placeOf(s)?.position[0] ?? null)}::float8[], ${column((s) => placeOf(s)?.position[1] ?? null)}::float8[],
      ${column((s) => featureOf(s)?.layer ?? null)}::text[], ${column((s) => featureOf(s)?.code ?? null)}::text[],
      ${column((s) => s.state.unit)}::text[], ${column((s) => s.state.intervalS)}::int[],
      ${column((s) => JSON.stringify(s.state.rule))}::jsonb[], ${column((s) => instantOf(s.state.announcedAt))}::timestamptz[],
      ${column((s) => JSON.stringify(s.state.watch))}::jsonb[], ${column((s) => isMoving(s.state.watch))}::bool[],
      ${column((s) => s.state.newest?.value ?? null)}::float8[], ${column((s) => s.state.newest?.quality ?? null)}::text[],
      ${column((s) => instantOf(s.state.newest?.observedAt ?? null))}::timestamptz[],
      ${column((s) => instantOf(s.receivedAt))}::timestamptz[], ${column((s) => instantOf(s.silentSince))}::timestamptz[])
    on conflict (source_id, sensor) do update set title = excluded.title, lon = excluded.lon, lat = excluded.lat,
      layer = excluded.layer, feature_code = excluded.feature_code, unit = excluded.unit, interval_s = excluded.interval_s,
      rule = excluded.rule, announced_at = excluded.announced_at, watch = excluded.watch, moving = excluded.moving,
      value = excluded.value, quality = excluded.quality, observed_at = excluded.observed_at,
      received_at = excluded.received_at, silent_since = excluded.silent_since`);
}

export interface NewReading {
  readonly sensor: string;
  /** ISO 8601 instant. */
  readonly observedAt: string;
  readonly messageId: string;
  readonly value: number;
  readonly quality: ReadingQuality;
}

/** One that is there already stays as it is: its id was forgotten, the reading was not. */
export async function keepReadings(
  tx: Executor,
  source: string,
  readings: readonly NewReading[],
  now: Date,
): Promise<void> {
  if (readings.length === 0) return;
  const column = (pick: (reading: NewReading) => unknown) => sql.param(readings.map(pick));
  await tx.execute(sql`
    insert into feed_readings (source_id, sensor, observed_at, message_id, value, quality, received_at)
    select ${source}, sensor, observed_at, message_id, value, quality, ${now.toISOString()}::timestamptz from unnest(
      ${column((r) => r.sensor)}::text[], ${column((r) => r.observedAt)}::timestamptz[], ${column((r) => r.messageId)}::text[],
      ${column((r) => r.value)}::float8[], ${column((r) => r.quality)}::text[])
      as new (sensor, observed_at, message_id, value, quality)
    on conflict do nothing`);
}

interface ViewRow extends Record<string, unknown> {
  sourceId: string;
  sourceTitle: string;
  simulated: boolean;
  sensor: string;
  title: SensorView["title"];
  lon: number | null;
  lat: number | null;
  layer: string | null;
  featureCode: string | null;
  unit: SensorView["unit"];
  intervalS: number;
  rule: SensorView["rule"];
  value: number | null;
  quality: ReadingQuality | null;
  observedAt: string | null;
  receivedAt: string;
  silentSince: string | null;
  geom: Buffer | null;
  featureId: string | null;
  featureName: string | null;
  grade: SensorView["grade"];
  alarmId: string | null;
}

/**
 * Sensors of all sources that may still send.
 *
 * @param only - this one alone.
 */
export async function findSensorViews(
  db: Executor,
  only?: { readonly source: string; readonly sensor: string },
): Promise<SensorView[]> {
  const { rows } = await db.execute<ViewRow>(sql`
    select n.source_id as "sourceId", s.title as "sourceTitle", s.simulated, n.sensor, n.title, n.lon, n.lat, n.layer,
      n.feature_code as "featureCode", n.unit, n.interval_s as "intervalS", n.rule, n.value, n.quality,
      ${isoInstant("n.observed_at")} as "observedAt", ${isoInstant("n.received_at")} as "receivedAt",
      ${isoInstant("n.silent_since")} as "silentSince", f.geom, f.id as "featureId", f.name as "featureName",
      a.grade, a.id as "alarmId"
    from feed_sensors n join feed_sources s on s.id = n.source_id and s.revoked_at is null
      left join features f on f.layer = n.layer and f.code = n.feature_code
      left join alarms a on a.source_id = n.source_id and a.sensor = n.sensor and a.state <> 'cleared'
    ${only ? sql`where n.source_id = ${only.source} and n.sensor = ${only.sensor}` : sql``}
    order by n.source_id, n.sensor`);
  return rows.map(toView);
}

function toView(row: ViewRow): SensorView {
  const { sensor, title, simulated, unit, intervalS, rule, receivedAt, silentSince, grade, alarmId } = row;
  const { layer, featureCode, featureId, featureName, observedAt } = row;
  return {
    source: { id: row.sourceId, title: row.sourceTitle },
    ...{ sensor, title, simulated, unit, intervalS, rule, receivedAt, silentSince, grade, alarmId },
    position: layer === null ? [row.lon!, row.lat!] : row.geom && middleOf(row.geom),
    feature: layer === null ? null : { layer, code: featureCode!, id: featureId, name: featureName },
    newest: observedAt === null ? null : { value: row.value!, quality: row.quality!, observedAt },
    state: silentSince !== null ? "silent" : grade !== null ? "alarm" : observedAt === null ? "waiting" : "normal",
  };
}

export async function hasSensor(db: Executor, source: string, sensor: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select from feed_sensors where source_id = ${source} and sensor = ${sensor}`);
  return rows.length > 0;
}

/** The newest first; the late ones stand where they belong. */
export async function findReadings(
  db: Executor,
  source: string,
  sensor: string,
  { since, limit }: { readonly since: Date | undefined; readonly limit: number },
): Promise<SensorReading[]> {
  const { rows } = await db.execute<SensorReading & Record<string, unknown>>(sql`
    select ${isoInstant("observed_at")} as "observedAt", ${isoInstant("received_at")} as "receivedAt", value, quality
    from feed_readings where source_id = ${source} and sensor = ${sensor}
      ${since ? sql`and observed_at >= ${since.toISOString()}::timestamptz` : sql``}
    order by observed_at desc, message_id limit ${limit}`);
  return rows;
}

/** Which of these features the record has, as `layer/code`. */
export async function findPresentFeatures(
  tx: Executor,
  wanted: readonly { readonly layer: string; readonly code: string }[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const { rows } = await tx.execute<{ key: string }>(sql`
    select distinct f.layer || '/' || f.code as key from features f
      join unnest(${sql.param(wanted.map(({ layer }) => layer))}::text[], ${sql.param(wanted.map(({ code }) => code))}::text[])
        as w (layer, code) on w.layer = f.layer and w.code = f.code`);
  return new Set(rows.map(({ key }) => key));
}
