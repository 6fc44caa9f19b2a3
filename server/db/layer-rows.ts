import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyRows } from "./copy-rows.ts";

/** A feature as a snapshot is built from it: geometry as WKB, attributes as JSON text, both still to be decoded. */
export interface LayerRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** A view that is valid only while the row is visited. */
  readonly geom: Uint8Array;
  readonly attributes: string;
  readonly positionErrorM: number | null;
  readonly districtCode: string | null;
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly observedOn: string | null;
}

const COLUMNS = `code, name, geom, attributes::text, position_error_m, district_code, source, observed_on::text`;

/** COPY takes no parameters: both are literals already. */
const rowsOf = (layer: string, asOf: string | null) =>
  asOf === null
    ? `select id::text, ${COLUMNS} from features where layer = ${layer} order by id`
    : `select * from (
        select id::text, ${COLUMNS} from features where layer = ${layer} and valid_from <= ${asOf}
        union all
        select feature_id::text, ${COLUMNS} from feature_versions
          where layer = ${layer} and valid_from <= ${asOf} and valid_to > ${asOf}) states order by id`;

/** The revision that a layer had at an instant, and its own instant. */
const REVISION_AT = `select max(revision)::float8 as revision, max(at) as "changedAt" from (
  select max(revision) as revision, max(valid_from) as at from features where layer = $1 and valid_from <= $2
  union all select max(revision), max(valid_from) from feature_versions where layer = $1 and valid_from <= $2
  union all select max(ended_revision), max(valid_to) from feature_versions where layer = $1 and valid_to <= $2) r`;

/**
 * Visits every feature of a layer in the order of ids, all of one revision. Uses a connection of its own, and takes plain
 * connection settings, so that a worker thread can call it.
 *
 * @param asOf - an instant: the layer as it was known then; absent: as it is.
 * @returns the revision that the rows belong to, its instant (`null`: the layer was never written), and how many there were.
 */
export async function readLayerRows(
  connection: pg.ClientConfig,
  layer: string,
  visit: (row: LayerRow) => void,
  asOf?: string,
): Promise<{ revision: number; changedAt: string | null; count: number }> {
  const client = new pg.Client({ ...connection, application_name: "zone-risk-map snapshot" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ revision: number | null; changedAt: Date | null }>(
      asOf === undefined
        ? 'select revision::float8 as revision, changed_at as "changedAt" from layer_revisions where layer = $1'
        : REVISION_AT,
      asOf === undefined ? [layer] : [layer, asOf],
    );
    const statement = rowsOf(pg.escapeLiteral(layer), asOf === undefined ? null : pg.escapeLiteral(asOf));
    let count = 0;
    const copy = client.query(copyTo(`copy (${statement}) to stdout (format binary)`));
    for await (const batch of copyRows(copy)) {
      for (const [id, code, name, geom, attributes, positionErrorM, districtCode, source, observedOn] of batch)
        visit({
          id: id!.toString("latin1"),
          code: code!.toString(),
          name: name!.toString(),
          geom: geom!,
          attributes: attributes!.toString(),
          positionErrorM: positionErrorM?.readDoubleBE(0) ?? null,
          districtCode: districtCode?.toString() ?? null,
          source: source!.toString(),
          observedOn: observedOn?.toString("latin1") ?? null,
        });
      count += batch.length;
    }
    await client.query("commit");
    return { revision: rows[0]?.revision ?? 0, changedAt: rows[0]?.changedAt?.toISOString() ?? null, count };
  } finally {
    await client.end();
  }
}

/** 0: nobody had written it yet. */
export async function findRevisionAt(pool: pg.Pool, layer: string, at: Date): Promise<number> {
  const { rows } = await pool.query<{ revision: number | null }>(REVISION_AT, [layer, at.toISOString()]);
  return rows[0]?.revision ?? 0;
}
