import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

export interface Finished {
  /** 128 when a signal or the time limit ended it. */
  code: number;
  output: string;
}

/**
 * Runs a program to its end; never rejects for what the program does.
 *
 * @param show - whether its output goes to the terminal as it comes, instead of into `output`.
 */
export function runProgram(
  command: string,
  args: string[],
  { limitMs, show = false, ...options }: SpawnOptions & { limitMs: number; show?: boolean },
): Promise<Finished> {
  return new Promise((resolve) => {
    const out = show ? "inherit" : "pipe";
    const child = spawn(command, args, { stdio: ["ignore", out, out], ...options });
    running.add(child);
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\n${command} was stopped after ${Math.round(limitMs / 1000)} s.\n`));
      if (show) console.log(`${command} was stopped after ${Math.round(limitMs / 1000)} s.`);
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGKILL"), 30_000).unref();
    }, limitMs);
    const finish = (code: number) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") });
    };
    child.on("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      finish(127);
    });
    child.on("close", (code) => finish(code ?? 128));
  });
}

/** Runs a dependency's script in a Node of its own. */
export const runNode = (script: string, args: string[], options: Parameters<typeof runProgram>[2]): Promise<Finished> =>
  runProgram(process.execPath, [script, ...args], options);

/** Asks every program started here to end, as Ctrl-C would: test runners clean up after that signal only. */
export function stopPrograms(): void {
  for (const child of running) child.kill("SIGINT");
}
