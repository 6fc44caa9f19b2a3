import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import * as schema from "./schema.ts";

/** A table in a copy: its file, what must be in it, and how to tell that it still is. */
export interface TableCopy {
  readonly table: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every table of the record, so that a new one cannot be left out of a backup. Derived columns are not copied. */
export const TABLES: readonly { name: string; columns: readonly string[] }[] = Object.values<unknown>(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => {
    const { name, columns } = getTableConfig(table as PgTable);
    return { name, columns: columns.map((column) => column.name) };
  });

const target = (table: string, columns: readonly string[]) =>
  `${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;

/** Texts must read the same on every server. */
export const PORTABLE_SETTINGS =
  "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1; set local bytea_output = 'hex'";

class Digest extends Transform {
  private readonly hash = createHash("sha256");
  bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest("hex");
  }
}

/** Streams a table into a file that is on the disk when this returns. */
export async function writeTable(
  client: pg.ClientBase,
  { name, columns }: (typeof TABLES)[number],
  path: string,
  file: string,
): Promise<TableCopy> {
  const copy = client.query(copyTo(`copy ${target(name, columns)} to stdout`));
  const digest = new Digest();
  const out = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  await pipeline(copy, createGzip({ level: 4 }), digest, out);
  return { table: name, columns, file, rows: copy.rowCount, bytes: digest.bytes, sha256: digest.sha256() };
}

/** Whether a file is byte for byte what was written. */
export async function isIntact(path: string, { bytes, sha256 }: TableCopy): Promise<boolean> {
  const size = await stat(path).then(
    (found) => found.size,
    () => -1,
  );
  if (size !== bytes) return false;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex") === sha256;
}

/** @returns the number of rows that the server took. */
export async function readTable(client: pg.ClientBase, { table, columns }: TableCopy, path: string): Promise<number> {
  const copy = client.query(copyFrom(`copy ${target(table, columns)} from stdin`));
  await pipeline(createReadStream(path), createGunzip(), copy);
  return copy.rowCount;
}
