import { execFile, spawnSync } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { StartError } from "../../errors.ts";
import type { Binaries } from "./binaries.ts";

/** Every socket folder's name begins so; a folder of another name is never removed. */
export const SOCKET_PREFIX = "zrm-";

/** What a running (or crashed) PostgreSQL says about itself in its folder. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  /** Unset: it listens on TCP only. */
  readonly socketFolder: string | undefined;
}

/** @returns `null` when PostgreSQL was shut down in order. */
export async function findRunning(cluster: string): Promise<Running | null> {
  let text: string;
  try {
    text = await readFile(join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  // https://www.postgresql.org/docs/current/storage-file-layout.html: pid, folder, start time, port, socket folder, …
  const lines = text.split("\n");
  const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10));
  if (!(pid > 0)) return null;
  return { pid, port: Number(lines[3]) || 5432, socketFolder: lines[4]?.trim() || undefined };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Process ids are used again: the number alone does not make a process ours to stop. */
export async function isServing(pid: number, cluster: string): Promise<boolean> {
  if (!exists(pid)) return false;
  if (process.platform === "linux") {
    try {
      // Every process of PostgreSQL works inside its data folder.
      return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ESRCH") return false;
      if (code !== "EACCES") throw error;
      return false;
    }
  }
  if (process.platform === "win32") return true;
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes("postgres") && stdout.includes(cluster);
}

/** A process that has ended may keep its number for ever where nobody collects it, as in many containers. */
async function endWithin(pid: number, cluster: string, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await delay(20))
    if (!(await isServing(pid, cluster))) return true;
  return false;
}

/**
 * Stops a PostgreSQL whose application died. Only for the holder of the folder's lock.
 *
 * @returns the pid in the folder when it belongs to something else by now: PostgreSQL must be told to ignore it.
 */
export async function stopOrphan(cluster: string, binaries: Binaries): Promise<number | null> {
  const running = await findRunning(cluster);
  if (!running) return null;
  const { pid, socketFolder } = running;
  const alive = await isServing(pid, cluster);
  if (alive && process.platform === "win32") {
    await promisify(execFile)(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast"]).catch(() => undefined);
  } else if (alive) {
    process.kill(pid, "SIGINT");
    if (!(await endWithin(pid, cluster, 20_000))) process.kill(pid, "SIGQUIT");
    if (!(await endWithin(pid, cluster, 10_000)))
      throw new StartError(`an earlier PostgreSQL (process ${pid}) still runs on ${cluster} and does not stop: end it`);
  }
  if (socketFolder && basename(socketFolder).startsWith(SOCKET_PREFIX))
    await rm(socketFolder, { recursive: true, force: true });
  return alive ? null : pid;
}
