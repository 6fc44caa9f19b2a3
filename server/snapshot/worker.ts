import { type BuildJob, type BuiltSnapshot, buildSnapshot } from "./build-job.ts";
import { answerJobs } from "./jobs.ts";

answerJobs<BuildJob, BuiltSnapshot>(buildSnapshot, (built) => [built.packed.buffer]);
