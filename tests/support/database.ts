import { tmpdir } from "node:os";
import { inject } from "vitest";
import { type OpenRecord, openRecord } from "../../server/db/record.ts";
import { administer, type TestServer, urlOf } from "./test-server.ts";

/** A migrated, empty database of its own on a real server. */
export interface FreshDatabase {
  /** For `DATABASE_URL`. */
  readonly url: string;
  readonly record: OpenRecord;
  /** Closes the record and drops the database. */
  close(): Promise<void>;
}

/** Vitest numbers its workers from 1. */
const ownServer = (): TestServer => inject("testServers")[Number(process.env.VITEST_POOL_ID) - 1]!;

let count = 0;

/** Names are of this process and this run: workers share an external server, and it may hold what an earlier run left. */
async function createDatabase(from?: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = ownServer().url;
  const name = `test_${process.pid}_${Date.now().toString(36)}_${count++}`;
  await administer(server, `create database ${name}${from ? ` template ${from}` : ""}`);
  return { url: urlOf(server, name), drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, drop } = await createDatabase(ownServer().template);
  const record = await openRecord({ dataDir: tmpdir(), databaseUrl: url });
  const close = async () => {
    await record.close();
    await drop();
  };
  return { url, record, close };
}

/** A database without any table of ours. */
export const emptyDatabase = (): Promise<{ url: string; drop(): Promise<void> }> => createDatabase();
