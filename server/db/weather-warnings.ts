import { sql } from "drizzle-orm";
import type { WeatherMessage } from "#data/wall/feeds/weather-messages.ts";
import { gradeOfLevel } from "#data/wall/feeds/weather-messages.ts";
import type { WarningView } from "../feeds/news-view.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";
import { weatherWarnings } from "./schema.ts";

const at = (instant: string) => new Date(instant);

/** A message that is there already stays as it is. */
export async function keepWeather(
  tx: Executor,
  source: string,
  messages: readonly WeatherMessage[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({
    sourceId: source,
    messageId: message.id,
    observedAt: at(message.observedAt),
    receivedAt: now,
    ...(message.type === "cancel"
      ? { refersTo: message.cancels }
      : {
          refersTo: message.updates ?? null,
          kind: message.kind,
          level: message.level,
          areaName: message.area.name,
          districts: message.area.districts,
          headline: message.headline,
          issuedAt: at(message.issuedAt),
          validFrom: at(message.validFrom),
          validTo: at(message.validTo),
        }),
  }));
  await tx.insert(weatherWarnings).values(rows).onConflictDoNothing();
}

/**
 * Warnings that hold at an instant, or will, the gravest first. What refers to a warning ends it, whichever came first; the
 * cancellation or update of another source does not.
 */
export async function findWarnings(db: Executor, instant: Date): Promise<WarningView[]> {
  const { rows } = await db.execute<Omit<WarningView, "grade"> & Record<string, unknown>>(sql`
    select w.source_id || '/' || w.message_id as id, s.title as source, s.simulated, w.kind, w.level, w.area_name as "areaName",
      w.districts, w.headline, ${isoInstant("w.issued_at")} as "issuedAt", ${isoInstant("w.valid_from")} as "validFrom",
      ${isoInstant("w.valid_to")} as "validTo", ${isoInstant("w.received_at")} as "receivedAt"
    from weather_warnings w join feed_sources s on s.id = w.source_id and s.revoked_at is null
    where w.kind is not null and w.valid_to > ${instant.toISOString()}::timestamptz
      and not exists (select from weather_warnings r where r.source_id = w.source_id and r.refers_to = w.message_id)
    order by w.issued_at desc, w.message_id`);
  return rows.map((row) => ({ ...row, grade: gradeOfLevel(row.level) })).sort((a, b) => a.grade - b.grade);
}
