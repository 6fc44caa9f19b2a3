import { answerJobs } from "../snapshot/jobs.ts";
import { judgeFile } from "./judge-file.ts";

answerJobs(judgeFile);
