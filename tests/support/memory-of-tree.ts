import { readdirSync, readFileSync } from "node:fs";

/** Proportional memory of a process and all that it started, so that what PostgreSQL's processes share counts once. Linux only. */
export function memoryOfTreeMb(root: number): number {
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
