import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boundsOf, toWkb } from "#data/geodesy/wkb.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { findRevision, type RaisedRevision, raiseRevision } from "./layer-revisions.ts";
import type { Executor } from "./record.ts";

/** Who changes the record, and by which import if by one. */
export interface Change {
  readonly changedBy: string;
  readonly importId?: string;
  /** What the person says of it, kept with the state that it ended. */
  readonly reason?: string;
}

/** A draft on its way into the record, with the delivery as it was before any datum shift. */
export interface FeatureInput extends FeatureDraft {
  readonly sourceGeometry?: Uint8Array;
  readonly sourceDatum?: string;
}

export interface WriteSummary {
  /** The layer's revision after the write; unchanged when nothing changed. */
  readonly revision: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Rows per statement: large enough to hide the round trip, small enough to keep the server's memory flat. */
const BATCH = 2000;

function assertDrafts(drafts: readonly FeatureInput[]): void {
  const codes = new Set<string>();
  for (const { code } of drafts) {
    if (!code) throw new RangeError("a feature needs a code");
    if (codes.has(code)) throw new RangeError(`code ${code} occurs twice in one write`);
    codes.add(code);
  }
}

/** The extent as PostgreSQL writes a box. @throws RangeError when it leaves the globe. */
export function boxOf(draft: FeatureInput): string {
  const [west, south, east, north] = boundsOf(draft.geometry);
  if (west < -180 || east > 180 || south < -90 || north > 90)
    throw new RangeError(`feature ${draft.code} lies outside longitude ±180, latitude ±90`);
  return `(${east},${north}),(${west},${south})`;
}

const hex = (bytes: Uint8Array | undefined) => (bytes ? `\\x${Buffer.from(bytes).toString("hex")}` : null);

async function writeBatch(
  tx: Executor,
  layer: string,
  drafts: readonly FeatureInput[],
  raised: RaisedRevision,
  change: Change,
): Promise<{ added: number; changed: number }> {
  const column = (pick: (draft: FeatureInput) => unknown) => sql.param(drafts.map(pick));
  const { rows } = await tx.execute<{ added: number; changed: number }>(sql`
    with written as (
      insert into features as f (id, layer, code, name, geom, bbox, attributes, position_error_m, district_code,
          source_geometry, source_datum, source, observed_on, import_id, revision, valid_from, changed_by)
        select id, ${layer}, code, name, geom, bbox, attributes, position_error_m, district_code,
          source_geometry, source_datum, source, observed_on,
          ${change.importId ?? null}::uuid, ${raised.revision}::bigint, ${raised.changedAt}::timestamptz,
          ${change.changedBy}::text
        from unnest(
          ${column(() => uuidv7())}::uuid[], ${column((d) => d.code)}::text[], ${column((d) => d.name)}::text[],
          ${column((d) => hex(toWkb(d.geometry)))}::bytea[], string_to_array(${drafts.map(boxOf).join(";")}, ';')::box[],
          ${column((d) => JSON.stringify(d.attributes))}::jsonb[], ${column((d) => d.positionErrorM)}::float8[],
          ${column((d) => d.districtCode)}::text[], ${column((d) => hex(d.sourceGeometry))}::bytea[],
          ${column((d) => d.sourceDatum ?? null)}::text[], ${column((d) => d.source)}::text[],
          ${column((d) => d.observedOn)}::date[]
        ) as new (id, code, name, geom, bbox, attributes, position_error_m, district_code, source_geometry,
          source_datum, source, observed_on)
      on conflict (layer, code) do update set
        name = excluded.name, geom = excluded.geom, bbox = excluded.bbox, attributes = excluded.attributes,
        position_error_m = excluded.position_error_m, district_code = excluded.district_code,
        source_geometry = excluded.source_geometry, source_datum = excluded.source_datum, source = excluded.source,
        observed_on = excluded.observed_on, import_id = excluded.import_id, revision = excluded.revision,
        valid_from = excluded.valid_from, changed_by = excluded.changed_by
      where (f.name, f.geom, f.attributes, f.position_error_m, f.district_code, f.source, f.observed_on)
        is distinct from (excluded.name, excluded.geom, excluded.attributes, excluded.position_error_m,
          excluded.district_code, excluded.source, excluded.observed_on)
      returning xmax = 0 as added
    )
    select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from written`);
  return rows[0]!;
}

/** Takes back a transaction in which nothing happened, revision and all. */
class NothingChanged extends Error {}

/** Runs `work` with the layer's next revision; when it says that nothing changed, the revision stays as it was. */
export async function underNewRevision<T>(
  db: Executor,
  layer: string,
  change: Change,
  work: (tx: Executor, raised: RaisedRevision) => Promise<{ result: T; anyChange: boolean }>,
): Promise<{ result: T; revision: number }> {
  return db.transaction(async (tx) => {
    let unchanged: T | undefined;
    try {
      return await tx.transaction(async (inner) => {
        const raised = await raiseRevision(inner, layer);
        await inner.execute(sql`select set_config('record.changed_by', ${change.changedBy}, true),
          set_config('record.import_id', ${change.importId ?? ""}, true),
          set_config('record.reason', ${change.reason ?? ""}, true)`);
        const { result, anyChange } = await work(inner, raised);
        if (anyChange) return { result, revision: raised.revision };
        unchanged = result;
        throw new NothingChanged();
      });
    } catch (error) {
      if (!(error instanceof NothingChanged)) throw error;
      return { result: unchanged as T, revision: await findRevision(tx, layer) };
    }
  });
}

/**
 * Adds features and changes those whose code the layer already has, all or none. What is the same stays untouched, and a
 * write that changes nothing raises no revision.
 *
 * @throws RangeError when a code is missing or doubled, or a geometry is empty, not finite or off the globe.
 */
export async function writeFeatures(
  db: Executor,
  layer: string,
  drafts: readonly FeatureInput[],
  change: Change,
): Promise<WriteSummary> {
  assertDrafts(drafts);
  const { result, revision } = await underNewRevision(db, layer, change, async (tx, raised) => {
    let added = 0;
    let changed = 0;
    for (let at = 0; at < drafts.length; at += BATCH) {
      const written = await writeBatch(tx, layer, drafts.slice(at, at + BATCH), raised, change);
      added += written.added;
      changed += written.changed;
    }
    return { result: { added, changed, unchanged: drafts.length - added - changed }, anyChange: added + changed > 0 };
  });
  return { revision, ...result };
}

/** Removes features by id; their last state stays in the history. Ids that the layer does not have are passed over. */
export async function removeFeatures(
  db: Executor,
  layer: string,
  ids: readonly string[],
  change: Change,
): Promise<{ revision: number; removed: number }> {
  const { result, revision } = await underNewRevision(db, layer, change, async (tx) => {
    const { rowCount } = await tx.execute(
      sql`delete from features where layer = ${layer} and id = any(${sql.param(ids)}::uuid[])`,
    );
    const removed = rowCount ?? 0;
    return { result: removed, anyChange: removed > 0 };
  });
  return { revision, removed: result };
}
