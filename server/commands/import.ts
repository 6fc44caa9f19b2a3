import { access, constants, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { findLayer, LAYER_IDS } from "#data/layers/index.ts";
import { openRecord } from "../db/record.ts";
import { readEnv } from "../env.ts";
import { StartError, toAppError } from "../errors.ts";
import { findDatum, UnknownDatum } from "../intake/datum.ts";
import { UnreadableFile } from "../intake/delivered.ts";
import { describeReport } from "../intake/describe-report.ts";
import { type FileOptions, type LoadReport, loadFile, prepareFile } from "../intake/load-file.ts";
import { MappingProblem } from "../intake/mapping.ts";

const USAGE = `npm run import -- FILE --layer ID [options]
  FILE                 GeoJSON, or CSV with a header line; gzipped or not
  --layer ID           ${LAYER_IDS.join(", ")}
  --datum NAME         wgs84 (default), cgcs2000, gcj02, bd09, EPSG:n
  --encoding NAME      utf-8 (default), gb18030, …
  --map FIELD=COLUMN   which column fills a field; may be repeated. lon, lat, code and name are fields too; COLUMN+COLUMN puts
                       several together
  --where COLUMN=VALUE only rows that say so; may be repeated
  --merge              rows with the same code are one feature, of the worst grade that any of them has
  --source TEXT        who delivered it (default: the file's name)
  --dry-run            say what would come in and what not; write nothing
  --report OUT.json    everything about every row that is refused, emptied or mended
Exit code 0: all rows are in; 2: some were refused; 1: nothing was done.`;

/** What the person typed cannot be followed. */
class UsageProblem extends Error {}

/**
 * `npm run import`. Beside a running server it works in that server's database, and the pages follow at once.
 *
 * @returns 0: every row is in; 2: some were refused; 1: nothing was done.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes("--help")) {
    console.log(USAGE);
    return args.length === 0 ? 1 : 0;
  }
  try {
    const { options, dryRun, reportPath } = readArguments(args);
    if (reportPath) await assertWritable(reportPath);
    const report = dryRun ? (await prepareFile(options)).report : await load(options);
    if (reportPath) await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
    console.log(describeReport(report, dryRun));
    if (report.accepted === 0) return 1;
    return report.refused.length === 0 ? 0 : 2;
  } catch (error) {
    console.error(lineFor(error));
    return 1;
  }
}

/** @throws the error itself when it is a bug of ours. */
function lineFor(error: unknown): string {
  if (error instanceof UsageProblem) return `${error.message} (--help tells more)`;
  const isForThePerson =
    error instanceof UnknownDatum ||
    error instanceof UnreadableFile ||
    error instanceof MappingProblem ||
    error instanceof StartError;
  if (isForThePerson) return error.message;
  const known = toAppError(error);
  if (known.code === "internal") throw error;
  return `${known.message}; nothing was written`;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const [path, ...more] = positionals;
  if (!path) throw new UsageProblem("no file is named");
  if (more.length > 0) throw new UsageProblem(`one file at a time: what is ${more[0]}?`);
  if (!values.layer) throw new UsageProblem("--layer is missing: which layer is it for?");
  const layer = findLayer(values.layer);
  if (!layer) throw new UsageProblem(`there is no layer ${values.layer}; layers are ${LAYER_IDS.join(", ")}`);
  const options: FileOptions = {
    path,
    layer,
    datum: findDatum(values.datum ?? "wgs84"),
    encoding: values.encoding,
    wanted: pairsOf("map", values.map),
    where: pairsOf("where", values.where),
    merge: values.merge,
    source: values.source,
  };
  return { options, dryRun: values["dry-run"] ?? false, reportPath: values.report };
}

/** `NAME=VALUE` of an option that may be repeated. */
function pairsOf(option: string, given: readonly string[] = []): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const each of given) {
    const at = each.indexOf("=");
    const name = each.slice(0, at);
    if (at < 1 || at === each.length - 1) throw new UsageProblem(`--${option} ${each} is not of the form NAME=VALUE`);
    if (pairs.has(name)) throw new UsageProblem(`--${option} names ${name} twice`);
    pairs.set(name, each.slice(at + 1));
  }
  return pairs;
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
        where: { type: "string", multiple: true },
        merge: { type: "boolean" },
        source: { type: "string" },
        "dry-run": { type: "boolean" },
        report: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageProblem((error as Error).message.replaceAll("\n", " "));
  }
}

/** Found out before anything is written, not after. */
async function assertWritable(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  try {
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    await access(found ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw new UsageProblem(`the report cannot be written to ${path}: ${(error as NodeJS.ErrnoException).code}`);
  }
}

async function load(options: FileOptions): Promise<LoadReport> {
  const env = readEnv();
  const record = await openRecord(env, { join: true });
  try {
    const changedBy = `import by ${userName()}`;
    return await loadFile(record.longDb, { ...options, changedBy, zoneConfigured: env.zoneCenter !== undefined });
  } finally {
    await record.close();
  }
}

/** A container may run us under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`;
  }
}
