import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { alone } from "../../../server/commands/alone.mjs";

let folder: string;
let lockFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alone-"));
  lockFile = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const quiet = () => undefined;

/** Runs in its own process: appends "in", does something slow, appends "out". */
const WORKER = `
  import { appendFileSync } from "node:fs";
  import { setTimeout as pause } from "node:timers/promises";
  import { alone } from ${JSON.stringify(new URL("../../../server/commands/alone.mjs", import.meta.url).href)};
  const [lockFile, log] = process.argv.slice(1);
  await alone(lockFile, () => {}, async () => {
    appendFileSync(log, "in ");
    await pause(50);
    appendFileSync(log, "out ");
  });
`;

test("processes take turns", async () => {
  const log = join(folder, "log");
  const start = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", WORKER, lockFile, log]);
  await Promise.all([start(), start(), start(), start()]);
  expect(readFileSync(log, "utf8")).toBe("in out ".repeat(4));
});

test("the lock of a process that is gone is taken over", async () => {
  const { pid } = await new Promise<{ pid: number }>((resolve) => {
    const child = execFile(process.execPath, ["-e", ""], () => resolve({ pid: child.pid! }));
  });
  writeFileSync(lockFile, String(pid));
  expect(await alone(lockFile, quiet, async () => "done")).toBe("done");
});

test("the lock is free again after the work failed", async () => {
  const failing = alone(lockFile, quiet, async () => {
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(existsSync(lockFile)).toBe(false);
});
