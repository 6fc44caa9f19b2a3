import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "../support/bench-row.ts";
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

/** Proportional memory, so that what PostgreSQL's processes share counts once. */
function memoryOfTreeMb(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const parent = readProcess(name, "stat")?.match(/^\d+ \(.*\) \S (\d+)/s)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number | undefined): boolean => pid === root || (pid !== undefined && isOurs(parents.get(pid)));
  const kB = [...parents.keys()]
    .filter(isOurs)
    .map((pid) => Number(readProcess(String(pid), "smaps_rollup")?.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0));
  return kB.reduce((sum, each) => sum + each, 0) / 1024;
}

function readProcess(pid: string, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null; // it has ended
  }
}
