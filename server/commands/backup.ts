import { mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PORTABLE_SETTINGS, TABLES, type TableCopy, writeTable } from "../db/copy-tables.ts";
import { schemaVersion } from "../db/migrate.ts";
import type { OpenRecord } from "../db/record.ts";
import { StartError } from "../errors.ts";
import { runOnRecord } from "./on-record.ts";

export const MANIFEST = "manifest.json";
export const FORMAT = 1;

/** Written last: a folder without it is not a backup. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Number of migrations that had made the schema. */
  schema: z.number().int().positive(),
  /** ISO 8601 instant; everything is as of this moment. */
  takenAt: z.string(),
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.string()),
      file: z.string().regex(/^[\w.-]+$/),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

async function createEmptyFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length > 0) throw new StartError(`${folder} is not empty: name a new folder`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${folder} cannot be written: ${(error as NodeJS.ErrnoException).code}`, { cause: error });
  }
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = await open(join(folder, MANIFEST), "wx", 0o600);
  await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
  await file.sync();
  await file.close();
}

/**
 * Copies the whole record, as it is at one moment, into a new folder. The record may be in use meanwhile.
 *
 * @throws StartError when the folder is not empty or cannot be written.
 */
export async function backup(record: Pick<OpenRecord, "longPool">, folder: string): Promise<Manifest> {
  await createEmptyFolder(folder);
  const client = await record.longPool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(PORTABLE_SETTINGS);
    const { rows } = await client.query<{ now: Date }>("select now() as now");
    const tables: TableCopy[] = [];
    for (const table of TABLES) {
      const file = `${table.name}.copy.gz`;
      tables.push(await writeTable(client, table, join(folder, file), file));
    }
    const schema = await schemaVersion(client);
    await client.query("commit");
    const manifest = Manifest.parse({ format: FORMAT, schema, takenAt: rows[0]!.now.toISOString(), tables });
    await writeManifest(folder, manifest);
    client.release();
    return manifest;
  } catch (error) {
    // A connection in the middle of a copy is of no further use.
    client.release(true);
    throw error;
  }
}

/** `npm run backup -- DIR`; 0 done, 1 nothing usable written. */
export const run = (args: readonly string[]): Promise<number> =>
  runOnRecord("backup", args, async (record, folder) => {
    const { tables } = await backup(record, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const megabytes = tables.reduce((sum, table) => sum + table.bytes, 0) / 1e6;
    return `${rows} rows of ${tables.length} tables, ${megabytes.toFixed(1)} MB, in ${folder}`;
  });
