import { sql } from "drizzle-orm";
import { AppError } from "../errors.ts";
import { EFFECTIVE } from "./classify-rows.ts";
import { type Change, underNewRevision } from "./feature-writes.ts";
import type { Executor } from "./record.ts";

/**
 * Writes what a draft's rows make of the layer. The rows must have been classified in the same transaction.
 *
 * @throws AppError `unprocessable` when two rows are decided to be about one feature.
 */
export async function writeStagedRows(
  db: Executor,
  draftId: string,
  layer: string,
  change: Change,
): Promise<{ revision: number; written: number }> {
  await assertOneRowAFeature(db, draftId);
  const { result, revision } = await underNewRevision(db, layer, change, async (tx, raised) => {
    const { rowCount } = await tx.execute(sql`
      insert into features as t (id, layer, code, name, geom, bbox, attributes, position_error_m, district_code,
          source_geometry, source_datum, source, observed_on, import_id, revision, valid_from, changed_by)
        select coalesce(f.id, s.new_id), ${layer}, s.code, ${EFFECTIVE.name}, ${EFFECTIVE.geom}, ${EFFECTIVE.bbox},
          ${EFFECTIVE.attributes}, ${EFFECTIVE.positionErrorM}, ${EFFECTIVE.districtCode}, ${EFFECTIVE.sourceGeometry},
          ${EFFECTIVE.sourceDatum}, s.source, ${EFFECTIVE.observedOn}, ${change.importId ?? null}::uuid,
          ${raised.revision}::bigint, ${raised.changedAt}::timestamptz, ${change.changedBy}::text
        from import_rows s left join features f on f.layer = ${layer} and f.code = s.code
        where s.draft_id = ${draftId} and s.kind in ('new', 'changed') order by s.row
      on conflict (layer, code) do update set
        name = excluded.name, geom = excluded.geom, bbox = excluded.bbox, attributes = excluded.attributes,
        position_error_m = excluded.position_error_m, district_code = excluded.district_code,
        source_geometry = excluded.source_geometry, source_datum = excluded.source_datum, source = excluded.source,
        observed_on = excluded.observed_on, import_id = excluded.import_id, revision = excluded.revision,
        valid_from = excluded.valid_from, changed_by = excluded.changed_by`);
    const written = rowCount ?? 0;
    return { result: written, anyChange: written > 0 };
  });
  return { revision, written: result };
}

async function assertOneRowAFeature(db: Executor, draftId: string): Promise<void> {
  const { rows } = await db.execute<{ code: string; of: number[] }>(sql`
    select code, array_agg(row order by row) as of from import_rows
      where draft_id = ${draftId} and kind in ('new', 'changed', 'unchanged') group by code having count(*) > 1 limit 1`);
  const [twice] = rows;
  if (!twice) return;
  throw new AppError("unprocessable", `rows ${twice.of.join(", ")} are decided to be one feature, ${twice.code}`, [
    { field: "decisions", message: `rows ${twice.of.join(", ")} mean ${twice.code}`, allowed: "one row a feature" },
  ]);
}
