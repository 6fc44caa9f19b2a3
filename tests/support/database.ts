import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll } from "vitest";
import { startPrivate } from "../../server/db/engine/private.ts";
import { type OpenRecord, openRecord } from "../../server/db/record.ts";

/** A migrated, empty database of its own on a real server. */
export interface FreshDatabase {
  /** For `DATABASE_URL`. */
  readonly url: string;
  readonly record: OpenRecord;
  /** Closes the record and drops the database. */
  close(): Promise<void>;
}

interface Server {
  readonly admin: pg.ClientConfig;
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** One server per test file, started by the first test that asks: another one of yours if TEST_EXTERNAL_DATABASE_URL names it. */
let server: Promise<Server> | undefined;
let template: Promise<string> | undefined;
let count = 0;
/** Several test files may share an external server. */
const RUN = `test_${process.pid}_${Date.now().toString(36)}`;

async function startServer(): Promise<Server> {
  const external = process.env.TEST_EXTERNAL_DATABASE_URL;
  if (external) {
    const urlOf = (database: string) => {
      const url = new URL(external);
      url.pathname = `/${database}`;
      return url.href;
    };
    return { admin: { connectionString: external }, urlOf, stop: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), "record-test-"));
  const engine = await startPrivate(folder);
  const { user, password, host } = engine.connection;
  return {
    admin: { ...engine.connection, database: "postgres" },
    urlOf: (database) => `postgresql://${user}:${password}@${encodeURIComponent(host)}/${database}`,
    stop: async () => {
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client((await server!).admin);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openNew(name: string, from?: string): Promise<FreshDatabase> {
  await administer(`create database ${name}${from ? ` template ${from}` : ""}`);
  const url = (await server!).urlOf(name);
  const record = await openRecord({ dataDir: tmpdir(), databaseUrl: url });
  const close = async () => {
    await record.close();
    await administer(`drop database if exists ${name} with (force)`);
  };
  return { url, record, close };
}

/** Migrates once; every further database is a copy of that one. */
async function createTemplate(): Promise<string> {
  const name = `${RUN}_template`;
  const { record } = await openNew(name);
  await record.close();
  return name;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  server ??= startServer();
  template ??= createTemplate();
  return openNew(`${RUN}_${count++}`, await template);
}

/** A database without any table of ours. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  server ??= startServer();
  const { urlOf } = await server;
  const name = `${RUN}_${count++}`;
  await administer(`create database ${name}`);
  return { url: urlOf(name), drop: () => administer(`drop database if exists ${name} with (force)`) };
}

afterAll(async () => {
  if (template) await administer(`drop database if exists ${await template} with (force)`);
  if (server) await (await server).stop();
});
