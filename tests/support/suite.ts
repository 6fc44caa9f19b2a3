import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../server/commands/install.mjs";
import { runChecks } from "./checks.ts";
import { startPostgis } from "./postgis.ts";
import { runNode, stopPrograms } from "./processes.ts";
import { add, closingLine, type Tally, tallyOfPlaywright, tallyOfVitest } from "./tally.ts";

const STAGE_LIMIT_MS = 40 * 60_000;

/** Everything `npm test` runs, one stage after another; prints the closing line and returns the exit code. */
export async function runSuite(): Promise<number> {
  const started = performance.now();
  if (!process.stdout.isTTY && !process.env.FORCE_COLOR) process.env.NO_COLOR = "1";
  const reports = mkdtempSync(join(tmpdir(), "reports-"));
  let interrupted = false;
  const interrupt = (signal: NodeJS.Signals) => {
    interrupted = true;
    // A terminal's Ctrl-C has reached the runners already; a second one would stop their cleaning up.
    if (signal === "SIGTERM") stopPrograms();
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);

  let total: Tally = { passed: 0, failed: 0, skipped: 0 };
  const stage = async (name: string, run: () => Promise<Tally>) => {
    if (interrupted) return;
    console.log(`\n── ${name}`);
    const begun = performance.now();
    const tally = await run().catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    console.log(`── ${name}: ${closingLine(tally)} in ${seconds(begun)} s`);
    total = add(total, tally);
  };

  const postgis = await startPostgis();
  try {
    if ("missing" in postgis) {
      console.log(`Skipped, and counted so: what PostGIS referees, and the database tests on it; ${postgis.missing}.`);
    } else {
      console.log(`${postgis.version} stands by as the referee.`);
    }
    await stage("check", runChecks);
    await stage("unit, property, route and database tests", () => runVitest(join(reports, "vitest.json"), []));
    await stage("database tests on PostgreSQL with PostGIS", () =>
      "url" in postgis
        ? runVitest(join(reports, "postgis.json"), postgisTests(), postgis.url)
        : countVitest(join(reports, "postgis-list.json"), postgisTests()),
    );
    await stage("journeys in a browser", () => runJourneys(join(reports, "journeys.json")));
  } finally {
    if ("stop" in postgis) await postgis.stop();
    rmSync(reports, { recursive: true, force: true });
  }
  if (interrupted) total = add(total, { passed: 0, failed: 1, skipped: 0 });
  console.log(`\n${interrupted ? "Interrupted" : "Done"} after ${seconds(started)} s.`);
  console.log(closingLine(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/** @param postgisUrl - the tests use this server; without it, each starts or shares the product's private PostgreSQL. */
async function runVitest(report: string, files: string[], postgisUrl = ""): Promise<Tally> {
  const { code } = await runNode(
    "node_modules/vitest/vitest.mjs",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...files],
    { cwd: root, env: { ...process.env, TEST_EXTERNAL_DATABASE_URL: postgisUrl }, limitMs: STAGE_LIMIT_MS, show: true },
  );
  return tallyOfVitest(readReport(report), code);
}

/** Counts tests as skipped by collecting them, without running one. */
async function countVitest(report: string, files: string[]): Promise<Tally> {
  const { code, output } = await runNode("node_modules/vitest/vitest.mjs", ["list", `--json=${report}`, ...files], {
    cwd: root,
    env: { ...process.env, TEST_EXTERNAL_DATABASE_URL: "postgresql://127.0.0.1:9/none", COUNT_ONLY: "1" },
    limitMs: 300_000,
  });
  if (code !== 0) throw new Error(`the skipped tests could not be counted:\n${output}`);
  return { passed: 0, failed: 0, skipped: readReport<unknown[]>(report).length };
}

/** Tests that need PostGIS, and tests of the database, which must hold on a server that is not ours as well. */
function postgisTests(): string[] {
  const files = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .map((name) => `tests/${name.replaceAll("\\", "/")}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => file.endsWith(".postgis.test.ts") || usesDatabase(file));
  if (files.length === 0) throw new Error("no test uses the database: Vitest would run them all");
  return files;
}

const usesDatabase = (file: string): boolean =>
  /from ".*\/support\/database\.ts"/.test(readFileSync(join(root, file), "utf8"));

async function runJourneys(report: string): Promise<Tally> {
  const { code } = await runNode("node_modules/@playwright/test/cli.js", ["test", "-c", "tests/playwright.config.ts"], {
    cwd: root,
    env: { ...process.env, JOURNEY_REPORT: report },
    limitMs: STAGE_LIMIT_MS,
    show: true,
  });
  return tallyOfPlaywright(readReport(report), code);
}

/** @throws Error when the runner crashed before it wrote one. */
function readReport<Report>(path: string): Report {
  if (!existsSync(path)) throw new Error("the test runner ended without a report");
  return JSON.parse(readFileSync(path, "utf8")) as Report;
}
