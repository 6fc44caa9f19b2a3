import { root } from "../../server/commands/install.mjs";
import { runNode } from "./processes.ts";
import { deadPaths } from "./readme-paths.ts";
import type { Tally } from "./tally.ts";

interface Check {
  name: string;
  /** What is wrong, ready to read; empty when all is well. */
  findTrouble(): Promise<string>;
}

const tool = (name: string, script: string, args: string[]): Check => ({
  name,
  async findTrouble() {
    const { code, output } = await runNode(script, args, { cwd: root, limitMs: 600_000 });
    return code === 0 ? "" : output.trim() || `${name} ended with exit code ${code}`;
  },
});

const types = (folder: string): Check => tool(`types: ${folder}`, "node_modules/typescript/bin/tsc", ["-p", folder]);

const CHECKS: Check[] = [
  tool("format and lint", "node_modules/@biomejs/biome/bin/biome", [
    "check",
    "--error-on-warnings",
    "--max-diagnostics=20",
    "--no-errors-on-unmatched",
  ]),
  types("data"),
  types("server"),
  types("web"),
  types("tests"),
  {
    name: "README paths",
    findTrouble: async () => (await deadPaths(root)).map((dead) => `${dead.file}: no ${dead.path}`).join("\n"),
  },
];

/** Runs every check, two at a time, and prints a line for each with what is wrong below it. */
export async function runChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now();
      const trouble = await check.findTrouble();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${trouble ? "✗" : "✓"} ${check.name} (${seconds} s)${trouble ? `\n${trouble}\n` : ""}`);
      if (trouble) tally.failed++;
      else tally.passed++;
    }
  };
  await Promise.all([worker(), worker()]);
  return tally;
}
