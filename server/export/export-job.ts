import type pg from "pg";
import { meetsBox } from "#data/geometry/meets-box.ts";
import { getLayer } from "#data/layers/index.ts";
import { type FeatureStream, streamFeatures } from "../db/feature-stream.ts";
import { filterToSql } from "../db/filter-sql.ts";
import type { ExportRequest } from "../services.ts";
import { exportColumns } from "./columns.ts";
import { Facts } from "./facts.ts";
import { EXPORT_FORMATS } from "./formats.ts";
import { ShapefileFull } from "./shape-file.ts";
import { findTargetCrs, OutsideCrs, toTarget } from "./target-crs.ts";
import { EXPORT_WORDS } from "./words.ts";

/** What to write; plain data, since it crosses into a worker thread. */
export interface ExportJob extends ExportRequest {
  readonly connection: pg.ClientConfig;
  /** Does not exist yet; its folder does, and is the job's own. */
  readonly path: string;
}

/** How it went; a refusal is for the caller to read. */
export type ExportOutcome = { readonly rows: number } | { readonly refusal: string };

const CODES_NAMED = 20;

/** Writes one file, a batch of features at a time. */
export async function writeExport(job: ExportJob): Promise<ExportOutcome> {
  const { connection, layer: id, format: formatId, filter, bounds, asOf, ids } = job;
  const layer = getLayer(id);
  const format = EXPORT_FORMATS[formatId];
  const columns = exportColumns(layer, job.language);
  const request = {
    layer: id,
    measured: format.measured?.(columns) ?? [],
    ...(bounds && { bounds, keep: ({ geometry }) => meetsBox(geometry, bounds) }),
    ...(filter && { where: filterToSql(filter.tree, layer) }),
    ...(asOf && { asOf }),
    ...(ids && { ids }),
  } satisfies Parameters<typeof streamFeatures>[1];
  try {
    return await streamFeatures(connection, request, (stream) => writeStream(job, stream));
  } catch (error) {
    if (error instanceof OutsideCrs || error instanceof ShapefileFull) return { refusal: error.message };
    throw error;
  }
}

/** The part without the database. */
export async function writeStream(job: Omit<ExportJob, "connection">, stream: FeatureStream): Promise<ExportOutcome> {
  const { language, format: formatId, path, filter, bounds, asOf, ids, madeAt, demo } = job;
  const layer = getLayer(job.layer);
  const format = EXPORT_FORMATS[formatId];
  if (format.maxRows !== undefined && stream.count > format.maxRows)
    return { refusal: `${formatId} holds ${format.maxRows} rows, not ${stream.count}: ask for less, or for csv` };
  const crs = findTargetCrs(job.crs, null);
  const asked = {
    filter: filter?.text ?? null,
    bounds,
    asOf: asOf?.toISOString() ?? null,
    ids: ids?.length ?? null,
    madeAt: madeAt.toISOString(),
    demo,
  };
  const facts = new Facts({ layer, language, crs, asked, revision: stream.revision, dataDate: stream.dataDate });
  const columns = exportColumns(layer, language);
  const writer = format.open({ layer, language, crs, columns, stream, facts, path });
  for await (const batch of stream.batches()) {
    for (const feature of batch) {
      writer.add(feature, toTarget(feature.geometry, crs));
      facts.count(feature);
    }
    await writer.drain?.();
  }
  const { leftOut } = stream;
  if (leftOut.length > 0) {
    const { leftOut: describe, and } = EXPORT_WORDS[language];
    const codes = leftOut.slice(0, CODES_NAMED).map(({ code }) => code);
    facts.remark(describe(leftOut.length, codes.join(and)));
  }
  await writer.finish();
  return { rows: facts.rows };
}
