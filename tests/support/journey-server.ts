import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../server/commands/build.mjs";
import { ensureInstalled } from "../../server/commands/install.mjs";
import { startServer } from "./server-process.ts";

/** Playwright's global setup: one server with the demonstration zone for all journeys. JOURNEY_URL carries its address to them. */
export default async function startJourneyServer(): Promise<() => Promise<void>> {
  await ensureInstalled();
  await ensureBuilt();
  const dataDir = mkdtempSync(join(tmpdir(), "journeys-"));
  // However the run ends; the server, if it still runs, is told to end at the same moment.
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn" } });
  process.env.JOURNEY_URL = server.url;
  return async () => {
    await server.stop();
  };
}
