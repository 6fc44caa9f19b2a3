import { fileURLToPath } from "node:url";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Env } from "../env.ts";
import { StartError } from "../errors.ts";
import { migrationsFolder } from "../parts.ts";
import { type PrivateOptions, startPrivate } from "./engine/private.ts";
import { migrateRecord } from "./migrate.ts";
import { installPostgis } from "./postgis.ts";
import * as schema from "./schema.ts";

export type Database = NodePgDatabase<typeof schema>;
/** What queries run on: a pool or, inside `db.transaction`, its `tx`. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

/** The open record: the only way to the data. */
export interface OpenRecord {
  readonly engine: "private" | "external";
  readonly postgis: boolean;
  /** The server's, for example `18.4`. */
  readonly version: string;
  /** For requests: a statement that takes longer than REQUEST_MS fails as a timeout. */
  readonly db: Database;
  /** For intake, snapshots, backup: statements may take LONG_MS. */
  readonly longDb: Database;
  /** The pools beneath, for COPY and for listening. */
  readonly pool: pg.Pool;
  readonly longPool: pg.Pool;
  readonly connection: pg.ClientConfig;
  /** Settles when the private PostgreSQL has ended before `close`, with what it said last. Never for an external one. */
  readonly lost: Promise<string>;
  /** Waits for running statements, then stops a private PostgreSQL in order. */
  close(): Promise<void>;
}

const REQUEST_MS = 15_000;
const LONG_MS = 30 * 60_000;
const OLDEST = 15;

function openPool(connection: pg.ClientConfig, name: string, max: number, timeoutMs: number): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    application_name: `zone-risk-map ${name}`,
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced by the pool; the next query says it if that fails. One that breaks inside a
  // transaction tells its query, and would end the process if nobody listened to the connection itself.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

interface ServerFacts {
  readonly version: string;
  readonly encoding: string;
}

async function checkServer(connection: pg.ClientConfig, shownAs: string): Promise<ServerFacts> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<ServerFacts & { number: number }>(
      `select current_setting('server_version_num')::int as number,
              split_part(current_setting('server_version'), ' ', 1) as version,
              current_setting('server_encoding') as encoding`,
    );
    const { version, encoding, number } = rows[0]!;
    if (number < OLDEST * 10_000)
      throw new StartError(`${shownAs} is PostgreSQL ${version}: version ${OLDEST} or later is needed`);
    if (encoding !== "UTF8")
      throw new StartError(`${shownAs} has a database in ${encoding}: create one with encoding UTF8`);
    return { version, encoding };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${shownAs} cannot be reached: ${(error as Error).message || String(error)}`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Opens the record and brings its schema up to date: the PostgreSQL of `databaseUrl`, or a private one in `dataDir`.
 *
 * @throws StartError with one line for the operator when it cannot be opened.
 */
export async function openRecord(
  env: Pick<Env, "dataDir" | "databaseUrl">,
  options: PrivateOptions = {},
): Promise<OpenRecord> {
  const owned = env.databaseUrl === undefined ? await startPrivate(env.dataDir, options) : null;
  const connection: pg.ClientConfig = owned ? owned.connection : { connectionString: env.databaseUrl };
  const pools: pg.Pool[] = [];
  let closing = false;
  const close = async () => {
    closing = true;
    await Promise.all(pools.map((pool) => pool.end()));
    await owned?.stop();
  };
  try {
    const { version } = await checkServer(connection, owned ? "the private database" : "DATABASE_URL");
    await migrateRecord(connection, fileURLToPath(migrationsFolder));
    const postgis = await installPostgis(connection);
    const pool = openPool(connection, "requests", 10, REQUEST_MS);
    const longPool = openPool(connection, "long work", 4, LONG_MS);
    pools.push(pool, longPool);
    // A proxy such as PgBouncer refuses the time limits only now.
    await pool.query("select").catch((error: Error) => {
      throw new StartError(`DATABASE_URL cannot be used: ${error.message}`, { cause: error });
    });
    const lost = new Promise<string>((resolve) => {
      void owned?.ended.then((said) => {
        if (!closing) resolve(said);
      });
    });
    return {
      engine: owned ? "private" : "external",
      postgis,
      version,
      db: drizzle(pool, { schema }),
      longDb: drizzle(longPool, { schema }),
      pool,
      longPool,
      connection,
      lost,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
