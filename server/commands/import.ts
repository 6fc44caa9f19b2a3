import { writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { findLayer, LAYER_IDS } from "#data/layers/index.ts";
import { openRecord } from "../db/record.ts";
import { readEnv } from "../env.ts";
import { StartError } from "../errors.ts";
import { findDatum, UnknownDatum } from "../intake/datum.ts";
import { UnreadableFile } from "../intake/delivered.ts";
import type { Remark } from "../intake/draft-rows.ts";
import { type LoadOptions, type LoadReport, loadFile, prepareFile } from "../intake/load-file.ts";
import { MappingProblem } from "../intake/mapping.ts";

const USAGE = `npm run import -- FILE --layer ID [options]
  FILE              GeoJSON or CSV with a header line; gzipped or not
  --layer ID        ${LAYER_IDS.join(", ")}
  --datum NAME      wgs84 (default), cgcs2000, gcj02, bd09, EPSG:n
  --encoding NAME   utf-8 (default), gb18030, …
  --map FIELD=COLUMN  may be repeated; lon, lat, code and name are fields too
  --dry-run         say what would come in and what not; write nothing
  --report OUT.json everything about every row that is refused, emptied or mended`;

/** What the person typed cannot be followed. */
class UsageProblem extends Error {}

/** How many remarks of a kind the screen shows; the report has all. */
const SHOWN = 10;

/**
 * `npm run import`. Beside a running server it works in that server's database, and the pages follow at once.
 *
 * @returns 0: every row is in; 2: some were refused; 1: nothing was done.
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { options, dryRun, reportPath } = readArguments(args);
    const report = dryRun ? (await prepareFile(options)).report : await load(options);
    if (reportPath) await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
    console.log(describe(report, dryRun));
    if (report.refused.length === 0 && report.accepted > 0) return 0;
    return report.accepted > 0 ? 2 : 1;
  } catch (error) {
    if (error instanceof UsageProblem) console.error(`${error.message}\n\n${USAGE}`);
    else if (isForThePerson(error)) console.error(error.message);
    else throw error;
    return 1;
  }
}

const isForThePerson = (error: unknown): error is Error =>
  error instanceof UnknownDatum ||
  error instanceof UnreadableFile ||
  error instanceof MappingProblem ||
  error instanceof StartError;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new UsageProblem(path ? "one file at a time" : "which file?");
  if (!values.layer) throw new UsageProblem("which layer? --layer is missing");
  const layer = findLayer(values.layer);
  if (!layer) throw new UsageProblem(`there is no layer ${values.layer}`);
  const wanted = new Map<string, string>();
  for (const each of values.map ?? []) {
    const at = each.indexOf("=");
    if (at < 1 || at === each.length - 1) throw new UsageProblem(`--map ${each}: FIELD=COLUMN is needed`);
    wanted.set(each.slice(0, at), each.slice(at + 1));
  }
  const options = { path, layer, datum: findDatum(values.datum ?? "wgs84"), encoding: values.encoding, wanted };
  return { options, dryRun: values["dry-run"] ?? false, reportPath: values.report };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        layer: { type: "string" },
        datum: { type: "string" },
        encoding: { type: "string" },
        map: { type: "string", multiple: true },
        "dry-run": { type: "boolean" },
        report: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageProblem((error as Error).message);
  }
}

async function load(options: Omit<LoadOptions, "changedBy" | "zoneConfigured">): Promise<LoadReport> {
  const env = readEnv();
  const record = await openRecord(env, { join: true });
  try {
    const changedBy = `import by ${userInfo().username}`;
    return await loadFile(record.longDb, { ...options, changedBy, zoneConfigured: env.zoneCenter !== undefined });
  } finally {
    await record.close();
  }
}

function describe(report: LoadReport, dryRun: boolean): string {
  const { added, changed, unchanged, refused, emptied, mended } = report;
  const mapping = Object.entries(report.mapping).map(([field, columns]) => `${field} ← ${columns.join(" or ")}`);
  const outcome = dryRun
    ? `Dry run: ${report.accepted} of ${report.rows} rows would come in; nothing was written.`
    : added === null
      ? `None of ${report.rows} rows can come in; nothing was written.`
      : added + changed! === 0
        ? `Nothing to do: all ${unchanged} rows are in ${report.layer} already, exactly as they are here.`
        : `${report.layer} revision ${report.revision}: ${added} added, ${changed} changed, ${unchanged} as before.`;
  return [
    `${report.file}: ${report.rows} rows of ${report.format}, ${report.datum}`,
    `  ${mapping.join("; ")}`,
    ...(report.ignoredColumns.length > 0 ? [`  not used: ${report.ignoredColumns.join(", ")}`] : []),
    ...list("refused", refused),
    ...list("without a value that could not be read", emptied),
    ...list("mended", mended),
    outcome,
  ].join("\n");
}

function list(what: string, remarks: readonly Remark[]): string[] {
  if (remarks.length === 0) return [];
  const shown = remarks.slice(0, SHOWN).map(({ row, code, column, value, reason, allowed }) => {
    const where = [`row ${row}`, code, column].filter((part) => part !== null).join(", ");
    const found = value === null ? "" : ` (${value})`;
    return `    ${where}: ${reason}${found}${allowed ? `; allowed: ${allowed}` : ""}`;
  });
  const rest = remarks.length - shown.length;
  return [`  ${remarks.length} ${what}`, ...shown, ...(rest > 0 ? [`    … and ${rest} more, all in --report`] : [])];
}
