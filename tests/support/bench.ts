import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../server/commands/build.mjs";
import { root } from "../../server/commands/install.mjs";
import { type BenchRow, isMet, ratioOf } from "./bench-row.ts";
import { startPostgis } from "./postgis.ts";

/** The peer gets what a careful administrator would give it on such a machine. */
const PEER_SETTINGS = {
  shared_buffers: "1GB",
  work_mem: "256MB",
  maintenance_work_mem: "256MB",
  effective_cache_size: "4GB",
  random_page_cost: "1.1",
};

/**
 * Runs tests/bench/*.bench.ts one after another and prints one table.
 *
 * @param only - parts of file names; empty for all.
 * @returns exit code: 1 when a benchmark crashed or found a wrong result, never for being slow.
 */
export async function runBench(only: string[]): Promise<number> {
  await ensureBuilt();
  const files = readdirSync(join(root, "tests/bench"))
    .filter((name) => name.endsWith(".bench.ts") && (only.length === 0 || only.some((part) => name.includes(part))))
    .sort();
  if (files.length === 0) {
    console.error(`No benchmark matches ${only.join(", ")}.`);
    return 1;
  }
  const postgis = await startPostgis(PEER_SETTINGS);
  console.log(`${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.versions.node}`);
  console.log("missing" in postgis ? `No PostGIS peer: ${postgis.missing}.` : `Peer: ${postgis.version}.`);
  const rows: BenchRow[] = [];
  let crashed = 0;
  let stopped = false;
  const interrupt = () => {
    stopped = true;
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    for (const file of files) {
      if (stopped) break;
      console.log(`… ${file}`);
      try {
        rows.push(...(await runModule(join(root, "tests/bench", file), "url" in postgis ? postgis.url : "")));
      } catch (error) {
        crashed++;
        console.error(`${file}: ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    if ("stop" in postgis) await postgis.stop();
  }
  console.log(`\n${table(rows)}`);
  const targets = rows.map(isMet).filter((met) => met !== undefined);
  console.log(
    `\n${targets.filter(Boolean).length} of ${targets.length} targets met${crashed ? `; ${crashed} crashed` : ""}`,
  );
  return crashed > 0 || stopped ? 1 : 0;
}

function runModule(path: string, postgisUrl: string): Promise<BenchRow[]> {
  return new Promise((resolve, reject) => {
    const child = fork(join(root, "tests/support/bench-module.ts"), [path], {
      cwd: root,
      execArgv: ["--import", "tsx", "--expose-gc"],
      env: { ...process.env, TEST_EXTERNAL_DATABASE_URL: postgisUrl },
    });
    let rows: BenchRow[] | null = null;
    child.on("message", (message) => {
      rows = message as BenchRow[];
    });
    child.on("exit", (code) => {
      if (code === 0 && rows) resolve(rows);
      else reject(new Error(`ended with exit code ${code} and no rows`));
    });
  });
}

/** A Markdown table, so that it can be pasted where it is needed. */
export function table(rows: BenchRow[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${figure(row.ours)} ${row.unit}`,
    row.peer ? `${figure(row.peer.value)} ${row.unit} (${row.peer.name})` : "",
    row.peer ? figure(ratioOf(row)!) : "",
    targetText(row),
    { true: "yes", false: "NO", undefined: "" }[`${isMet(row)}`],
  ]);
  const lines = [["what", "ours", "peer", "ours / peer", "target", "met"], ...cells];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`);
  text.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return text.join("\n");
}

function targetText({ target, unit }: BenchRow): string {
  if (!target) return "";
  if (target === "peer") return "≤ peer";
  return "below" in target ? `< ${figure(target.below)} ${unit}` : `≤ ${figure(target.atMost)} ${unit}`;
}

/** Three significant digits, thousands grouped. */
const figure = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString("en") : Number(value.toPrecision(3)).toString();
