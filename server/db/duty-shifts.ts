import { sql } from "drizzle-orm";
import { endingOfPhone, maskName, type RosterMessage } from "#data/wall/feeds/roster-messages.ts";
import type { DutyView } from "../feeds/news-view.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";
import { dutyShifts } from "./schema.ts";

/** A message that is there already stays as it is. Of a telephone number only its ending is kept. */
export async function keepShifts(
  tx: Executor,
  source: string,
  messages: readonly RosterMessage[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({
    sourceId: source,
    messageId: message.id,
    observedAt: new Date(message.observedAt),
    receivedAt: now,
    ...(message.type === "cancel"
      ? { refersTo: message.cancels }
      : {
          refersTo: message.updates ?? null,
          unit: message.unit,
          role: message.role ?? null,
          name: message.name,
          phoneEnding: endingOfPhone(message.phone),
          startsAt: new Date(message.from),
          endsAt: new Date(message.to),
        }),
  }));
  await tx.insert(dutyShifts).values(rows).onConflictDoNothing();
}

/** Who is on duty at an instant, by unit. People are masked unless their source may show them. */
export async function findDuty(db: Executor, instant: Date): Promise<DutyView[]> {
  const at = sql`${instant.toISOString()}::timestamptz`;
  const { rows } = await db.execute<DutyView & { showNames: boolean } & Record<string, unknown>>(sql`
    select d.source_id || '/' || d.message_id as id, s.title as source, s.simulated, s.show_names as "showNames", d.unit, d.role,
      d.name, d.phone_ending as "phoneEnding", ${isoInstant("d.starts_at")} as from, ${isoInstant("d.ends_at")} as to,
      ${isoInstant("d.received_at")} as "receivedAt"
    from duty_shifts d join feed_sources s on s.id = d.source_id and s.revoked_at is null
    where d.unit is not null and d.starts_at <= ${at} and d.ends_at > ${at}
      and not exists (select from duty_shifts r where r.source_id = d.source_id and r.refers_to = d.message_id)
    order by d.unit, d.starts_at, d.message_id`);
  return rows.map(({ showNames, ...shift }) => ({ ...shift, name: showNames ? shift.name : maskName(shift.name) }));
}
