import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "drizzle-orm";
import { writeFeatures } from "../../server/db/feature-writes.ts";
import { openRecord } from "../../server/db/record.ts";
import { createExporter, type Exporter } from "../../server/export/exporter.ts";
import { EXPORT_FORMAT_IDS, type ExportFormatId } from "../../server/export/kinds.ts";
import { crowdedLedgers } from "../support/bench-data.ts";
import type { BenchRow } from "../support/bench-row.ts";

const FEATURES = 200_000;
const LAYER = "houses";
const MB = 1_000_000;
const LOOK_EVERY_MS = 20;
const SETTLE_MS = 500;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A whole ledger as a file: how long it takes, how much memory it takes, and how long the thread of the requests stands still. */
export async function rows(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "export-bench-"));
  const record = await openRecord({ dataDir, databaseUrl: undefined });
  const exporter = createExporter({ connection: record.connection });
  try {
    await writeFeatures(record.longDb, LAYER, crowdedLedgers([LAYER], FEATURES).get(LAYER)!, { changedBy: "bench" });
    await record.longDb.execute(sql`vacuum analyze features`);
    const measured: BenchRow[] = [];
    for (const format of EXPORT_FORMAT_IDS) measured.push(...(await measure(exporter, format)));
    return measured;
  } finally {
    await exporter.close();
    await record.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(exporter: Exporter, format: ExportFormatId): Promise<BenchRow[]> {
  // What the preparation left behind is neither to be counted nor to be collected while the clock runs.
  collectGarbage();
  await pause(SETTLE_MS);
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK_EVERY_MS);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const file = await exporter.run(
    {
      layer: LAYER,
      format,
      language: "zh",
      crs: format === "kml" ? "wgs84" : "EPSG:4529",
      filter: null,
      bounds: null,
      asOf: null,
      ids: null,
      madeAt: new Date(),
      demo: false,
    },
    new AbortController().signal,
  );
  let bytes = 0;
  for await (const chunk of file.open()) bytes += chunk.length;
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  clearInterval(timer);
  if (file.rows !== FEATURES || bytes !== file.bytes) throw new Error(`${format}: ${file.rows} rows, ${bytes} bytes`);
  const what = `export of ${FEATURES.toLocaleString("en")} ${LAYER} as ${format} (${(bytes / MB).toFixed(0)} MB)`;
  return [
    { what, ours: seconds, unit: "s", target: { below: 60 } },
    { what: `${what}, memory taken`, ours: (peak - before) / MB, unit: "MB", target: { below: 500 } },
    // Of a hundred looks ninety-nine: the longest of all is mostly another process that had the processor.
    { what: `${what}, requests wait, 99 %`, ours: delay.percentile(99) / 1e6, unit: "ms", target: { below: 50 } },
  ];
}
