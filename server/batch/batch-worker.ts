import { answerJobs } from "../snapshot/jobs.ts";
import { workOnBatch } from "./batch-work.ts";

answerJobs(workOnBatch);
