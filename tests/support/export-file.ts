import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureDraft, FeatureRecord } from "#data/layers/feature.ts";
import type { FeatureStream, StoredGeometryType } from "../../server/db/feature-stream.ts";
import { exportColumns } from "../../server/export/columns.ts";
import { writeStream } from "../../server/export/export-job.ts";
import type { ExportFormatId } from "../../server/export/kinds.ts";
import type { ExportRequest } from "../../server/services.ts";

/** Features as the record would give them. */
export const recordsOf = (layer: LayerDefinition, drafts: readonly FeatureDraft[]): FeatureRecord[] =>
  drafts.map((draft, n) => ({
    ...draft,
    id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`,
    layer: layer.id,
    revision: 7,
    validFrom: "2026-03-31T12:00:00.000Z",
    changedBy: "tester",
  }));

interface Options extends Partial<Omit<ExportRequest, "layer" | "format">> {
  readonly dataDate?: string | null;
}

/** Writes features into a file, without a database, and looks at it while it is there. */
export async function withExport<Result>(
  layer: LayerDefinition,
  format: ExportFormatId,
  drafts: readonly FeatureDraft[],
  look: (path: string, folder: string) => Promise<Result>,
  { dataDate = null, ...options }: Options = {},
): Promise<Result> {
  const records = recordsOf(layer, drafts);
  const stream: FeatureStream = {
    revision: 7,
    count: records.length,
    dataDate,
    geometryTypes: new Set(records.map(({ geometry }) => geometry.type as StoredGeometryType)),
    longest: new Map(
      exportColumns(layer, "zh").map((column) => [
        column.id,
        Math.max(0, ...records.map((record) => Buffer.byteLength(String(column.valueOf(record) ?? "")))),
      ]),
    ),
    leftOut: [],
    async *batches() {
      for (let at = 0; at < records.length; at += 3) yield records.slice(at, at + 3);
    },
  };
  const folder = await mkdtemp(join(tmpdir(), "export-test-"));
  const path = join(folder, "export");
  try {
    const outcome = await writeStream(
      {
        layer: layer.id,
        format,
        language: "zh",
        crs: "wgs84",
        filter: null,
        bounds: null,
        asOf: null,
        ids: null,
        madeAt: new Date("2026-11-25T10:40:00Z"),
        demo: false,
        path,
        ...options,
      },
      stream,
    );
    if (!("rows" in outcome)) throw new Error(outcome.refusal);
    if (outcome.rows !== records.length) throw new Error(`${outcome.rows} rows of ${records.length}`);
    return await look(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
