import { type ChildProcess, spawn } from "node:child_process";
import { StartError } from "../../errors.ts";
import { cleanEnvironment } from "./identity.ts";

/** What the supervisor is told: one program to run, where its words go, and what to tidy up after it. */
export interface SupervisedCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the supervisor's own environment; library paths must not reach Node itself. */
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  readonly log: string;
  /** At this size the log is set aside as `<log>.1`, over the one before. */
  readonly logBytes: number;
  readonly temporaryFolder?: string;
}

export interface Supervised {
  readonly pid: number;
  /** Settles when the program has ended, for whatever reason, with the last thing it said. */
  readonly ended: Promise<string>;
  /** Fast shutdown; resolves when the program has ended. */
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL, and stops it when the application ends in any way: a kill -9 closes the channel too. Given as text to
 * `node --eval`, so that it is the same from the sources and from a bundle, and needs no file beside it. It lives in a
 * session of its own: Ctrl-C in a terminal must reach the application alone, which drains before it stops the database.
 */
const PROGRAM = `
process.title = "zone-risk-map: database supervisor";
const { spawn } = require("node:child_process");
const fs = require("node:fs");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const job = JSON.parse(process.env.SUPERVISED_COMMAND);
delete process.env.SUPERVISED_COMMAND;
const say = (message) => process.connected && process.send(message, () => {});
let log = fs.openSync(job.log, "a", 0o600);
let size = fs.fstatSync(log).size;
let last = "";
const write = (chunk) => {
  try {
    if (size > job.logBytes) {
      fs.closeSync(log);
      fs.renameSync(job.log, job.log + ".1");
      log = fs.openSync(job.log, "a", 0o600);
      size = 0;
    }
    size += fs.writeSync(log, chunk);
  } catch (error) {
    last = "the log cannot be written: " + error.message;
  }
  const line = String(chunk).split("\\n").filter((text) => /FATAL|PANIC|rror:/.test(text)).pop();
  if (line) last = line.trim();
};
const { command, args, uid, gid } = job;
const env = { ...process.env, ...job.env };
const child = spawn(command, args, { env, uid, gid, cwd: "/", stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
child.stdout.on("data", write);
child.stderr.on("data", write);
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  child.kill("SIGINT");
  setTimeout(() => child.kill("SIGQUIT"), 30000).unref();
};
process.on("disconnect", stop);
process.on("message", (message) => message === "stop" && stop());
const end = (text) => {
  if (job.temporaryFolder) fs.rmSync(job.temporaryFolder, { recursive: true, force: true });
  say({ ended: text });
  process.removeListener("disconnect", stop);
  if (process.connected) process.disconnect();
};
child.on("error", (error) => end(error.message));
child.on("spawn", () => say({ pid: child.pid }));
child.on("close", (code, signal) => end(last || "ended with " + (signal || "exit code " + code)));
if (!process.connected) stop();
`;

type Message = { pid: number } | { ended: string };

/** @throws StartError when the program cannot even be started. */
export function supervise(job: SupervisedCommand): Promise<Supervised> {
  const supervisor: ChildProcess = spawn(process.execPath, ["--eval", PROGRAM], {
    env: { ...cleanEnvironment(), SUPERVISED_COMMAND: JSON.stringify(job) },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    cwd: process.platform === "win32" ? undefined : "/",
    detached: true,
    windowsHide: true,
  });
  let said = "";
  const ended = new Promise<string>((resolve) => {
    supervisor.on("message", (message: Message) => {
      if ("ended" in message) said = message.ended;
    });
    supervisor.on("exit", (code, signal) => resolve(said || `its supervisor ended with ${signal ?? code}`));
    supervisor.on("error", (error) => resolve(error.message));
  });
  return new Promise((resolve, reject) => {
    void ended.then((text) => reject(new StartError(`PostgreSQL did not start: ${text}`)));
    supervisor.once("message", (message: Message) => {
      if (!("pid" in message)) return;
      // The application may end when its own work ends; the closed channel then stops the database.
      supervisor.unref();
      supervisor.channel?.unref();
      const stop = async () => {
        supervisor.ref();
        if (supervisor.connected) supervisor.send("stop");
        await ended;
      };
      resolve({ pid: message.pid, ended, stop });
    });
  });
}
