import type { Position } from "geojson";
import pg from "pg";

/** The PostGIS that is measured beside us. */
export interface Peer {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A table of points `g` as geography, with its index and fresh statistics; `i` is the place in the list. */
  createPoints(table: string, positions: readonly Position[]): Promise<void>;
  close(): Promise<void>;
}

/** @returns `null` where there is no PostGIS: leave the peer out. */
export async function connectPeer(): Promise<Peer | null> {
  const connectionString = process.env.TEST_EXTERNAL_DATABASE_URL;
  if (!connectionString) return null;
  const client = new pg.Client({ connectionString });
  await client.connect();
  const query = async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
    (await client.query<Row>(text, values)).rows;
  return {
    query,
    async createPoints(table, positions) {
      await query(`drop table if exists ${table}`);
      await query(
        `create table ${table} as select i::int - 1 as i, ST_MakePoint(lon, lat)::geography as g
           from unnest($1::float8[], $2::float8[]) with ordinality as p (lon, lat, i)`,
        [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)],
      );
      await query(`create index on ${table} using gist (g)`);
      await query(`vacuum analyze ${table}`);
    },
    close: () => client.end(),
  };
}
