import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// esbuild puts this module into dist/server/*.js; run from source it is server/parts.ts.
const bundled = import.meta.url.endsWith(".js");

const part = (source: string, built: string): URL => new URL(bundled ? `./${built}` : `./${source}`, import.meta.url);

/** Whoever runs the sources beside a build of them, as the tests do, spares each thread the two seconds that tsx takes. */
const builtThreads = process.env.BUILT_THREADS === "1";

/** Folder of drizzle's migrations. */
export const migrationsFolder = part("db/migrations/", "migrations/");

/** Folder of the built pages. */
export const webFolder = part("../dist/web/", "../web/");

/** Worker thread that builds snapshots: `new Worker(snapshotWorker)`. */
export const snapshotWorker = worker("snapshot/worker.ts", "snapshot-worker.js");

/** Worker thread that runs analyses on snapshots. */
export const analysisWorker = worker("snapshot/analysis-worker.ts", "analysis-worker.js");

/** Worker thread that judges delivered files. */
export const intakeWorker = worker("intake/judge-worker.ts", "intake-worker.js");

/** Worker thread that works opinions out. */
export const opinionWorker = worker("opinion/judge-worker.ts", "opinion-worker.js");

/** Worker thread that checks whole plans, parcel by parcel. */
export const batchWorker = worker("batch/batch-worker.ts", "batch-worker.js");

/** Worker thread that writes files for people to take away. */
export const exportWorker = worker("export/worker.ts", "export-worker.js");

/** In Node 20 a worker cannot be given a loader from outside: from source, it begins by loading tsx itself. */
function worker(source: string, built: string): URL {
  const entry = part(source, built);
  if (bundled) return entry;
  if (builtThreads) return new URL(`../dist/server/${built}`, import.meta.url);
  // require finds the CommonJS twin, which cannot register here; the ES module lies beside it.
  const tsx = new URL("index.mjs", pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api"))).href;
  const start = `import { register } from "${tsx}"; register(); await import("${entry.href}");`;
  return new URL(`data:text/javascript,${encodeURIComponent(start)}`);
}
