import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "../support/bench-row.ts";
import { memoryOfTreeMb } from "../support/memory-of-tree.ts";
import { startServer } from "../support/server-process.ts";

/** The commands' promises: how fast a start that finds everything in place serves, and what the server then takes. */
export async function rows(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "start-bench-"));
  const env = { DEMO: "1", LOG_LEVEL: "warn" };
  try {
    const first = await startServer({ dataDir, env });
    await first.stop();
    const second = await startServer({ dataDir, env });
    const memoryMb = process.platform === "linux" ? memoryOfTreeMb(second.pid) : null;
    await second.stop();
    return [
      {
        what: "first start with an empty data folder, to serving the demonstration zone",
        ours: first.readyMs / 1000,
        unit: "s",
      },
      { what: "second start, to serving", ours: second.readyMs / 1000, unit: "s", target: { below: 5 } },
      ...(memoryMb === null
        ? []
        : [
            {
              what: "memory of server and database with the demonstration zone",
              ours: memoryMb,
              unit: "MB",
              target: { below: 700 },
            },
          ]),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
