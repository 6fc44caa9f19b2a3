import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { isIntact, PORTABLE_SETTINGS, readTable, TABLES } from "../db/copy-tables.ts";
import { schemaVersion } from "../db/migrate.ts";
import type { OpenRecord } from "../db/record.ts";
import { StartError } from "../errors.ts";
import { MANIFEST, Manifest } from "./backup.ts";
import { runOnRecord } from "./on-record.ts";

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
  } catch (error) {
    throw new StartError(`${folder} is not a complete backup: its ${MANIFEST} is missing or not readable`, {
      cause: error,
    });
  }
}

async function assertIntact(folder: string, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    if (!TABLES.some(({ name }) => name === table.table))
      throw new StartError(`the backup holds a table ${table.table} that this version does not know`);
    if (!(await isIntact(join(folder, table.file), table)))
      throw new StartError(`${join(folder, table.file)} is damaged: it is not what was written; nothing was restored`);
  }
}

async function assertEmpty(client: pg.ClientBase): Promise<void> {
  for (const { name } of TABLES) {
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    if (rowCount)
      throw new StartError(
        `the database is not empty (${name} has rows): restore into a new one, by another DATA_DIR or DATABASE_URL`,
      );
  }
}

/** Rows come back with the ids that they had; the next new one must not meet them. */
async function advanceSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
       from information_schema.columns
      where table_schema = current_schema() and table_name = any($1) and column_default like 'nextval(%'`,
    [TABLES.map(({ name }) => name)],
  );
  for (const { table, column, sequence } of rows)
    await client.query(`select setval($1, coalesce(max("${column}"), 0) + 1, false) from "${table}"`, [sequence]);
}

/**
 * Fills an empty record from a backup, all or nothing.
 *
 * @throws StartError when the backup is not whole, of a newer program, or the record is not empty.
 */
export async function restore(record: Pick<OpenRecord, "longPool">, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await assertIntact(folder, manifest);
  const client = await record.longPool.connect();
  try {
    await client.query("begin");
    await client.query(PORTABLE_SETTINGS);
    const schema = await schemaVersion(client);
    if (manifest.schema > schema)
      throw new StartError(
        `the backup is of a newer version (schema ${manifest.schema}, here ${schema}): update first`,
      );
    // Nobody writes meanwhile, and history comes from the backup: the triggers that keep it must not keep it twice.
    for (const { name } of TABLES) await client.query(`alter table ${name} disable trigger user`);
    await assertEmpty(client);
    for (const table of manifest.tables) {
      const rows = await readTable(client, table, join(folder, table.file));
      if (rows !== table.rows) throw new StartError(`${table.table} came back with ${rows} of ${table.rows} rows`);
    }
    for (const { name } of TABLES) await client.query(`alter table ${name} enable trigger user`);
    await advanceSequences(client);
    // Transaction numbers mean nothing on another server.
    await client.query("update layer_revisions set changed_xact = ''");
    await client.query("commit");
    client.release();
    return manifest;
  } catch (error) {
    // Ends the transaction with the connection, whatever state a broken copy left it in.
    client.release(true);
    throw error;
  }
}

/** `npm run restore -- DIR`; 0 done, 1 nothing restored. */
export const run = (args: readonly string[]): Promise<number> =>
  runOnRecord("restore", args, async (record, folder) => {
    const { tables, takenAt } = await restore(record, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return `${rows} rows of ${tables.length} tables restored, as of ${takenAt}`;
  });
