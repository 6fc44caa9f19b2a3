import { type SQL, sql } from "drizzle-orm";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { ChangeAction, ChangeCursor, ChangePage, ChangeQuery, FeatureChange } from "../changes.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

type Told = Readonly<Record<"name" | "district" | "source" | "observedOn" | "geometry", string | null>> &
  Readonly<{ positionErrorM: number | null; attributes: Readonly<Record<string, AttributeValue>> }>;

type Row = Record<string, unknown> & {
  readonly at: string;
  readonly layers: readonly { layer: string; action: ChangeAction; count: number }[] | null;
  readonly page: readonly (Omit<FeatureChange, "fields"> & { before: Told | null; after: Told | null })[] | null;
};

/**
 * What is otherwise than just before an instant: each feature once, by what became of it on the whole. One that came and went meanwhile
 * is none of them.
 *
 * A feature was there before when one of the states that have ended since began before; it is there and new when its present state began
 * since. Both are ranges of an index, so that the rest of the record is not read. One statement: counts and page are of one moment.
 */
export async function findChanges(db: Executor, request: ChangeQuery): Promise<ChangePage> {
  const { since, layers, layer, action, after, limit } = request;
  const from = since.toISOString();
  const known = sql`array[${sql.join(
    layers.map((id) => sql`${id}::text`),
    sql`, `,
  )}]`;
  const wanted = [
    ...(layer ? [sql`m.layer = ${layer}`] : []),
    ...(action ? [sql`m.action = ${action}`] : []),
    ...(after ? [isAfter(after)] : []),
  ];
  const { rows } = await db.execute<Row>(sql`
    with ended as (
      select feature_id as id, layer, min(valid_from) as first_from, max(valid_to) as last_to from feature_versions
        where layer = any(${known}) and valid_to >= ${from} group by feature_id, layer),
    there as (select id, layer, last_to from ended where first_from < ${from}),
    present as (select id, layer, valid_from from features where layer = any(${known}) and valid_from >= ${from}),
    moved as materialized (
      select id, coalesce(p.layer, t.layer) as layer, coalesce(p.valid_from, t.last_to) as at,
          case when p.layer is null then 'removed' when t.layer is null then 'added' else 'changed' end as action
        from present p full join there t using (id)),
    listed as (select * from moved m ${wanted.length > 0 ? sql`where ${sql.join(wanted, sql` and `)}` : sql``}
      order by m.at desc, m.id desc limit ${limit + 1})
    select ${isoInstant("now()")} as at,
      (select json_agg(c) from (select layer, action, count(*)::float8 as count from moved group by layer, action) c) as layers,
      (select json_agg(json_build_object('id', l.id, 'layer', l.layer, 'action', l.action, 'at', ${isoInstant("l.at")},
          'code', coalesce(f.code, v.code), 'name', coalesce(f.name, v.name), 'district', coalesce(f.district_code, v.district_code),
          'source', coalesce(f.source, v.source), 'before', ${told("v")}, 'after', ${told("f")}) order by l.at desc, l.id desc)
        from listed l
        left join features f on f.id = l.id and l.action <> 'removed'
        left join lateral (select * from feature_versions v where v.feature_id = l.id and l.action <> 'added'
          and v.valid_from < ${from} and v.valid_to >= ${from}) v on true) as page`);
  const { at, layers: counts, page } = rows[0]!;
  const changes = (page ?? []).map(({ before, after: now, ...change }) => ({
    ...change,
    fields: before && now ? differing(before, now) : [],
  }));
  const last = changes[limit - 1];
  return {
    at,
    layers: layers.flatMap((id) => {
      const of = (wantedAction: ChangeAction) =>
        counts?.find((each) => each.layer === id && each.action === wantedAction)?.count ?? 0;
      const [added, changed, removed] = [of("added"), of("changed"), of("removed")];
      return added + changed + removed === 0 ? [] : [{ layer: id, added, changed, removed }];
    }),
    changes: changes.slice(0, limit),
    next: changes.length > limit ? { at: last!.at, id: last!.id } : null,
  };
}

const isAfter = ({ at, id }: ChangeCursor): SQL => sql`(m.at, m.id) < (${at}::timestamptz, ${id}::uuid)`;

/** What of a state is compared; null where there is none. */
const told = (state: "f" | "v"): SQL => {
  const columns = sql.raw(`'name', ${state}.name, 'district', ${state}.district_code, 'source', ${state}.source,
    'observedOn', ${state}.observed_on, 'geometry', md5(${state}.geom), 'positionErrorM', ${state}.position_error_m,
    'attributes', ${state}.attributes`);
  return sql`case when ${sql.raw(`${state}.code`)} is null then null else json_build_object(${columns}) end`;
};

function differing({ attributes: before, ...was }: Told, { attributes: now, ...is }: Told): string[] {
  const standard = Object.keys(was).filter((key) => was[key as keyof typeof was] !== is[key as keyof typeof is]);
  const attributes = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(now[key] ?? null),
  );
  return [...standard, ...attributes];
}
