import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { getLayer } from "#data/layers/index.ts";
import { findStake } from "#data/traffic/network/stake-places.ts";
import { classifyRows } from "../db/classify-rows.ts";
import * as schema from "../db/schema.ts";
import { countRemarks, refuseSharedCodes } from "../db/staged-remarks.ts";
import type { SavedMapping } from "../services.ts";
import { findDatum, UnknownDatum } from "./datum.ts";
import { type DatumReference, openReference, weighDatum } from "./datum-evidence.ts";
import { findDatumByWkt } from "./datum-wkt.ts";
import type { DraftFacts, DraftPreview, DraftProblem, DraftSettings } from "./draft.ts";
import { type Delivery, type SourceTable, UnreadableFile } from "./formats/delivery.ts";
import { openDelivery } from "./formats/open-delivery.ts";
import { fitLayers } from "./layer-fit.ts";
import { getColumn, type Mapping, MappingProblem, mapColumns, nameOf } from "./mapping.ts";
import { writeProgress } from "./progress.ts";
import type { Reading } from "./read-row.ts";
import { type Sample, takeSample } from "./sample.ts";
import { stageRows } from "./stage-rows.ts";
import { elsewhereKm, type ZoneReach } from "./zone-reach.ts";

/** What to judge; plain data, since it crosses into a worker thread. */
export interface JudgeJob {
  readonly connection: pg.ClientConfig;
  readonly draftId: string;
  readonly path: string;
  readonly fileName: string;
  /** What is unpacked goes here. */
  readonly workFolder: string;
  readonly settings: DraftSettings;
  /** null: nobody has said where the zone is. */
  readonly zone: ZoneReach | null;
  /** Gzipped snapshots of the layers that delivered places are compared with; a layer without features is left out. */
  readonly reference: Readonly<Record<string, Uint8Array>>;
  /** Mappings that may fit the columns; empty once a person has said how the file is to be read. */
  readonly saved: readonly SavedMapping[];
  readonly progress: SharedArrayBuffer;
}

export type Judged =
  | { readonly facts: DraftFactsAlone; readonly preview: DraftPreview; readonly settings: DraftSettings }
  | { readonly failed: DraftProblem; readonly facts?: DraftFactsAlone };

/** Whether the file came before, the record knows. */
export type DraftFactsAlone = Omit<DraftFacts, "before">;

/** Reads a file, judges its rows and compares them with the record. Only the staging table is written. */
export async function judgeFile(job: JudgeJob): Promise<Judged> {
  const { settings: asked, path, fileName, workFolder } = job;
  let facts: DraftFactsAlone | undefined;
  let delivery: Delivery | undefined;
  try {
    delivery = await openDelivery(path, {
      name: fileName,
      workFolder,
      ...(asked.encoding !== null && { encoding: asked.encoding }),
      ...(asked.delimiter !== null && { delimiter: asked.delimiter }),
      ...(asked.headerRow !== null && { headerRow: asked.headerRow }),
      ...(asked.headerRows !== null && { headerRows: asked.headerRows }),
    });
    facts = factsOf(delivery);
    const table = getTable(delivery, asked.table);
    const settings = withSavedMapping(asked, table, job.saved);
    const preview = await judgeTable(job, settings, table);
    // What a sheet has to say of its cells is complete only now.
    return { facts: factsOf(delivery), settings, preview };
  } catch (error) {
    const failed = problemOf(error);
    if (!failed) throw error;
    return { failed, ...(facts && { facts }) };
  } finally {
    await delivery?.close();
  }
}

const factsOf = (delivery: Delivery): DraftFactsAlone => ({
  format: delivery.format,
  sha256: delivery.sha256,
  compression: delivery.compression,
  encoding: delivery.encoding,
  delimiter: delivery.delimiter,
  notices: delivery.notices,
  tables: delivery.tables.map(({ name, columns, rowCount, crs, notices }) => ({
    name,
    columns,
    rowCount,
    crs,
    notices,
  })),
});

/** @returns null for a bug of ours. */
function problemOf(error: unknown): DraftProblem | null {
  if (error instanceof UnreadableFile) return { code: error.code, detail: error.message };
  if (error instanceof MappingProblem) return { code: "mapping", detail: error.message };
  if (error instanceof UnknownDatum) return { code: "unknown-datum", detail: error.message };
  return null;
}

function getTable({ tables }: Delivery, name: string | null): SourceTable {
  const table = name === null ? tables[0] : tables.find((each) => each.name === name);
  if (table) return table;
  const names = tables.map((each) => each.name).join(", ");
  throw new MappingProblem(`there is no table ${name}; tables are ${names}`);
}

/** How a file of the same columns was read before, where nobody has said anything about this one. */
function withSavedMapping(asked: DraftSettings, table: SourceTable, saved: readonly SavedMapping[]): DraftSettings {
  const columns = JSON.stringify(table.columns);
  const fitting = saved.find((each) => JSON.stringify(each.columns) === columns);
  return fitting ? { ...asked, ...fitting.settings, layer: asked.layer, savedMapping: fitting.name } : asked;
}

async function judgeTable(job: JudgeJob, settings: DraftSettings, table: SourceTable): Promise<DraftPreview> {
  const started = performance.now();
  const { connection, draftId, fileName, progress, zone } = job;
  const layer = getLayer(settings.layer);
  const wanted = new Map(Object.entries(settings.mapping));
  const mapping = mapColumns(layer, table.columns, wanted);
  for (const column of Object.keys(settings.where)) getColumn(column, table.columns);

  writeProgress(progress, "sampling", 0, table.rowCount);
  const sample = await takeSample(table, layer, mapping);
  assertPlaced(sample, mapping, table);
  const declared = table.crs?.id ?? datumOfWkt(table.crs?.wkt);
  const from = settings.datum !== null ? "person" : declared ? "file" : "assumed";
  const stated = settings.datum ?? declared ?? "wgs84";
  const datum = findDatum(stated);
  const reference = openReference(job.reference, zone);
  const evidence = weighDatum(sample.geometries, datum.id, settings.datum === null ? table.crs : null, reference);
  const away = zone && elsewhereKm(sample.geometries, datum, zone);
  const reading: Reading = {
    layer,
    mapping,
    datum,
    source: settings.source ?? fileName,
    dateOrder: settings.dateOrder,
    acceptedFixes: new Set(settings.acceptedFixes),
    edits: editsByRow(settings),
    // A file about another place is asked about once, not row by row.
    zone: away === null ? zone : null,
    ...stakesOf(reference),
  };

  const client = new pg.Client({ ...connection, application_name: "zone-risk-map intake" });
  await client.connect();
  try {
    const staged = await stageRows(client, { draftId, table, reading, settings, progress });
    const db = drizzle(client, { schema });
    if (staged.reasons.has("code-rounded")) await refuseSharedCodes(db, draftId);
    await client.query("analyze import_rows");
    writeProgress(progress, "comparing", staged.rows, staged.rows);
    const { counts, revision } = await classifyRows(db, draftId, layer.id);
    return {
      table: table.name,
      mapping: Object.fromEntries([...mapping].map(([target, sets]) => [target, sets.map(nameOf)])),
      ignoredColumns: ignoredColumns(table, mapping, settings),
      layerFit: fitLayers(table.columns),
      datum: {
        id: datum.id,
        from,
        evidence,
        ask: !settings.datumConfirmed && (needsAnswer(evidence.verdict, from) || away !== null),
      },
      elsewhereKm: away,
      sample: sample.rows,
      rows: staged.rows,
      passedOver: staged.passedOver,
      merged: staged.merged,
      counts,
      groups: staged.reasons.size === 0 ? [] : await countRemarks(db, draftId),
      revision,
      middle: staged.middle,
      tookMs: Math.round(performance.now() - started),
    };
  } finally {
    await client.end();
  }
}

/** A projection that has no name still has its parameters; one that needs the survey office's has not. */
function datumOfWkt(wkt: string | undefined): string | null {
  try {
    return wkt === undefined ? null : findDatumByWkt(wkt).id;
  } catch (error) {
    if (error instanceof UnknownDatum) return null;
    throw error;
  }
}

/** A datum that nobody stated and that nothing on the map speaks for or against is asked for. */
const needsAnswer = (verdict: string, from: "person" | "file" | "assumed"): boolean =>
  verdict === "another-fits-better" || verdict === "contradiction" || (verdict === "cannot-tell" && from === "assumed");

/** A file that says nowhere where things are is one mistake, not one a row: but it may tell more about things that are known. */
function assertPlaced(sample: Sample, mapping: Mapping, { columns }: SourceTable): void {
  if (sample.rows.length === 0 || sample.geometries.length > 0 || mapping.has("code")) return;
  throw new MappingProblem(
    `no column says where things are: say which by lon and lat, x and y, position, or road and stake; columns are ${columns.join(", ")}`,
  );
}

function editsByRow({ edits }: DraftSettings): Map<number, Record<string, string>> {
  const byRow = new Map<number, Record<string, string>>();
  for (const { row, column, value } of edits) byRow.set(row, { ...byRow.get(row), [column]: value });
  return byRow;
}

/** Stakes are found where the map has roads. */
function stakesOf(reference: DatumReference | null): Pick<Reading, "findStake"> {
  const roads = reference?.roads;
  if (!roads) return {};
  return {
    findStake: (road, stakeM) =>
      findStake(roads, road, stakeM).map(({ row, position }) => ({ position, road: roads.names.get(row) ?? road })),
  };
}

function ignoredColumns({ columns }: SourceTable, mapping: Mapping, { where }: DraftSettings): string[] {
  const used = new Set([...[...mapping.values()].flat(2), ...Object.keys(where)]);
  return columns.filter((column) => !used.has(column));
}
