import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { ensureBuilt } from "../../server/commands/build.mjs";
import { ensureInstalled } from "../../server/commands/install.mjs";
import { type ServerProcess, startServer } from "./server-process.ts";

/**
 * Playwright's global setup: for each worker one server with the demonstration zone, so that what one journey writes is not what
 * another one counts. JOURNEY_URLS carries their addresses to them.
 */
export default async function startJourneyServers({ workers }: FullConfig): Promise<() => Promise<void>> {
  await ensureInstalled();
  await ensureBuilt();
  const servers = await Promise.all(Array.from({ length: workers }, startJourneyServer));
  process.env.JOURNEY_URLS = JSON.stringify(servers.map(({ url }) => url));
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}

function startJourneyServer(): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), "journeys-"));
  // However the run ends; the server, if it still runs, is told to end at the same moment.
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  return startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn" } });
}
