import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AlarmEventKind, AlarmState } from "#data/wall/alarms/alarm.ts";
import type { AlarmRule } from "#data/wall/alarms/alarm-rule.ts";
import type { Watch } from "#data/wall/alarms/watch.ts";
import type { FeedKind } from "#data/wall/feeds/message.ts";
import type { ReadingQuality } from "#data/wall/feeds/sensor-messages.ts";
import type { SensorUnit } from "#data/wall/feeds/units.ts";
import type { QuarantineReason } from "#data/wall/feeds/verdict.ts";
import type { WeatherKind, WeatherLevel } from "#data/wall/feeds/weather-messages.ts";
import type { IncidentKind } from "#data/wall/incidents/incident.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";
import type { SourceEventKind } from "../feeds/source.ts";
import { bytea } from "./column-types.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const tally = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** Who may send, and what has come. Whoever takes a source's messages in holds its row, so two bodies of one source never cross. */
export const feedSources = pgTable("feed_sources", {
  id: text("id").primaryKey(),
  kind: text("kind").$type<FeedKind>().notNull(),
  title: text("title").notNull(),
  /** Nothing that it sends is true. */
  simulated: boolean("simulated").notNull(),
  showNames: boolean("show_names").notNull(),
  /** Messages: how many a second for long, and how many at once. */
  perSecond: integer("per_second").notNull(),
  burst: integer("burst").notNull(),
  /** SHA-256; the token itself is kept nowhere. */
  tokenHash: bytea("token_hash").notNull(),
  createdAt: instant("created_at").notNull(),
  revokedAt: instant("revoked_at"),
  /** When its last body came, and when followers of the events were last told of one. */
  receivedAt: instant("received_at"),
  toldAt: instant("told_at"),
  /** Something came after `toldAt`. */
  untold: boolean("untold").notNull().default(false),
  accepted: tally("accepted"),
  repeats: tally("repeats"),
  late: tally("late"),
  quarantined: tally("quarantined"),
});

/** Who gave a source its token, and who took it away. Only ever added to. */
export const feedSourceEvents = pgTable(
  "feed_source_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    sourceId: text("source_id").notNull(),
    kind: text("kind").$type<SourceEventKind>().notNull(),
    at: instant("at").notNull(),
    by: text("by").notNull(),
    reason: text("reason"),
  },
  (t) => [index("feed_source_events_source").on(t.sourceId, t.id)],
);

/** Ids that sources have used, with what came under them, so that a repeat is known as one. Forgotten after some days. */
export const feedMessages = pgTable(
  "feed_messages",
  {
    sourceId: text("source_id").notNull(),
    messageId: text("message_id").notNull(),
    digest: text("digest").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.messageId] }),
    index("feed_messages_received").on(t.sourceId, t.receivedAt),
  ],
);

/** What was not taken, for a person to look at. The same again raises the count. */
export const feedQuarantine = pgTable(
  "feed_quarantine",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    sourceId: text("source_id").notNull(),
    digest: text("digest").notNull(),
    reason: text("reason").$type<QuarantineReason>().notNull(),
    field: text("field"),
    detail: text("detail").notNull(),
    messageId: text("message_id"),
    /** The message's beginning; of persons nothing. */
    excerpt: text("excerpt").notNull(),
    count: integer("count").notNull(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (t) => [uniqueIndex("feed_quarantine_digest").on(t.sourceId, t.digest)],
);

export const feedSensors = pgTable(
  "feed_sensors",
  {
    sourceId: text("source_id").notNull(),
    sensor: text("sensor").notNull(),
    title: jsonb("title").$type<{ zh: string; en?: string }>().notNull(),
    /** Either a position of its own or the feature that it stands with. */
    lon: doublePrecision("lon"),
    lat: doublePrecision("lat"),
    layer: text("layer"),
    featureCode: text("feature_code"),
    unit: text("unit").$type<SensorUnit>().notNull(),
    intervalS: integer("interval_s").notNull(),
    rule: jsonb("rule").$type<AlarmRule>().notNull(),
    announcedAt: instant("announced_at").notNull(),
    watch: jsonb("watch").$type<Watch>().notNull(),
    /** Time alone may change the watch. */
    moving: boolean("moving").notNull(),
    value: doublePrecision("value"),
    quality: text("quality").$type<ReadingQuality>(),
    observedAt: instant("observed_at"),
    /** By the server's clock: of its last message of any kind. */
    receivedAt: instant("received_at").notNull(),
    /** Since when it has been silent for longer than is normal. */
    silentSince: instant("silent_since"),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.sensor] })],
);

/** What sensors said, the late ones too, for some days. */
export const feedReadings = pgTable(
  "feed_readings",
  {
    sourceId: text("source_id").notNull(),
    sensor: text("sensor").notNull(),
    observedAt: instant("observed_at").notNull(),
    messageId: text("message_id").notNull(),
    value: doublePrecision("value").notNull(),
    quality: text("quality").$type<ReadingQuality>().notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.sensor, t.observedAt, t.messageId] }),
    index("feed_readings_received").on(t.sourceId, t.receivedAt),
  ],
);

/** A sensor has at most one alarm that has not cleared. */
export const alarms = pgTable(
  "alarms",
  {
    id: uuid("id").primaryKey(),
    sourceId: text("source_id").notNull(),
    sensor: text("sensor").notNull(),
    simulated: boolean("simulated").notNull(),
    /** Rises with each event: an acknowledgement names the one that was read. */
    revision: integer("revision").notNull(),
    state: text("state").$type<AlarmState>().notNull(),
    grade: integer("grade").$type<AlarmGrade>().notNull(),
    gravest: integer("gravest").$type<AlarmGrade>().notNull(),
    /** The value that brought the present grade, in the unit of that time. */
    value: doublePrecision("value").notNull(),
    unit: text("unit").$type<SensorUnit>().notNull(),
    /** By the server's clock, as are all instants here: screens reckon takeovers from them. */
    raisedAt: instant("raised_at").notNull(),
    gradedAt: instant("graded_at").notNull(),
    acknowledgedAt: instant("acknowledged_at"),
    acknowledgedBy: text("acknowledged_by"),
    note: text("note"),
    clearedAt: instant("cleared_at"),
    chattering: boolean("chattering").notNull().default(false),
    /** Of a chattering one: since when its limits are left. */
    leftAt: instant("left_at"),
  },
  (t) => [
    uniqueIndex("alarms_open").on(t.sourceId, t.sensor).where(sql`state <> 'cleared'`),
    index("alarms_raised").on(t.raisedAt.desc(), t.id),
  ],
);

/** What became of an alarm. Only ever added to. */
export const alarmEvents = pgTable(
  "alarm_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    alarmId: uuid("alarm_id").notNull(),
    kind: text("kind").$type<AlarmEventKind>().notNull(),
    at: instant("at").notNull(),
    /** Of the reading behind it, by the sensor's clock; null where there is none. */
    observedAt: instant("observed_at"),
    grade: integer("grade").$type<AlarmGrade>().notNull(),
    value: doublePrecision("value"),
    by: text("by"),
    note: text("note"),
  },
  (t) => [index("alarm_events_alarm").on(t.alarmId, t.id)],
);

/** Sensors whose alarms a person has put aside for some time. */
export const alarmShelves = pgTable(
  "alarm_shelves",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    sourceId: text("source_id").notNull(),
    sensor: text("sensor").notNull(),
    /** Graver alarms of the sensor are not put aside. */
    grade: integer("grade").$type<AlarmGrade>().notNull(),
    by: text("by").notNull(),
    reason: text("reason").notNull(),
    shelvedAt: instant("shelved_at").notNull(),
    until: instant("until").notNull(),
    /** When a person took it back before its time, or put it aside anew. */
    endedAt: instant("ended_at"),
  },
  (t) => [uniqueIndex("alarm_shelves_sensor").on(t.sourceId, t.sensor).where(sql`ended_at is null`)],
);

/** Warnings, and cancellations that may come before what they cancel: what holds is worked out when read. */
export const weatherWarnings = pgTable(
  "weather_warnings",
  {
    sourceId: text("source_id").notNull(),
    messageId: text("message_id").notNull(),
    /** The message that this one replaces or cancels. */
    refersTo: text("refers_to"),
    observedAt: instant("observed_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** Null, as all that follows: a cancellation. */
    kind: text("kind").$type<WeatherKind>(),
    level: text("level").$type<WeatherLevel>(),
    areaName: text("area_name"),
    districts: text("districts").array(),
    headline: text("headline"),
    issuedAt: instant("issued_at"),
    validFrom: instant("valid_from"),
    validTo: instant("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.messageId] }),
    index("weather_warnings_refers").on(t.sourceId, t.refersTo),
    index("weather_warnings_received").on(t.receivedAt),
  ],
);

/** Who is on duty, and what takes a shift back. */
export const dutyShifts = pgTable(
  "duty_shifts",
  {
    sourceId: text("source_id").notNull(),
    messageId: text("message_id").notNull(),
    refersTo: text("refers_to"),
    observedAt: instant("observed_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** Null, as all that follows: a cancellation. */
    unit: text("unit"),
    role: text("role"),
    /** Personal. */
    name: text("name"),
    /** The last four digits; the number itself is not kept. */
    phoneEnding: text("phone_ending"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.messageId] }),
    index("duty_shifts_refers").on(t.sourceId, t.refersTo),
    index("duty_shifts_received").on(t.receivedAt),
  ],
);

/** Warnings and grave accidents that may take screens over. What is in them stands in the message or the ledger that they came with. */
export const incidents = pgTable(
  "incidents",
  {
    id: uuid("id").primaryKey(),
    sourceId: text("source_id").notNull(),
    messageId: text("message_id").notNull(),
    kind: text("kind").$type<IncidentKind>().notNull(),
    grade: integer("grade").$type<AlarmGrade>().notNull(),
    /** By the server's clock, as are all instants here but `endsAt` of a warning. */
    raisedAt: instant("raised_at").notNull(),
    /** When it ends by itself. */
    endsAt: instant("ends_at").notNull(),
    /** When its source took it back, replaced it, or was revoked. */
    endedAt: instant("ended_at"),
    acknowledgedAt: instant("acknowledged_at"),
    acknowledgedBy: text("acknowledged_by"),
    note: text("note"),
  },
  (t) => [uniqueIndex("incidents_message").on(t.sourceId, t.messageId), index("incidents_ends").on(t.endsAt)],
);
