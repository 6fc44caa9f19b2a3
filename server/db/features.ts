import { type SQL, sql } from "drizzle-orm";
import { type Bounds, fromWkb } from "#data/geodesy/wkb.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { isoInstant } from "./instants.ts";
import type { Executor } from "./record.ts";

/** The columns a filter may use; they exist in the current table and in earlier states alike. */
export const featureColumn = {
  id: sql.raw("f.id"),
  code: sql.raw("f.code"),
  name: sql.raw("f.name"),
  attributes: sql.raw("f.attributes"),
  positionErrorM: sql.raw("f.position_error_m"),
  districtCode: sql.raw("f.district_code"),
  source: sql.raw("f.source"),
  observedOn: sql.raw("f.observed_on"),
  importId: sql.raw("f.import_id"),
  revision: sql.raw("f.revision"),
} as const;

const STATE = sql.raw(`layer, code, name, geom, bbox, attributes, position_error_m, district_code,
  source, observed_on, import_id, revision, valid_from, changed_by`);

export const SELECTED = sql`f.id, f.layer, f.code, f.name, f.geom, f.attributes,
  f.position_error_m as "positionErrorM", f.district_code as "districtCode", f.source,
  f.observed_on::text as "observedOn", f.revision::float8 as revision,
  ${isoInstant("f.valid_from")} as "validFrom", f.changed_by as "changedBy"`;

export type FeatureRow = Omit<FeatureRecord, "geometry"> & { readonly geom: Buffer };

export const toRecord = ({ geom, ...rest }: FeatureRow): FeatureRecord => ({ ...rest, geometry: fromWkb(geom) });

/** The layer as it is, or as it was known at an instant. */
export function statesOf(layer: string, asOf: Date | undefined): SQL {
  if (!asOf) return sql`(select id, ${STATE} from features where layer = ${layer})`;
  const at = asOf.toISOString();
  return sql`(select id, ${STATE} from features where layer = ${layer} and valid_from <= ${at}
    union all
    select feature_id, ${STATE} from feature_versions
      where layer = ${layer} and valid_from <= ${at} and valid_to > ${at})`;
}

export interface PageRequest {
  readonly layer: string;
  /** Features whose extent touches it; exactly, edges included. */
  readonly bounds?: Bounds;
  /** A condition on `featureColumn`. */
  readonly where?: SQL;
  readonly asOf?: Date;
  /** The `next` of the page before. */
  readonly after?: string;
  /** 1 or more. */
  readonly limit: number;
  /** What SQL cannot decide, such as whether an outline meets a box; a page is filled up with the next ones. */
  readonly keep?: (feature: FeatureRecord) => boolean;
}

export interface Page {
  readonly features: FeatureRecord[];
  /** `null` on the last page. */
  readonly next: string | null;
}

export function touches([west, south, east, north]: Bounds): SQL {
  // `&&` uses the index but allows 1e-6 degrees of slack (0.1 m), which the corners then take back.
  return sql`f.bbox && box(point(${east}, ${north}), point(${west}, ${south}))
    and (f.bbox[0])[0] >= ${west} and (f.bbox[1])[0] <= ${east}
    and (f.bbox[0])[1] >= ${south} and (f.bbox[1])[1] <= ${north}`;
}

/** A page of features in the order of their ids, which is the order in which they came into the record. */
export async function findFeatures(db: Executor, request: PageRequest): Promise<Page> {
  const { layer, bounds, where, asOf, limit, keep } = request;
  const found: FeatureRecord[] = [];
  for (let after = request.after; ; ) {
    const conditions = [
      ...(after ? [sql`f.id > ${after}`] : []),
      ...(bounds ? [touches(bounds)] : []),
      ...(where ? [sql`(${where})`] : []),
    ];
    const { rows } = await db.execute<FeatureRow>(sql`select ${SELECTED} from ${statesOf(layer, asOf)} f
      ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
      order by f.id limit ${limit + 1}`);
    for (const row of rows) {
      const feature = toRecord(row);
      if (keep && !keep(feature)) continue;
      if (found.length === limit) return { features: found, next: found.at(-1)!.id };
      found.push(feature);
    }
    if (rows.length <= limit) return { features: found, next: null };
    after = rows.at(-1)!.id;
  }
}

export async function findFeature(db: Executor, layer: string, id: string, asOf?: Date): Promise<FeatureRecord | null> {
  const { rows } = await db.execute<FeatureRow>(
    sql`select ${SELECTED} from ${statesOf(layer, asOf)} f where f.id = ${id}`,
  );
  return rows[0] ? toRecord(rows[0]) : null;
}

/** One state in the life of a feature. */
export interface FeatureState extends FeatureRecord {
  /** `null`: it is the present state. */
  readonly validTo: string | null;
  readonly endedBy: string | null;
  /** What they said of it. */
  readonly endedReason: string | null;
  /** Nothing took its place: the feature was removed. */
  readonly removed: boolean;
  readonly importId: string | null;
}

/** Every state of a feature, latest first; empty when there never was such a feature. */
export async function findHistory(db: Executor, layer: string, id: string): Promise<FeatureState[]> {
  const { rows } = await db.execute<FeatureRow & Omit<FeatureState, keyof FeatureRecord>>(sql`
    select ${SELECTED}, f.import_id as "importId", f."validTo", f."endedBy", f."endedReason", f.removed
    from (
      select id, ${STATE}, null as "validTo", null as "endedBy", null as "endedReason", false as removed from features
        where id = ${id} and layer = ${layer}
      union all
      select feature_id, ${STATE}, ${isoInstant("valid_to")}, ended_by, ended_reason, removed from feature_versions
        where feature_id = ${id} and layer = ${layer}
    ) f order by f.valid_from desc`);
  return rows.map(({ geom, ...rest }) => ({ ...rest, geometry: fromWkb(geom) }));
}

/** @returns `[west, south, east, north]` of a layer; null when it has no features. */
export async function findExtent(db: Executor, layer: string): Promise<[number, number, number, number] | null> {
  const { rows } = await db.execute<{ west: number | null; south: number; east: number; north: number }>(sql`
    select min((bbox[1])[0]) as west, min((bbox[1])[1]) as south, max((bbox[0])[0]) as east, max((bbox[0])[1]) as north
      from features where layer = ${layer}`);
  const { west, south, east, north } = rows[0]!;
  return west === null ? null : [west, south, east, north];
}
