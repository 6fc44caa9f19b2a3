import { sql } from "drizzle-orm";
import { CHATTER_WINDOW_MS } from "#data/wall/alarms/chatter.ts";
import type { FeedKind } from "#data/wall/feeds/message.ts";
import type { FeedSource, NewSource, SourceEvent, SourceEventKind } from "../feeds/source.ts";
import { recordEvent } from "./events.ts";
import { isoInstant } from "./instants.ts";
import type { Database, Executor } from "./record.ts";

const COLUMNS = sql`id, kind, title, simulated, show_names as "showNames", per_second as "perSecond", burst,
  ${isoInstant("created_at")} as "createdAt", ${isoInstant("revoked_at")} as "revokedAt",
  ${isoInstant("received_at")} as "receivedAt", accepted::float8 as accepted, repeats::float8 as repeats,
  late::float8 as late, quarantined::float8 as quarantined`;

/** All that there ever were, by id. */
export async function findSources(db: Executor): Promise<FeedSource[]> {
  const { rows } = await db.execute<FeedSource & Record<string, unknown>>(
    sql`select ${COLUMNS} from feed_sources order by id`,
  );
  return rows;
}

export async function findSource(db: Executor, id: string): Promise<FeedSource | null> {
  const { rows } = await db.execute<FeedSource & Record<string, unknown>>(
    sql`select ${COLUMNS} from feed_sources where id = ${id}`,
  );
  return rows[0] ?? null;
}

/** What is needed to know a sender. */
export interface SourceKey {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly isRevoked: boolean;
  readonly perSecond: number;
  readonly burst: number;
}

export async function findSourceKeys(db: Executor): Promise<SourceKey[]> {
  const { rows } = await db.execute<SourceKey & Record<string, unknown>>(
    sql`select id, token_hash as "tokenHash", revoked_at is not null as "isRevoked", per_second as "perSecond", burst
        from feed_sources`,
  );
  return rows;
}

export async function findSourceEvents(db: Executor, id: string): Promise<SourceEvent[]> {
  const { rows } = await db.execute<SourceEvent & Record<string, unknown>>(
    sql`select kind, ${isoInstant("at")} as at, by, reason from feed_source_events where source_id = ${id} order by id`,
  );
  return rows;
}

const addEvent = (tx: Executor, id: string, kind: SourceEventKind, by: string, reason: string | null) =>
  tx.execute(sql`insert into feed_source_events (source_id, kind, at, by, reason)
    values (${id}, ${kind}, date_trunc('milliseconds', clock_timestamp()), ${by}, ${reason})`);

/** Followers of the events hear of every change of the sources; of tokens they hear nothing. */
const tell = (tx: Executor, source: string, kind: FeedKind, simulated: boolean) =>
  recordEvent(tx, "feed", { source, kind, simulated });

/** @returns false when there is, or was, a source of that id: what came of it still names it. */
export const addSource = (db: Database, source: NewSource, tokenHash: Buffer, by: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const { id, kind, title, simulated, showNames, perSecond, burst } = source;
    const { rowCount } = await tx.execute(sql`
      insert into feed_sources (id, kind, title, simulated, show_names, per_second, burst, token_hash, created_at)
      values (${id}, ${kind}, ${title}, ${simulated}, ${showNames}, ${perSecond}, ${burst}, ${tokenHash},
        date_trunc('milliseconds', clock_timestamp()))
      on conflict do nothing`);
    if (!rowCount) return false;
    await addEvent(tx, id, "created", by, null);
    await tell(tx, id, kind, simulated);
    return true;
  });

/** A source that is held until the commit: nobody else takes in its messages or ends it meanwhile. */
export interface HeldSource {
  readonly id: string;
  readonly kind: FeedKind;
  readonly title: string;
  readonly simulated: boolean;
  readonly isRevoked: boolean;
  /** Milliseconds since 1970. */
  readonly toldAt: number | null;
  readonly untold: boolean;
}

export async function holdSource(tx: Executor, id: string): Promise<HeldSource | null> {
  const { rows } = await tx.execute<HeldSource & Record<string, unknown>>(
    sql`select id, kind, title, simulated, revoked_at is not null as "isRevoked",
          (extract(epoch from told_at) * 1000)::float8 as "toldAt", untold
        from feed_sources where id = ${id} for no key update`,
  );
  return rows[0] ?? null;
}

/** The token before is worth nothing from now on. */
export const renewToken = (
  db: Database,
  id: string,
  tokenHash: Buffer,
  by: string,
): Promise<"renewed" | "missing" | "revoked"> =>
  db.transaction(async (tx) => {
    const source = await holdSource(tx, id);
    if (!source) return "missing";
    if (source.isRevoked) return "revoked";
    await tx.execute(sql`update feed_sources set token_hash = ${tokenHash} where id = ${id}`);
    await addEvent(tx, id, "token-renewed", by, null);
    return "renewed";
  });

/**
 * Takes a source's right to send for good.
 *
 * @param alsoEnd - what else ends with it, in the same transaction and before followers hear of it.
 */
export const revokeSource = (
  db: Database,
  id: string,
  { by, reason }: { readonly by: string; readonly reason: string },
  alsoEnd: (tx: Executor, source: HeldSource) => Promise<void>,
): Promise<"revoked" | "missing" | "revoked-before"> =>
  db.transaction(async (tx) => {
    const source = await holdSource(tx, id);
    if (!source) return "missing";
    if (source.isRevoked) return "revoked-before";
    await tx.execute(
      sql`update feed_sources set revoked_at = date_trunc('milliseconds', clock_timestamp()), untold = false where id = ${id}`,
    );
    await addEvent(tx, id, "revoked", by, reason);
    await alsoEnd(tx, source);
    await tell(tx, id, source.kind, source.simulated);
    return "revoked";
  });

/** Followers are told of a source at most this often; what came in between is told of when the time is over. */
export const TELL_EVERY_MS = 1_000;

export interface ReceivedTally {
  readonly accepted: number;
  readonly repeats: number;
  readonly late: number;
  readonly quarantined: number;
}

/**
 * Counts what came, and tells followers unless they were told just before. Call it last: it may take the lock of the events.
 *
 * @param tally - `null`: nothing came, something became of time alone.
 */
export async function noteArrival(
  tx: Executor,
  source: HeldSource,
  tally: ReceivedTally | null,
  hasNews: boolean,
  now: Date,
): Promise<void> {
  const isDue = source.toldAt === null || now.getTime() - source.toldAt >= TELL_EVERY_MS;
  const news = hasNews || source.untold;
  const told = news && isDue;
  const at = now.toISOString();
  const { accepted = 0, repeats = 0, late = 0, quarantined = 0 } = tally ?? {};
  await tx.execute(sql`
    update feed_sources set accepted = accepted + ${accepted}, repeats = repeats + ${repeats}, late = late + ${late},
      quarantined = quarantined + ${quarantined}, untold = ${news && !told},
      received_at = case when ${tally !== null}::boolean then ${at}::timestamptz else received_at end,
      told_at = case when ${told}::boolean then ${at}::timestamptz else told_at end
    where id = ${source.id}`);
  if (told) await tell(tx, source.id, source.kind, source.simulated);
}

/**
 * Sources of which something has to be done without a message: followers are to be told, a sensor is silent or about to raise, an
 * alarm that chattered has been quiet.
 */
export async function findDueSources(db: Executor, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const { rows } = await db.execute<{ id: string }>(sql`
    select s.id from feed_sources s where s.revoked_at is null and (
      (s.untold and s.told_at <= ${at}::timestamptz - ${TELL_EVERY_MS} * interval '1 millisecond')
      or exists (select from feed_sensors n where n.source_id = s.id and (n.moving
        or (n.silent_since is null and n.received_at + n.interval_s * interval '1 second' < ${at}::timestamptz)))
      or exists (select from alarms a where a.source_id = s.id and a.state <> 'cleared' and a.chattering
        and a.state = 'acknowledged' and a.left_at <= ${at}::timestamptz - ${CHATTER_WINDOW_MS} * interval '1 millisecond'))`);
  return rows.map(({ id }) => id);
}
