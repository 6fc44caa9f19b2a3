import { answerJobs } from "../snapshot/jobs.ts";
import { type ExportJob, type ExportOutcome, writeExport } from "./export-job.ts";

answerJobs<ExportJob, ExportOutcome>(writeExport);
