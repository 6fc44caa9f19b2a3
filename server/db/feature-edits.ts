import { sql } from "drizzle-orm";
import { toWkb } from "#data/geodesy/wkb.ts";
import type { FeatureDraft, FeatureRecord } from "#data/layers/feature.ts";
import type { EditOutcome, ReadState } from "../edits.ts";
import { boxOf, type Change, removeFeatures, underNewRevision, writeFeatures } from "./feature-writes.ts";
import { findFeature } from "./features.ts";
import type { RaisedRevision } from "./layer-revisions.ts";
import type { Executor } from "./record.ts";

type Undone = Exclude<EditOutcome, { outcome: "written" | "unchanged" }>;

/** What a transaction did, before the layer's revision after it is known. */
type Done = Undone | { readonly outcome: "written" | "unchanged"; readonly feature: FeatureRecord };

async function settle(
  db: Executor,
  layer: string,
  change: Change,
  work: (tx: Executor, raised: RaisedRevision) => Promise<Done>,
): Promise<EditOutcome> {
  const { result, revision } = await underNewRevision(db, layer, change, async (tx, raised) => {
    const result = await work(tx, raised);
    return { result, anyChange: result.outcome === "written" };
  });
  return "feature" in result ? { ...result, revision } : result;
}

/** Adds one feature; the code must be new in its layer. */
export const createFeature = (db: Executor, layer: string, draft: FeatureDraft, change: Change): Promise<EditOutcome> =>
  settle(db, layer, change, async (tx) => {
    if (await findIdOf(tx, layer, draft.code)) return { outcome: "code-taken" };
    await writeFeatures(tx, layer, [draft], change);
    const id = await findIdOf(tx, layer, draft.code);
    return { outcome: "written", feature: (await findFeature(tx, layer, id!))! };
  });

/**
 * Changes one feature, unless somebody changed it since it was read. Who comes second waits for the first: raising the
 * revision holds the layer, so that what is read here stays true to the commit.
 *
 * @param edit - makes the new state of the present one. What it throws ends the change.
 */
export const changeFeature = (
  db: Executor,
  layer: string,
  { id, revision }: ReadState,
  change: Change,
  edit: (present: FeatureRecord) => FeatureDraft,
): Promise<EditOutcome> =>
  settle(db, layer, change, async (tx, raised) => {
    const present = await findFeature(tx, layer, id);
    if (!present) return { outcome: "missing" };
    if (present.revision !== revision) return { outcome: "stale", present };
    const draft = edit(present);
    if (draft.code !== present.code && (await findIdOf(tx, layer, draft.code))) return { outcome: "code-taken" };
    const changed = await writeState(tx, id, draft, raised, change);
    return { outcome: changed ? "written" : "unchanged", feature: (await findFeature(tx, layer, id))! };
  });

/** Removes one feature, unless somebody changed it since it was read. Its states stay in the history. */
export const removeFeature = (
  db: Executor,
  layer: string,
  { id, revision }: ReadState,
  change: Change,
): Promise<EditOutcome> =>
  settle(db, layer, change, async (tx) => {
    const present = await findFeature(tx, layer, id);
    if (!present) return { outcome: "missing" };
    if (present.revision !== revision) return { outcome: "stale", present };
    await removeFeatures(tx, layer, [id], change);
    return { outcome: "written", feature: present };
  });

async function findIdOf(tx: Executor, layer: string, code: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from features where layer = ${layer} and code = ${code}`,
  );
  return rows[0]?.id ?? null;
}

/**
 * A feature that was moved by hand is no longer where the delivery had it: its delivered coordinates stay with the earlier
 * state. An edit belongs to no import, so that undoing one leaves it alone.
 */
async function writeState(
  tx: Executor,
  id: string,
  draft: FeatureDraft,
  raised: RaisedRevision,
  change: Change,
): Promise<boolean> {
  const geom = sql`${Buffer.from(toWkb(draft.geometry))}::bytea`;
  const content = sql`${draft.code}::text, ${draft.name}::text, ${geom}, ${JSON.stringify(draft.attributes)}::jsonb,
    ${draft.positionErrorM}::float8, ${draft.districtCode}::text, ${draft.source}::text, ${draft.observedOn}::date`;
  const { rowCount } = await tx.execute(sql`
    update features f set
        (code, name, geom, attributes, position_error_m, district_code, source, observed_on) = row(${content}),
        bbox = ${boxOf(draft)}::box,
        source_geometry = case when f.geom = ${geom} then f.source_geometry end,
        source_datum = case when f.geom = ${geom} then f.source_datum end,
        import_id = ${change.importId ?? null}::uuid, revision = ${raised.revision}::bigint,
        valid_from = ${raised.changedAt}::timestamptz, changed_by = ${change.changedBy}::text
      where f.id = ${id}
        and (f.code, f.name, f.geom, jsonb_strip_nulls(f.attributes), f.position_error_m, f.district_code, f.source, f.observed_on)
          is distinct from (${content})`);
  return (rowCount ?? 0) > 0;
}
