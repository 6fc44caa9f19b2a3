import { snapshotWorker } from "../parts.ts";
import type { BuildJob, BuiltSnapshot } from "./build-job.ts";
import { type JobWorker, startJobWorker } from "./jobs.ts";

/** Rows come by the hundred thousand and are done with at once: in a nursery of this size few are ever copied. */
const YOUNG_GENERATION_MB = 64;

/** The thread that builds snapshots, one after another. */
export const startBuildWorker = (entry: URL = snapshotWorker): JobWorker<BuildJob, BuiltSnapshot> =>
  startJobWorker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
