import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";

// Not node:timers/promises: a Node too old must get as far as being told so.
const pause = promisify(setTimeout);

/** A holder shows every second that it lives; one that has been silent this long is gone, whatever now has its process id. */
const SILENT_MS = 60_000;

/**
 * Runs `work` while no other process holds the same lock file. A lock left behind by a killed process is taken over.
 *
 * @template T
 * @param {string} lockFile
 * @param {() => void} onWait called once, when somebody else is at work
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(lockFile, onWait, work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  let told = false;
  while (!tryLock(lockFile)) {
    if (!told) onWait();
    told = true;
    await pause(200);
  }
  const alive = setInterval(() => utimesSync(lockFile, new Date(), new Date()), 1000);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function tryLock(lockFile) {
  if (create(lockFile)) return true;
  const holder = readHolder(lockFile);
  if (holder === null || isAtWork(holder)) return false;
  const taken = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, taken);
  } catch {
    return false; // another process was quicker
  }
  // Between judging and renaming another process may have taken it over: then it is theirs.
  if (readHolder(taken)?.pid !== holder.pid) linkSync(taken, lockFile);
  rmSync(taken, { force: true });
  return create(lockFile);
}

/** @param {string} lockFile */
function create(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} lockFile */
function readHolder(lockFile) {
  try {
    return { pid: Number(readFileSync(lockFile, "utf8")), seenMs: statSync(lockFile).mtimeMs };
  } catch {
    return null; // released meanwhile
  }
}

/** @param {{ pid: number, seenMs: number }} holder */
function isAtWork({ pid, seenMs }) {
  const silentMs = Date.now() - seenMs;
  // A file just created is empty for a moment: no process id yet, but somebody's.
  if (pid === 0) return silentMs < 2000;
  if (silentMs > SILENT_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
