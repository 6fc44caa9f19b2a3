import { sql } from "drizzle-orm";
import { classifyRows } from "../db/classify-rows.ts";
import { writeStagedRows } from "../db/commit-draft.ts";
import { type DraftRecord, lockDraft, removeDraft } from "../db/import-drafts.ts";
import { recordImport } from "../db/imports.ts";
import type { Executor } from "../db/record.ts";
import { findSetting, writeSetting } from "../db/settings.ts";
import { findRemarks } from "../db/staged-remarks.ts";
import { AppError } from "../errors.ts";
import type { DraftFacts, DraftPreview, DraftSettings, RowCounts } from "./draft.ts";
import type { ImportReport } from "./import-report.ts";
import { isAboutShape, isEmptied, type Remark } from "./remark.ts";

export interface CommitOptions {
  readonly changedBy: string;
  /** The centre is configured: what the data says about it is not kept. */
  readonly zoneConfigured: boolean;
  /** Remarks of each kind in the answer. */
  readonly mostRemarks?: number;
}

/** Remarks of each kind that the record keeps; the counts beside them are of all. */
const KEPT_REMARKS = 1_000;

/**
 * Writes what a draft's rows make of the layer, all of it or nothing, and forgets the draft. A draft that changes nothing
 * leaves no import behind.
 *
 * @throws AppError `conflict` when the draft is not ready, has an open question, or would do something else than its preview
 * says because the layer has changed since.
 */
export async function commitDraft(db: Executor, id: string, options: CommitOptions): Promise<ImportReport> {
  const report = await db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    const { facts, preview } = assertReady(draft);
    const { layer } = draft.settings;
    const { counts } = await classifyRows(tx, id, layer);
    assertAsPreviewed(preview.counts, counts);
    const planned = await reportOf(tx, draft, facts, preview, options.mostRemarks ?? KEPT_REMARKS);
    if (counts.new + counts.changed === 0) {
      await removeDraft(tx, id);
      return planned;
    }
    const { changedBy } = options;
    const { revision } = await writeStagedRows(tx, id, layer, { changedBy, importId: id });
    const done: ImportReport = { ...planned, importId: id, revision };
    await recordImport(tx, {
      id,
      layer,
      source: done.file,
      datum: done.datum,
      added: done.added,
      changed: done.changed,
      unchanged: done.unchanged,
      refused: counts.refused,
      sha256: done.sha256,
      report: { ...shorten(done), settings: withoutCells(draft.settings) },
      revision,
      createdBy: changedBy,
    });
    if (preview.middle && !options.zoneConfigured && !(await findSetting(tx, "zone")))
      await writeSetting(tx, "zone", { center: inReachOfPlane(preview.middle) }, changedBy);
    await removeDraft(tx, id);
    return done;
  });
  // Fresh rows are looked at by the next query before autovacuum has counted them.
  if (report.importId !== null) await db.execute(sql`analyze features`);
  return report;
}

const shorten = (report: ImportReport): ImportReport => ({
  ...report,
  refused: report.refused.slice(0, KEPT_REMARKS),
  suspicious: report.suspicious.slice(0, KEPT_REMARKS),
  emptied: report.emptied.slice(0, KEPT_REMARKS),
  mended: report.mended.slice(0, KEPT_REMARKS),
  noticed: report.noticed.slice(0, KEPT_REMARKS),
});

/** How the file was read. What was typed over in its cells may be personal, and stands in the features. */
const withoutCells = ({ edits, ...settings }: DraftSettings) => ({ ...settings, editedCells: edits.length });

/** The zone plane does not reach the poles. */
const inReachOfPlane = ([lon, lat]: readonly [number, number]): [number, number] => [
  lon,
  Math.max(-85, Math.min(85, lat)),
];

function assertReady({ state, facts, preview }: DraftRecord): { facts: DraftFacts; preview: DraftPreview } {
  if (state !== "ready" || !facts || !preview)
    throw new AppError("conflict", `the draft is ${state}: only one that is ready can be written`);
  if (preview.datum.ask)
    throw new AppError("conflict", "nobody has said yet which datum the coordinates are in", [
      { field: "settings.datum", message: "the evidence asks for an answer", allowed: "a datum, with datumConfirmed" },
    ]);
  return { facts, preview };
}

function assertAsPreviewed(seen: RowCounts, now: RowCounts): void {
  const differ = (Object.keys(now) as (keyof RowCounts)[]).filter((kind) => seen[kind] !== now[kind]);
  if (differ.length === 0) return;
  const change = differ.map((kind) => `${kind} ${seen[kind]} → ${now[kind]}`).join(", ");
  throw new AppError("conflict", `the layer has changed since the preview (${change}): look at it again`);
}

/** @param most - remarks of each kind. */
export async function reportOf(
  db: Executor,
  { id, fileName, settings }: Pick<DraftRecord, "id" | "fileName" | "settings">,
  facts: Pick<DraftFacts, "sha256" | "format" | "encoding">,
  preview: DraftPreview,
  most: number,
): Promise<ImportReport> {
  const { counts, datum, table, mapping, ignoredColumns, rows, passedOver, merged } = preview;
  const comesIn = (await findRemarks(db, id, ["new", "changed", "unchanged"], most)).filter(isNotice);
  return {
    file: fileName,
    sha256: facts.sha256,
    format: facts.format,
    encoding: facts.encoding?.id ?? null,
    table,
    layer: settings.layer,
    datum: datum.id,
    source: settings.source ?? fileName,
    mapping,
    ignoredColumns,
    rows,
    passedOver,
    merged,
    counts,
    accepted: counts.new + counts.changed + counts.unchanged,
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    refused: (await findRemarks(db, id, ["refused"], most)).filter(({ severity }) => severity === "refusal"),
    suspicious: (await findRemarks(db, id, ["suspicious"], most)).filter(({ severity }) => severity === "suspicion"),
    emptied: comesIn.filter(isEmptied),
    mended: comesIn.filter(isAboutShape),
    noticed: comesIn.filter((remark) => !isAboutShape(remark) && !isEmptied(remark)),
    importId: null,
    revision: null,
  };
}

const isNotice = ({ severity }: Remark): boolean => severity === "notice";
