import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { runProgram } from "./processes.ts";

/** A PostgreSQL with PostGIS that lives as long as a test or benchmark run. */
export interface PostgisCluster {
  /** Connection string of a database that has the extension. */
  url: string;
  /** For a report: "PostgreSQL 15.18, PostGIS 3.3.2". */
  version: string;
  stop(): Promise<void>;
}

const DEBIAN_VERSIONS = "/usr/lib/postgresql";

/**
 * Starts a throw-away cluster of the system's PostgreSQL, after installing it with PostGIS where that is possible (Debian or Ubuntu, as root).
 *
 * @param settings - server settings beyond those of a throw-away cluster.
 * @returns the cluster, or why there is none, as one line.
 */
export async function startPostgis(
  settings: Record<string, string> = {},
): Promise<PostgisCluster | { missing: string }> {
  const binaries = findBinaries() ?? ((await installPostgis()) ? findBinaries() : null);
  if (!binaries) {
    return { missing: "PostgreSQL with PostGIS is not installed (on Debian: apt-get install postgresql-postgis)" };
  }
  const owner = process.getuid?.() === 0 ? await findUser("postgres") : null;
  if (process.getuid?.() === 0 && !owner) return { missing: "the system has no user postgres to run PostgreSQL under" };
  const folder = mkdtempSync(join(tmpdir(), "postgis-"));
  try {
    return await startCluster(binaries, owner, folder, settings);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `PostgreSQL with PostGIS did not start: ${error instanceof Error ? error.message : error}` };
  }
}

interface User {
  uid: number;
  gid: number;
}

/** Folder of the newest installed PostgreSQL that has PostGIS. */
function findBinaries(): string | null {
  if (!existsSync(DEBIAN_VERSIONS)) return null;
  const version = readdirSync(DEBIAN_VERSIONS)
    .filter((name) => existsSync(join(DEBIAN_VERSIONS, name, "bin/initdb")))
    .filter((name) => existsSync(`/usr/share/postgresql/${name}/extension/postgis.control`))
    .sort((a, b) => Number(b) - Number(a))[0];
  return version ? join(DEBIAN_VERSIONS, version, "bin") : null;
}

async function installPostgis(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing PostgreSQL with PostGIS (apt-get) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (limitMs: number, ...args: string[]) =>
    runProgram("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=60", "-o", "Acquire::Retries=1", ...args], {
      limitMs,
      env,
    });
  let name = await findPostgisPackage();
  if (!name) {
    await apt(120_000, "update");
    name = await findPostgisPackage();
  }
  if (!name) return false;
  const install = ["install", "-y", "--no-install-recommends", name];
  // Only the download may hang on a network; once it is there, the installation itself must not be cut off.
  let download = await apt(240_000, "--download-only", ...install);
  if (download.code !== 0) {
    await apt(120_000, "update"); // an old list names versions that are gone
    download = await apt(240_000, "--download-only", ...install);
  }
  return download.code === 0 && (await apt(600_000, ...install)).code === 0;
}

/** "postgresql-15-postgis-3" on Debian 12; the number is the distribution's. */
async function findPostgisPackage(): Promise<string | undefined> {
  const { output } = await runProgram("apt-cache", ["search", "--names-only", "^postgresql-[0-9]+-postgis-[0-9]+$"], {
    limitMs: 60_000,
  });
  const names = output.match(/^postgresql-\d+-postgis-\d+(?= )/gm) ?? [];
  return names.sort((a, b) => Number(b.split("-")[1]) - Number(a.split("-")[1]))[0];
}

async function findUser(name: string): Promise<User | null> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => runProgram("id", [flag, name], { limitMs: 10_000 })));
  return uid?.code === 0 && gid?.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}

async function startCluster(
  binaries: string,
  owner: User | null,
  folder: string,
  settings: Record<string, string>,
): Promise<PostgisCluster> {
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const asOwner = { ...(owner ?? {}), cwd: folder };
  const data = join(folder, "data");
  const initdb = await runProgram(
    join(binaries, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale=C", "-N"],
    { ...asOwner, limitMs: 120_000 },
  );
  if (initdb.code !== 0) throw new Error(initdb.output.trim().split("\n").at(-1));
  const port = await findFreePort();
  const throwAway = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "off",
    timezone: "UTC",
  };
  const options = Object.entries({ ...throwAway, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries, "postgres"), ["-D", data, ...options], { ...asOwner, stdio: "ignore" });
  const stop = async () => {
    await ended(server, "SIGINT", 30_000);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  try {
    return { url, version: await waitForPostgis(url, server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function waitForPostgis(url: string, server: ChildProcess): Promise<string> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("CREATE EXTENSION IF NOT EXISTS postgis");
      const { rows } = await client.query<{ version: string }>(
        "SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', PostGIS ' || postgis_lib_version() AS version",
      );
      return rows[0]!.version;
    } catch (error) {
      if (server.exitCode !== null || performance.now() > deadline) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Resolves when the child has ended; kills it when the signal did not end it in time. */
function ended(child: ChildProcess, signal: NodeJS.Signals, limitMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill("SIGKILL"), limitMs);
    child.once("exit", () => {
      clearTimeout(limit);
      resolve();
    });
    child.kill(signal);
  });
}
