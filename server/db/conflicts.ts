import { type SQL, sql } from "drizzle-orm";
import type { Conflict, ConflictCursor, ConflictEvent, ConflictFilter, ConflictTotals } from "../conflicts/conflict.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

const OF_PLACE = sql.raw("kind in ('seen', 'changed', 'gone')");
const COLUMNS = sql`id, revision, verdict, rank, finding, ${isoInstant("first_seen_at")} as "firstSeenAt",
  ${isoInstant("gone_at")} as "goneAt", ${isoInstant("last_seen_at")} as "lastSeenAt", state, owner, note,
  due_on::text as "dueOn", decided_by as "decidedBy", ${isoInstant("decided_at")} as "decidedAt", change`;

/** Every pair as it is, or as it was known at an instant. */
function statesOf(asOf: Date | undefined): SQL {
  if (!asOf) return sql`(select * from conflicts)`;
  const at = asOf.toISOString();
  return sql`(select c.id, null::int as revision, f.verdict, f.rank, f.finding, c.first_seen_at,
      case when f.kind = 'gone' then f.at end as gone_at, null::timestamptz as last_seen_at,
      coalesce(d.state, 'open') as state, d.owner, d.note, d.due_on, d.decided_by,
      case when d.kind = 'decision' then d.at end as decided_at
    from conflicts c
      cross join lateral (select * from conflict_events e where e.conflict_id = c.id and ${OF_PLACE} and e.at <= ${at}
        order by e.id desc limit 1) f
      left join lateral (select * from conflict_events e where e.conflict_id = c.id and kind in ('reopened', 'decision')
        and e.at <= ${at} order by e.id desc limit 1) d on true)`;
}

/** With what has become of each since an instant; pairs that were neither there then nor are now are left out. */
function comparedSince(since: Date | undefined, asOf: Date | undefined): SQL {
  if (!since) return sql`(select s.*, null::text as change from ${statesOf(asOf)} s where gone_at is null)`;
  return sql`(select s.*, case when stood and gone_at is not null then 'gone' when not stood then 'new' end as change
    from ${statesOf(asOf)} s cross join lateral (select coalesce((select kind <> 'gone' from conflict_events e
      where e.conflict_id = s.id and ${OF_PLACE} and e.at < ${since.toISOString()} order by e.id desc limit 1), false)
      as stood) b
    where gone_at is null or stood)`;
}

/** A page, the most urgent first: metres short times people. */
export async function findConflicts(
  db: Executor,
  { verdict, state, since, change, asOf }: ConflictFilter,
  page: { readonly after?: ConflictCursor; readonly limit: number },
): Promise<Conflict[]> {
  const { after } = page;
  const conditions = [
    sql`true`,
    ...(verdict ? [sql`verdict = ${verdict}`] : []),
    ...(state ? [sql`state = ${state}`] : []),
    ...(change ? [sql`change = ${change}`] : []),
    ...(after ? [sql`(rank < ${after.rank} or (rank = ${after.rank} and id > ${after.id}))`] : []),
  ];
  const { rows } = await db.execute<Conflict & Record<string, unknown>>(sql`
    select ${COLUMNS} from ${comparedSince(since, asOf)} s where ${sql.join(conditions, sql` and `)}
    order by rank desc nulls last, id limit ${page.limit}`);
  return rows;
}

export async function countConflicts(
  db: Executor,
  { since, asOf }: Pick<ConflictFilter, "since" | "asOf">,
): Promise<ConflictTotals> {
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})::float8`;
  const present = (condition: SQL) => count(sql`gone_at is null and ${condition}`);
  const { rows } = await db.execute<ConflictTotals & Record<string, unknown>>(sql`
    select ${count(sql`gone_at is null`)} as present, ${present(sql`verdict = 'too-near'`)} as "tooNear",
      ${present(sql`verdict = 'cannot-tell'`)} as "cannotTell", ${present(sql`state = 'open'`)} as open,
      ${present(sql`state = 'accepted'`)} as accepted, ${present(sql`state = 'to-rectify'`)} as "toRectify",
      ${present(sql`state = 'false'`)} as false, ${count(sql`change = 'new'`)} as new, ${count(sql`change = 'gone'`)} as gone
    from ${comparedSince(since, asOf)} s`);
  return rows[0]!;
}

/** Whether it still stands or not; null when there never was such a pair. */
export async function findConflict(db: Executor, id: string): Promise<Conflict | null> {
  const { rows } = await db.execute<Conflict & Record<string, unknown>>(sql`
    select ${COLUMNS} from (select *, null::text as change from conflicts) s where id = ${id}`);
  return rows[0] ?? null;
}

/** First to last. */
export async function findConflictEvents(db: Executor, id: string): Promise<ConflictEvent[]> {
  const { rows } = await db.execute<ConflictEvent & Record<string, unknown>>(sql`
    select e.id::float8 as id, e.kind, ${isoInstant("e.at")} as at, e.finding, coalesce(e.reasons, '{}') as reasons, e.state,
      e.owner, e.note, e.due_on::text as "dueOn", e.decided_by as "decidedBy", r.revisions, r.rule_edition as "ruleEdition"
    from conflict_events e left join conflict_runs r on r.id = e.run_id where e.conflict_id = ${id} order by e.id`);
  return rows;
}
