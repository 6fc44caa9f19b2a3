import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../../server/commands/build.mjs";
import { startPrivate } from "../../server/db/engine/private.ts";
import { openRecord } from "../../server/db/record.ts";

export interface TestServer {
  readonly url: string;
  readonly template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** For each worker its PostgreSQL, and in it a migrated, empty database to copy. */
    testServers: readonly TestServer[];
  }
}

/**
 * Once for all tests of the server: for each worker a PostgreSQL, which is another one of yours if TEST_EXTERNAL_DATABASE_URL
 * names it, with the schema migrated once, and the worker threads built. Tests that are only counted need none of it.
 */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.COUNT_ONLY) return async () => undefined;
  const build = () => ensureBuilt(["server"]);
  await build();
  project.onTestsRerun(build);
  process.env.BUILT_THREADS = "1";
  const workers = project.vitest.config.maxWorkers;
  const servers = await Promise.all(Array.from({ length: workers }, (_, worker) => startWithTemplate(worker)));
  project.provide(
    "testServers",
    servers.map(({ url, template }) => ({ url, template })),
  );
  return async () => {
    await Promise.all(servers.map(({ end }) => end()));
  };
}

async function startWithTemplate(worker: number): Promise<TestServer & { end(): Promise<void> }> {
  const { url, stop } = await startPostgres(process.env.TEST_EXTERNAL_DATABASE_URL);
  const template = `test_${process.pid}_${Date.now().toString(36)}_template_${worker}`;
  await administer(url, `create database ${template}`);
  const record = await openRecord({ dataDir: tmpdir(), databaseUrl: urlOf(url, template) });
  await record.close();
  const end = async () => {
    await administer(url, `drop database if exists ${template} with (force)`);
    await stop();
  };
  return { url, template, end };
}

async function startPostgres(external: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (external) return { url: external, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), "record-test-"));
  const engine = await startPrivate(folder);
  const { user, password, host } = engine.connection;
  return {
    url: `postgresql://${user}:${password}@${encodeURIComponent(host)}/postgres`,
    async stop() {
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The address of another database on the server of `url`. */
export function urlOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
