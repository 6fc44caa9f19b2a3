import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// esbuild puts this module into dist/server/*.js; run from source it is server/parts.ts.
const bundled = import.meta.url.endsWith(".js");

const part = (source: string, built: string): URL => new URL(bundled ? `./${built}` : `./${source}`, import.meta.url);

/** Worker thread that builds snapshots: `new Worker(snapshotWorker, { execArgv: partExecArgv })`. */
export const snapshotWorker = part("snapshot/worker.ts", "snapshot-worker.js");

/** Folder of drizzle's migrations. */
export const migrationsFolder = part("db/migrations/", "migrations/");

/** Folder of the built pages. */
export const webFolder = part("../dist/web/", "../web/");

/** Node options for a worker or child process started by address: from source it must read TypeScript. */
export const partExecArgv: string[] = bundled
  ? []
  : ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
