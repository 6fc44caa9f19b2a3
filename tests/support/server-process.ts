import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../../server/commands/install.mjs";

/** The built product, running as its own process. */
export interface ServerProcess {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  url: string;
  pid: number;
  /** From the start of the process until it answered as healthy. */
  readyMs: number;
  /** What it has printed so far, stdout and stderr. */
  output(): string;
  /** Stops it as Ctrl-C would and resolves with its exit code. */
  stop(): Promise<number>;
  /** Kills it as a power cut would. */
  kill(): Promise<void>;
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/**
 * Starts the server and waits until `/api/health` answers 200.
 *
 * @param options.command - what Node runs; by default what `npm start` runs.
 * @throws Error with the server's last output when it ends or is not healthy within `limitMs`.
 */
export async function startServer(options: {
  dataDir: string;
  env?: Record<string, string>;
  command?: string[];
  limitMs?: number;
}): Promise<ServerProcess> {
  const { command = ["server/commands/start.mjs"], limitMs = 180_000 } = options;
  const started = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DATABASE_URL: "", HOST: "127.0.0.1", PORT: "0", DATA_DIR: options.dataDir, ...options.env },
  });
  let output = "";
  let exitCode: number | null = null;
  const collect = (chunk: Buffer) => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  // A runner that is interrupted while this is starting has nobody else to end it.
  const endWithRunner = () => child.kill("SIGTERM");
  process.once("exit", endWithRunner);
  const exited = new Promise<number>((resolve) => {
    child.on("error", (error) => {
      output += String(error);
      resolve(127);
    });
    child.on("exit", (code) => resolve(code ?? 128));
  }).then((code) => {
    exitCode = code;
    process.off("exit", endWithRunner);
    return code;
  });
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    const limit = setTimeout(() => child.kill("SIGKILL"), 30_000);
    child.kill(signal);
    const code = await exited;
    clearTimeout(limit);
    return code;
  };

  while (performance.now() - started < limitMs && exitCode === null) {
    const url = ADDRESS.exec(output)?.[0];
    if (url && (await isHealthy(url))) {
      return {
        url,
        pid: child.pid!,
        readyMs: performance.now() - started,
        output: () => output,
        stop: () => end("SIGINT"),
        kill: () => end("SIGKILL").then(() => undefined),
      };
    }
    await pause(20);
  }
  const reason = exitCode === null ? `was not healthy after ${limitMs / 1000} s` : `ended with exit code ${exitCode}`;
  await end("SIGTERM");
  throw new Error(`the server ${reason}; its last output:\n${output.slice(-4000)}`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false; // not listening yet
  }
}
