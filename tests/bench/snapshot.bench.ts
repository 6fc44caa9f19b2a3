import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { openSnapshot } from "#data/snapshot/open.ts";
import { writeFeatures } from "../../server/db/feature-writes.ts";
import { type OpenRecord, openRecord } from "../../server/db/record.ts";
import { startBuildWorker } from "../../server/snapshot/build-worker.ts";
import { BENCH_CENTER, crowdedLedgers } from "../support/bench-data.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";

const FEATURES = 200_000;
const MB = 1_000_000;

/** From the record to what a page downloads: read, build, encode and compress in the server's worker thread. */
export async function rows(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "snapshot-bench-"));
  const record = await openRecord({ dataDir, databaseUrl: undefined });
  try {
    const measured: BenchRow[] = [];
    for (const layer of ["accidents", "houses", "buildings"]) measured.push(...(await measure(record, layer)));
    return measured;
  } finally {
    await record.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(record: OpenRecord, layer: string): Promise<BenchRow[]> {
  const drafts = crowdedLedgers([layer], FEATURES).get(layer)!;
  await writeFeatures(record.longDb, layer, drafts, { changedBy: "bench" });
  await record.longDb.execute(sql`vacuum analyze features`);
  const worker = startBuildWorker();
  const build = () => worker.run({ connection: record.connection, layer, zoneCenter: BENCH_CENTER });
  try {
    const built = await build();
    const opened = openSnapshot(gunzipSync(built.packed));
    if (opened.count !== FEATURES || built.leftOut.length > 0) throw new Error(`${layer}: ${opened.count} features`);
    const shape = opened.outlines ? "outlines" : "points";
    const what = `snapshot of ${FEATURES.toLocaleString("en")} ${layer} (${shape})`;
    return [
      {
        what: `${what}, from the record to compressed bytes`,
        ours: (await medianMs(3, build, 0)) / 1000,
        unit: "s",
        target: { below: 2 },
      },
      { what: `${what}, delivered`, ours: built.packed.length / MB, unit: "MB", target: { below: 10 } },
    ];
  } finally {
    await worker.stop();
  }
}
