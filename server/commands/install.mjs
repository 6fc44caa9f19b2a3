// Runs before any dependency exists: Node's own modules only.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone } from "./alone.mjs";

/** The checkout's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Held while dependencies are installed or the product is built. */
export const preparingLock = join(root, "dist", ".preparing");

/** Progress goes to stderr: what a command prints on stdout is its answer. @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

const MINIMUM = { major: 20, minor: 19 };

/** Ends the process with one line when this Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor)) return;
  say(`Node ${MINIMUM.major}.${MINIMUM.minor} or later is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Installs what package-lock.json names, unless exactly that is installed. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  await alone(
    preparingLock,
    () => say("Another command is installing or building here; waiting for it …"),
    async () => {
      if (isInstalled()) return;
      say("Installing dependencies (npm ci) …");
      // npm writes this record last. Without it, an install that is cut off cannot pass for a complete one.
      rmSync(installedRecord, { force: true });
      await npm("ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error");
    },
  );
}

/** Asks this process to end when npm, which started it, is gone: npm passes SIGTERM to its shell only, not to what runs there. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}

/**
 * Installs what is missing, then imports a TypeScript module, which Node 20 cannot do by itself.
 *
 * @param {string} path from the checkout's folder
 */
export async function importTypeScript(path) {
  await ensureInstalled();
  const { register } = await import("tsx/esm/api");
  register();
  return import(new URL(`../../${path}`, import.meta.url).href);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 128 when a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 128));
  });
}

const installedRecord = join(root, "node_modules", ".package-lock.json");

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean } | undefined> }} Lock */

function isInstalled() {
  const wanted = readLock(join(root, "package-lock.json"));
  const installed = readLock(installedRecord);
  if (!wanted) throw new Error("package-lock.json is missing or damaged");
  return installed !== null && isSameInstall(wanted, installed);
}

/**
 * Whether npm's record of what it installed fulfils the lock file. Optional packages, those of other platforms, may be missing.
 *
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isSameInstall(wanted, installed) {
  return Object.entries(wanted.packages).every(([place, wish]) => {
    if (place === "" || !wish) return true; // "" is this project itself
    const found = installed.packages[place];
    return found ? found.version === wish.version && found.integrity === wish.integrity : wish.optional === true;
  });
}

/**
 * @param {string} path
 * @returns {Lock | null}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** @param {string[]} args */
async function npm(...args) {
  // Under `npm run` this is the very npm that is running; otherwise the one on the path.
  const own = process.env.npm_execpath;
  const code =
    own && basename(own) === "npm-cli.js"
      ? await run(process.execPath, [own, ...args])
      : await run("npm", args, { shell: process.platform === "win32" });
  if (code !== 0) {
    say(`npm ${args[0]} failed (exit code ${code}); nothing was started. Run the same command again to retry.`);
    process.exit(1);
  }
}
