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
import { draftRows, type Remark } from "./draft-rows.ts";
import { mapColumns } from "./mapping.ts";
import { readDelivery } from "./read-file.ts";

export interface LoadOptions {
  readonly path: string;
  readonly layer: LayerDefinition;
  readonly datum: Datum;
  readonly encoding?: string;
  /** Target → column; the rest is found by the registry's spellings. */
  readonly wanted?: ReadonlyMap<string, string>;
  readonly changedBy: string;
  /** The centre is configured: what the data says about it is not kept. */
  readonly zoneConfigured: boolean;
}

/** What came of a file: shown to the person, written to `--report`, and kept with the import. */
export interface LoadReport {
  readonly file: string;
  readonly sha256: string;
  readonly format: "csv" | "geojson";
  readonly encoding: string;
  readonly layer: string;
  readonly datum: string;
  /** Target → columns, likeliest first. */
  readonly mapping: Readonly<Record<string, readonly string[]>>;
  readonly ignoredColumns: readonly string[];
  readonly rows: number;
  /** Rows fit to be written; the next three add up to it. `null` after a dry run: nothing was compared. */
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
export async function prepareFile(options: Omit<LoadOptions, "changedBy" | "zoneConfigured">) {
  const { path, layer, datum, encoding, wanted } = options;
  const delivery = await readDelivery(path, encoding);
  const mapping = mapColumns(layer, delivery.columns, wanted);
  const file = basename(path);
  const { drafts, refused, emptied, mended } = draftRows(layer, delivery.rows, mapping, datum, file);
  const taken = new Set([...mapping.values()].flat());
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
    mapping: Object.fromEntries(mapping),
    ignoredColumns: delivery.columns.filter((column) => !taken.has(column)),
    rows: delivery.rows.length + delivery.broken.length,
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
