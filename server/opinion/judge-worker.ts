import { answerJobs } from "../snapshot/jobs.ts";
import { judge } from "./judge.ts";

answerJobs(judge);
