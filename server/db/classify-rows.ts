import { sql } from "drizzle-orm";
import type { RowCounts } from "../intake/draft.ts";
import type { Executor } from "./record.ts";

/**
 * What a staged row `s` makes of the feature `f` that it is about; without one, of nothing. A field that the file does not
 * state stays as it is. A file name that stands for a source that nobody stated changes no feature by itself.
 */
export const EFFECTIVE = {
  name: sql`case when 'name' = any(s.given) then s.name else coalesce(f.name, '') end`,
  geom: sql`coalesce(s.geom, f.geom)`,
  bbox: sql`coalesce(s.bbox, f.bbox)`,
  attributes: sql`jsonb_strip_nulls(coalesce(f.attributes, '{}') || s.attributes)`,
  positionErrorM: sql`case when 'positionErrorM' = any(s.given) then s.position_error_m else f.position_error_m end`,
  districtCode: sql`case when 'districtCode' = any(s.given) then s.district_code else f.district_code end`,
  observedOn: sql`case when 'observedOn' = any(s.given) then s.observed_on else f.observed_on end`,
  sourceGeometry: sql`case when s.geom is null then f.source_geometry else s.source_geometry end`,
  sourceDatum: sql`case when s.geom is null then f.source_datum else s.source_datum end`,
} as const;

const DIFFERS = sql`(f.name, f.geom, jsonb_strip_nulls(f.attributes), f.position_error_m, f.district_code, f.observed_on)
    is distinct from (${EFFECTIVE.name}, ${EFFECTIVE.geom}, ${EFFECTIVE.attributes}, ${EFFECTIVE.positionErrorM},
      ${EFFECTIVE.districtCode}, ${EFFECTIVE.observedOn})
  or ('source' = any(s.given) and f.source <> s.source)`;

/** A row that was refused because nothing was known of its feature may have one now, so that is worked out each time. */
const LACKS = sql`f.id is null and cardinality(s.missing) > 0`;

/**
 * Works out what each staged row would do to the layer as it is now.
 *
 * @returns how many rows of each kind there are, and the layer's revision that they were compared with.
 */
export async function classifyRows(
  db: Executor,
  draftId: string,
  layer: string,
): Promise<{ counts: RowCounts; revision: number }> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ revision: number }>(
      sql`select coalesce((select revision from layer_revisions where layer = ${layer}), 0)::float8 as revision`,
    );
    await tx.execute(sql`
      update import_rows r set outcome = c.outcome from (
        select s.row, case when ${LACKS} then 'refused' when f.id is null then 'new' when ${DIFFERS} then 'changed'
            else 'unchanged' end as outcome
          from import_rows s left join features f on f.layer = ${layer} and f.code = s.code
          where s.draft_id = ${draftId} and (s.outcome is distinct from 'refused' or cardinality(s.missing) > 0)
            and not s.remarks @? '$[*] ? (@.severity == "refusal")'
      ) c where r.draft_id = ${draftId} and r.row = c.row and r.outcome is distinct from c.outcome`);
    return { counts: await countKinds(tx, draftId), revision: rows[0]!.revision };
  });
}

export async function countKinds(db: Executor, draftId: string): Promise<RowCounts> {
  const { rows } = await db.execute<Record<keyof RowCounts, number>>(sql`
    select count(*) filter (where kind = 'new')::int as new, count(*) filter (where kind = 'changed')::int as changed,
      count(*) filter (where kind = 'unchanged')::int as unchanged, count(*) filter (where kind = 'refused')::int as refused,
      count(*) filter (where kind = 'suspicious')::int as suspicious,
      count(*) filter (where kind = 'left-out')::int as "leftOut"
    from import_rows where draft_id = ${draftId}`);
  return rows[0]!;
}
