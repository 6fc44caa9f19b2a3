import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { type FeatureRow, featureColumn, type PageRequest, SELECTED, statesOf, toRecord, touches } from "./features.ts";
import * as schema from "./schema.ts";

export interface StreamRequest extends Omit<PageRequest, "after" | "limit"> {
  /** Only these; ids that the layer has not are passed over. */
  readonly ids?: readonly string[];
  /** Attributes and standard columns (`code`, `name`, …) whose longest value is to be measured. */
  readonly measured?: readonly string[];
}

/** Numbers of the plane geometries in WKB. */
const GEOMETRY_TYPES = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"] as const;

export type StoredGeometryType = (typeof GEOMETRY_TYPES)[number];

/** What is known of the features before the first one is read. */
export interface FeatureStream {
  /** The layer's revision to which all of them belong. */
  readonly revision: number;
  /** With `bounds`: of those whose extent touches them, which may be more than are read. */
  readonly count: number;
  readonly geometryTypes: ReadonlySet<StoredGeometryType>;
  /** Latest day of observation, `YYYY-MM-DD`. */
  readonly dataDate: string | null;
  /** In bytes of UTF-8; 0 where no feature has a value. */
  readonly longest: ReadonlyMap<string, number>;
  /** Features whose geometry cannot be read, found so far; they are passed over. */
  readonly leftOut: readonly { readonly code: string; readonly reason: string }[];
  /** In the order of their ids, once. */
  batches(): AsyncGenerator<FeatureRecord[]>;
}

const BATCH = 1_000;

const TEXT_COLUMNS: Readonly<Record<string, SQL>> = {
  code: featureColumn.code,
  name: featureColumn.name,
  source: featureColumn.source,
  districtCode: featureColumn.districtCode,
};

/**
 * Reads features of one moment through a cursor, so that the memory taken does not grow with their number. Uses a connection
 * of its own, and takes plain connection settings, so that a worker thread can call it.
 */
export async function streamFeatures<Result>(
  connection: pg.ClientConfig,
  request: StreamRequest,
  use: (stream: FeatureStream) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...connection, application_name: "zone-risk-map export" });
  // Its query rejects as well; without a listener the thread would end.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const db = drizzle(client, { schema });
    const { layer, bounds, where, asOf, ids, keep, measured = [] } = request;
    const conditions = [
      ...(bounds ? [touches(bounds)] : []),
      ...(where ? [sql`(${where})`] : []),
      ...(ids ? [sql`f.id = any(${sql.param(ids)}::uuid[])`] : []),
    ];
    const found = sql`from ${statesOf(layer, asOf)} f
      ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}`;
    await db.execute(sql`begin isolation level repeatable read read only`);
    const facts = await readFacts(found, measured);
    const revision = await readRevision();
    const leftOut: { code: string; reason: string }[] = [];

    async function* batches(): AsyncGenerator<FeatureRecord[]> {
      await db.execute(sql`declare exported no scroll cursor for select ${SELECTED} ${found} order by f.id`);
      const fetchNext = () => {
        // A query of drizzle runs again each time that it is awaited; its result does not.
        const fetched = db
          .execute<FeatureRow>(sql`fetch ${sql.raw(String(BATCH))} from exported`)
          .then(({ rows }) => rows);
        // Awaited below, unless the writer fails first.
        fetched.catch(() => undefined);
        return fetched;
      };
      // The database reads on while a batch is written.
      for (let fetched = fetchNext(); ; ) {
        const rows = await fetched;
        const isLast = rows.length < BATCH;
        if (!isLast) fetched = fetchNext();
        const features = rows.flatMap(readRow);
        yield keep ? features.filter(keep) : features;
        if (isLast) return;
      }
    }

    function readRow(row: FeatureRow): FeatureRecord[] {
      try {
        return [toRecord(row)];
      } catch (error) {
        // One feature that another tool wrote badly must not take its whole layer along.
        if (!(error instanceof RangeError)) throw error;
        leftOut.push({ code: row.code, reason: error.message });
        return [];
      }
    }

    async function readFacts(found: SQL, measured: readonly string[]) {
      const lengths = measured.map(
        (column) => sql`max(octet_length(${TEXT_COLUMNS[column] ?? sql`${featureColumn.attributes} ->> ${column}`}))`,
      );
      const { rows } = await db.execute<{ count: number; dataDate: string | null; types: number[]; lengths: number[] }>(
        sql`select count(*)::float8 as count, max(f.observed_on)::text as "dataDate",
          coalesce(array_agg(distinct case get_byte(f.geom, 0) when 1 then get_byte(f.geom, 1)
            else get_byte(f.geom, 4) end), '{}') as types,
          array[${lengths.length > 0 ? sql.join(lengths, sql`, `) : sql``}]::int4[] as lengths ${found}`,
      );
      return rows[0]!;
    }

    async function readRevision(): Promise<number> {
      const at = asOf?.toISOString();
      const { rows } = await db.execute<{ revision: number | null }>(
        at === undefined
          ? sql`select revision::float8 as revision from layer_revisions where layer = ${layer}`
          : sql`select max(revision)::float8 as revision from (
              select revision from features where layer = ${layer} and valid_from <= ${at}
              union all select revision from feature_versions where layer = ${layer} and valid_from <= ${at}
              union all select ended_revision from feature_versions where layer = ${layer} and valid_to <= ${at}) r`,
      );
      return rows[0]?.revision ?? 0;
    }

    const result = await use({
      revision,
      count: facts.count,
      dataDate: facts.dataDate,
      geometryTypes: new Set(facts.types.flatMap((type) => GEOMETRY_TYPES[type - 1] ?? [])),
      longest: new Map(measured.map((column, i) => [column, facts.lengths[i] ?? 0])),
      leftOut,
      batches,
    });
    await db.execute(sql`commit`);
    return result;
  } finally {
    await client.end();
  }
}
