import { basename } from "node:path";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boundsOf } from "#data/geodesy/wkb.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { middleOf } from "#data/snapshot/plane-center.ts";
import { type FeatureInput, writeFeatures } from "../db/feature-writes.ts";
import { recordImport } from "../db/imports.ts";
import type { Database } from "../db/record.ts";
import { findSetting, writeSetting } from "../db/settings.ts";
import type { Datum } from "./datum.ts";
import type { DeliveredRow, Delivery } from "./delivered.ts";
import { draftRows } from "./draft-rows.ts";
import { getColumn, type Mapping, MappingProblem, mapColumns, nameOf } from "./mapping.ts";
import { readDelivery } from "./read-file.ts";
import type { Remark } from "./draft-remark.ts";

/** How a file is to be understood. */
export interface FileOptions {
  readonly path: string;
  readonly layer: LayerDefinition;
  readonly datum: Datum;
  readonly encoding?: string;
  /** Target → column; the rest is found by the registry's spellings. */
  readonly wanted?: ReadonlyMap<string, string>;
  /** Column → the value it must have: other rows are passed over. */
  readonly where?: ReadonlyMap<string, string>;
  /** Rows of one code are one feature. */
  readonly merge?: boolean;
  /** Who delivered it; the file's name when nobody says. */
  readonly source?: string;
}

/** Whom the record names as the one who wrote it. */
export interface LoadOptions extends FileOptions {
  readonly changedBy: string;
  /** The centre is configured: what the data says about it is not kept. */
  readonly zoneConfigured: boolean;
}

/** What came of a file: shown to the person, written to `--report`, and kept with the import. */
export interface LoadReport {
  readonly file: string;
  readonly sha256: string;
  readonly format: Delivery["format"];
  readonly encoding: string;
  readonly layer: string;
  readonly datum: string;
  readonly source: string;
  /** Target → columns, likeliest first. */
  readonly mapping: Readonly<Record<string, readonly string[]>>;
  readonly ignoredColumns: readonly string[];
  /** All rows of the file: passed over, merged into an earlier one, refused, or accepted. */
  readonly rows: number;
  readonly passedOver: number;
  readonly merged: number;
  /** Features fit to be written; the next three add up to it. `null` after a dry run: nothing was compared. */
  readonly accepted: number;
  readonly added: number | null;
  readonly changed: number | null;
  readonly unchanged: number | null;
  readonly refused: readonly Remark[];
  readonly emptied: readonly Remark[];
  readonly mended: readonly Remark[];
  /** `null` when nothing was written. */
  readonly importId: string | null;
  readonly revision: number | null;
}

/** Reads a file and judges its rows. Nothing is written. */
export async function prepareFile(
  options: FileOptions,
): Promise<{ drafts: readonly FeatureInput[]; report: LoadReport }> {
  const { path, layer, datum, encoding, wanted, where = new Map<string, string>(), merge } = options;
  const file = basename(path);
  const source = options.source ?? file;
  const delivery = await readDelivery(path, encoding);
  const mapping = mapColumns(layer, delivery.columns, wanted);
  assertPlaced(delivery, mapping);
  const rows = selectRows(delivery, where);
  const { drafts, merged, refused, emptied, mended } = draftRows(rows, { layer, mapping, datum, source }, merge);
  const used = new Set([...[...mapping.values()].flat(2), ...[...where.keys()]]);
  const broken = delivery.broken.map(
    ({ place, reason }): Remark => ({ row: place, code: null, column: null, value: null, reason, allowed: null }),
  );
  const report: LoadReport = {
    file,
    sha256: delivery.sha256,
    format: delivery.format,
    encoding: delivery.encoding,
    layer: layer.id,
    datum: datum.id,
    source,
    mapping: Object.fromEntries([...mapping].map(([target, sets]) => [target, sets.map(nameOf)])),
    ignoredColumns: delivery.columns.filter((column) => !used.has(column)),
    rows: delivery.rows.length + delivery.broken.length,
    passedOver: delivery.rows.length - rows.length,
    merged,
    accepted: drafts.length,
    added: null,
    changed: null,
    unchanged: null,
    refused: [...broken, ...refused].sort((a, b) => a.row - b.row),
    emptied,
    mended,
    importId: null,
    revision: null,
  };
  return { drafts, report };
}

/** A file that says nowhere where things are is one mistake, not one a row. */
function assertPlaced({ rows, columns }: Delivery, mapping: Mapping): void {
  const missing = ["lon", "lat"].filter((target) => !mapping.has(target));
  if (missing.length === 0 || rows.length === 0 || rows.some(({ geometry }) => geometry !== null)) return;
  throw new MappingProblem(
    `no column is ${missing.join(" or ")}: say which by --map ${missing[0]}=COLUMN; columns are ${columns.join(", ")}`,
  );
}

function selectRows({ rows, columns }: Delivery, where: ReadonlyMap<string, string>): readonly DeliveredRow[] {
  const conditions = [...where].map(([name, value]) => ({ column: getColumn(name, columns), value }));
  return rows.filter(({ fields }) =>
    conditions.every(({ column, value }) => String(fields[column] ?? "").trim() === value.trim()),
  );
}

/** Remarks of each kind that the record keeps; the counts beside them are of all. */
const KEPT_REMARKS = 1_000;

/** Writes what can be written of a file, all of it or nothing. A file that changes nothing leaves no import behind. */
export async function loadFile(db: Database, options: LoadOptions): Promise<LoadReport> {
  const { drafts, report } = await prepareFile(options);
  if (drafts.length === 0) return report;
  const importId = uuidv7();
  return db.transaction(async (tx) => {
    const { changedBy, layer } = options;
    const written = await writeFeatures(tx, layer.id, drafts, { changedBy, importId });
    const { added, changed, unchanged, revision } = written;
    if (added + changed === 0) return { ...report, added, changed, unchanged };
    const full: LoadReport = { ...report, added, changed, unchanged, importId, revision };
    await recordImport(tx, {
      id: importId,
      layer: layer.id,
      source: report.file,
      datum: report.datum,
      added,
      changed,
      unchanged,
      refused: report.refused.length,
      report: shorten(full),
      revision,
      createdBy: changedBy,
    });
    if (!options.zoneConfigured && !(await findSetting(tx, "zone")))
      await writeSetting(tx, "zone", { center: centerOf(drafts) }, changedBy);
    // Fresh rows are looked at by the next query before autovacuum has counted them.
    await tx.execute(sql`analyze features`);
    return full;
  });
}

const shorten = (report: LoadReport) => ({
  ...report,
  refused: report.refused.slice(0, KEPT_REMARKS),
  emptied: report.emptied.slice(0, KEPT_REMARKS),
  mended: report.mended.slice(0, KEPT_REMARKS),
  counts: { refused: report.refused.length, emptied: report.emptied.length, mended: report.mended.length },
});

/** The first data in an empty record says where the zone is. */
function centerOf(drafts: readonly FeatureInput[]): [number, number] {
  const middles = new Float64Array(drafts.length * 2);
  drafts.forEach(({ geometry }, index) => {
    const [west, south, east, north] = boundsOf(geometry);
    middles[index * 2] = (west + east) / 2;
    middles[index * 2 + 1] = (south + north) / 2;
  });
  const [lon, lat] = middleOf(middles)!;
  return [lon, Math.max(-85, Math.min(85, lat))];
}
