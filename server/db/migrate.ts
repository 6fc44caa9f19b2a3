import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { StartError } from "../errors.ts";

/** Shared by everything that changes the schema; drizzle's migrator itself takes no lock. */
const LOCK = "hashtextextended('zone-risk-map schema', 0)";

/** Runs `work` on one connection while no other node changes the schema. */
export async function withSchemaLock<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: "zone-risk-map schema" });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    return await work(client);
  } finally {
    // The end of the session frees the lock, whatever state the connection is in.
    await client.end().catch(() => undefined);
  }
}

/** The number of migrations applied; 0 for a database that is not ours yet. */
export async function schemaVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as present",
  );
  if (!rows[0]!.present) return 0;
  const counted = await client.query<{ count: number }>(
    "select count(*)::int as count from drizzle.__drizzle_migrations",
  );
  return counted.rows[0]!.count;
}

/** Applies what is missing. A record written by a newer program is refused rather than misread. */
export async function migrateRecord(connection: pg.ClientConfig, folder: string): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: folder }).length;
  await withSchemaLock(connection, async (client) => {
    const applied = await schemaVersion(client);
    if (applied > known)
      throw new StartError(
        `the database was written by a newer version of this program (schema ${applied}, here ${known}): update the program`,
      );
    if (applied === known) return;
    await migrate(drizzle(client), { migrationsFolder: folder }).catch((error: Error) => {
      // drizzle's own message is the whole statement; what PostgreSQL said is beneath.
      const said = error.cause instanceof Error ? error.cause.message : error.message;
      throw new StartError(`the database's tables cannot be brought up to date: ${said}`, { cause: error });
    });
  });
}
