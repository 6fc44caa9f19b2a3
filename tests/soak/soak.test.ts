import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../../server/commands/install.mjs";
import { runNode } from "../support/processes.ts";
import type { SoakReport } from "./report.ts";

const folder = mkdtempSync(join(tmpdir(), "soak-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const soak = (...args: string[]) => runNode("tests/soak.mjs", args, { cwd: root, limitMs: 280_000 });

test("a screen goes through switches, changes, lost contexts, a cut line and a killed server and shows the last of them", async () => {
  const path = join(folder, "report.json");
  const counts = { switches: 12, updates: 2, losses: 2, drops: 1, restarts: 1 };
  const told = Object.entries(counts).flatMap(([action, count]) => [`--${action}`, `${count}`]);
  const { code, output } = await soak(...told, "--size", "960x540", "--report", path);
  const report = JSON.parse(readFileSync(path, "utf8")) as SoakReport;
  expect(report.done).toEqual(counts);
  expect(report).toMatchObject({ errors: [], lost: [], pictures: { compared: 1 } });
  expect(report.times).toMatchObject({ context: { count: 2 }, network: { count: 1 }, server: { count: 1 } });
  expect(report.heap.last!.heapMb).toBeGreaterThan(1);
  expect(report.frames.reports).toBeGreaterThan(0);
  expect(report.states).toHaveLength(1);
  // How fast a surface comes back is the machine's as well; it is judged where weeks are.
  expect(report.broken.filter((line) => !line.startsWith("a lost context took"))).toEqual([]);
  expect(code).toBe(report.broken.length > 0 ? 1 : 0);
  expect(output).toContain("12 switches, 2 updates, 2 losses, 1 drops, 1 restarts");
}, 300_000);

test("nonsense is refused with one line, before anything is started", async () => {
  const { code, output } = await soak("--minutes", "never");
  expect(code).toBe(2);
  expect(output.trim()).toBe('--minutes takes a whole number from 1 to 43200, not "never"');
});
