import { execFileSync } from "node:child_process";
import type { ServerProcess } from "./server-process.ts";

/** Ends a server with its database at once, as a power cut does: none of them closes anything. */
export async function powerCut(server: ServerProcess): Promise<void> {
  for (const pid of treeOf(server.pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // It ended because another one did.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
  await server.kill();
}

/** A process and all that it started, itself first. */
function treeOf(root: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number) as [pid: number, parent: number]);
  const below = (parent: number): number[] =>
    processes.flatMap(([pid, ppid]) => (ppid === parent ? [pid, ...below(pid)] : []));
  return [root, ...below(root)];
}
