import { runAnalysis } from "./analysis-job.ts";
import { answerJobs } from "./jobs.ts";

answerJobs(runAnalysis);
