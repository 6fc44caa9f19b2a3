import { access, constants, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { findLayer, LAYER_IDS } from "#data/layers/index.ts";
import { openRecord } from "../db/record.ts";
import { enterZone } from "../env.ts";
import { StartError, toAppError } from "../errors.ts";
import { describeDatum, describeReport } from "../intake/describe-report.ts";
import { DraftSettingsSchema } from "../intake/draft.ts";
import {
  DatumQuestion,
  FailedImport,
  type ImportedFile,
  type ImportFileOptions,
  importFile,
} from "../intake/import-file.ts";
import type { ImportReport } from "../intake/import-report.ts";
import { FIX_KINDS, REMARK_SENTENCES, type Remark } from "../intake/remark.ts";

const USAGE = `npm run import -- FILE --layer ID [options]
  FILE                 CSV, XLSX, GeoJSON (also line by line), Shapefile (zip), GeoPackage, KML, KMZ; gzipped or not
  --layer ID           ${LAYER_IDS.join(", ")}
  --datum NAME         wgs84, cgcs2000, gcj02, bd09, EPSG:n (default: what the file declares, or else wgs84)
  --encoding NAME      utf-8, gb18030, … (default: found)
  --table NAME         sheet, layer or shapefile (default: the first)
  --map FIELD=COLUMN   which column fills a field; may be repeated. lon, lat, x, y, position, road, stake, code, name and source
                       are fields too; COLUMN+COLUMN puts several together
  --where COLUMN=VALUE only rows that say so; may be repeated
  --date-order ORDER   year-first (default), day-first, month-first: how 5/3/2024 is meant
  --fix KIND           mend every row alike; may be repeated: ${FIX_KINDS.join(", ")}
  --merge              rows with the same code are one feature, of the worst grade that any of them has
  --source TEXT        who delivered it (default: the file's name)
  --observed-on DAY    the day that the data is of, for rows that do not say
  --accept-suspicious  rows that would wait for a person's word come in
  --dry-run            say what would come in and what not; write nothing
  --report OUT.json    everything about every row that something is the matter with
Exit code 0: all rows are in; 2: some were refused or wait for a word; 1: nothing was done.`;

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
    const { options, reportPath } = readArguments(args);
    if (reportPath) await assertWritable(reportPath);
    const { report, preview, facts } = await load(options);
    if (reportPath) await writeFile(reportPath, `${JSON.stringify(withSentences(report), null, 2)}\n`);
    console.log(describeReport(report, { preview, facts, dryRun: options.dryRun ?? false }));
    if (report.accepted === 0) return 1;
    return report.refused.length + report.suspicious.length === 0 ? 0 : 2;
  } catch (error) {
    console.error(lineFor(error));
    return 1;
  }
}

/** Each remark with its reason in words beside the code. */
function withSentences(report: ImportReport) {
  const told = (remarks: readonly Remark[]) =>
    remarks.map((remark) => ({ ...remark, sentence: REMARK_SENTENCES[remark.reason] }));
  const { refused, suspicious, emptied, mended, noticed } = report;
  return {
    ...report,
    refused: told(refused),
    suspicious: told(suspicious),
    emptied: told(emptied),
    mended: told(mended),
    noticed: told(noticed),
  };
}

/** @throws the error itself when it is a bug of ours. */
function lineFor(error: unknown): string {
  if (error instanceof UsageProblem) return `${error.message} (--help tells more)`;
  if (error instanceof DatumQuestion) return describeDatum(error.preview);
  if (error instanceof FailedImport || error instanceof StartError) return error.message;
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
  const settings = DraftSettingsSchema.safeParse({
    layer: layer.id,
    datum: values.datum,
    datumConfirmed: values.datum !== undefined,
    encoding: values.encoding,
    table: values.table,
    mapping: pairsOf("map", values.map),
    where: pairsOf("where", values.where),
    dateOrder: values["date-order"],
    acceptedFixes: values.fix,
    merge: values.merge,
    source: values.source,
    observedOn: values["observed-on"],
  });
  if (!settings.success) throw new UsageProblem(describeIssue(settings.error.issues[0]!));
  const { "dry-run": dryRun, "accept-suspicious": acceptSuspicious } = values;
  return { options: { path, settings: settings.data, dryRun, acceptSuspicious }, reportPath: values.report };
}

/** Options by the name of the setting that they make. */
const OPTION_OF: Readonly<Record<string, string>> = {
  dateOrder: "date-order",
  observedOn: "observed-on",
  acceptedFixes: "fix",
  mapping: "map",
};

function describeIssue({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  const setting = String(path[0]);
  return `--${OPTION_OF[setting] ?? setting}: ${message}`;
}

/** `NAME=VALUE` of an option that may be repeated. */
function pairsOf(option: string, given: readonly string[] = []): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const each of given) {
    const at = each.indexOf("=");
    const name = each.slice(0, at);
    if (at < 1 || at === each.length - 1) throw new UsageProblem(`--${option} ${each} is not of the form NAME=VALUE`);
    if (Object.hasOwn(pairs, name)) throw new UsageProblem(`--${option} names ${name} twice`);
    pairs[name] = each.slice(at + 1);
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
        table: { type: "string" },
        "date-order": { type: "string" },
        fix: { type: "string", multiple: true },
        "observed-on": { type: "string" },
        "accept-suspicious": { type: "boolean" },
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

async function load(options: Omit<ImportFileOptions, "changedBy" | "zoneCenter">): Promise<ImportedFile> {
  const env = enterZone();
  const record = await openRecord(env, { join: true });
  try {
    return await importFile(record, {
      ...options,
      changedBy: `import by ${userName()}`,
      zoneCenter: env.zoneCenter,
    });
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
