import { chown, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../../errors.ts";
import type { Binaries } from "./binaries.ts";
import { type ClusterPaths, readPassword, USER } from "./cluster.ts";
import { commandFor, type Identity } from "./identity.ts";
import { SOCKET_PREFIX } from "./running.ts";
import { type Supervised, supervise } from "./supervisor.ts";

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

const DATABASE = "zone_risk_map";
/** With both files the log never takes more than twice this. */
const LOG_BYTES = 4 * 1024 * 1024;
/** sun_path holds 104 bytes on macOS, 108 on Linux, and the socket's own name takes 15. */
const SOCKET_FOLDER_BYTES = 80;
/** Long enough to replay the log of a crash at the largest size that max_wal_size allows. */
const START_MS = 120_000;

/** One user, a handful of connections, a small machine; nothing about persons in the log. */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: "40",
  shared_buffers: "64MB",
  effective_cache_size: "512MB",
  work_mem: "16MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where socket folders are made: the system's folder for temporary files unless its name is too long for a socket. */
export function socketParent(): string {
  return Buffer.byteLength(tmpdir()) > SOCKET_FOLDER_BYTES - SOCKET_PREFIX.length - 7 ? "/tmp" : tmpdir();
}

/** Only we and PostgreSQL's user can enter it. */
async function createSocketFolder(identity: Identity): Promise<string | undefined> {
  if (process.platform === "win32") return undefined;
  const folder = await mkdtemp(join(socketParent(), SOCKET_PREFIX));
  if (identity.owner) await chown(folder, identity.owner.uid, identity.owner.gid);
  return folder;
}

/** A closed door is no error while PostgreSQL is opening it. */
const isStarting = (error: unknown) =>
  ["ENOENT", "ECONNREFUSED", "57P03", "ECONNRESET"].includes((error as NodeJS.ErrnoException).code ?? "");

async function untilReady(connection: Connection, server: Supervised): Promise<void> {
  let ended: string | undefined;
  void server.ended.then((text) => {
    ended = text;
  });
  for (const end = Date.now() + START_MS; Date.now() < end; await delay(15)) {
    if (ended !== undefined) throw new StartError(`PostgreSQL did not start: ${ended}`);
    const client = new pg.Client({ ...connection, database: "postgres", connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
      const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
      if (!rowCount) await client.query(`create database ${DATABASE}`);
      return;
    } catch (error) {
      if (!isStarting(error)) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  await server.stop();
  throw new StartError(`PostgreSQL was not ready after ${START_MS / 1000} s; its log says why`);
}

export interface Launched {
  readonly server: Supervised;
  readonly connection: Connection;
}

async function launchOnce(
  paths: ClusterPaths,
  binaries: Binaries,
  identity: Identity,
  ignoredPid: number | null,
): Promise<Launched> {
  const socketFolder = await createSocketFolder(identity);
  const port = socketFolder ? 5432 : await freePort();
  const settings = {
    ...SETTINGS,
    port: String(port),
    listen_addresses: socketFolder ? "" : "127.0.0.1",
    unix_socket_directories: socketFolder ?? "",
  };
  const args = [
    "-D",
    paths.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const [command, rest] = commandFor(identity, binaries.postgres, args);
  const server = await supervise({
    command,
    args: rest,
    // PostgreSQL takes the pid in its old lock file for a rival unless it is told that it is a relative.
    env: { ...binaries.environment, TZ: "UTC", ...(ignoredPid && { PG_GRANDPARENT_PID: String(ignoredPid) }) },
    uid: identity.uid,
    gid: identity.gid,
    log: paths.log,
    logBytes: LOG_BYTES,
    temporaryFolder: socketFolder,
  });
  const connection = { ...(await connectionTo(paths)), host: socketFolder ?? "127.0.0.1", port };
  await untilReady(connection, server);
  return { server, connection };
}

/** Who connects; the address depends on the running server. */
export async function connectionTo(paths: ClusterPaths): Promise<Omit<Connection, "host" | "port">> {
  return { user: USER, password: await readPassword(paths), database: DATABASE };
}

/**
 * Starts PostgreSQL and waits until it answers.
 *
 * @param ignoredPid - a pid in the database's old lock file that is known to belong to something else.
 */
export async function launch(
  paths: ClusterPaths,
  binaries: Binaries,
  identity: Identity,
  ignoredPid: number | null,
): Promise<Launched> {
  for (const end = Date.now() + 20_000; ; await delay(200)) {
    try {
      return await launchOnce(paths, binaries, identity, ignoredPid);
    } catch (error) {
      // Processes of a postmaster that was killed may outlive it for a moment.
      if (!/pre-existing shared memory/.test(String(error)) || Date.now() > end) throw error;
    }
  }
}
