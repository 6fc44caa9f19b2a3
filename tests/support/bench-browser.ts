import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { findBrowser } from "./browser.ts";

/** What a page measured around its worker: from the question to the answer, message round trip included. */
export interface WorkerRuns<Answer> {
  readonly timesMs: readonly number[];
  /** Of the last run. */
  readonly answer: Answer;
}

/** A page in a real Chromium that asks the product's analysis worker. */
export interface WorkerPage {
  run<Answer>(name: string, parameters: unknown, runs: number): Promise<WorkerRuns<Answer>>;
  close(): Promise<void>;
}

/** Never resolved: every request of the page is answered here. */
const HOME = "http://bench.invalid";

/**
 * Opens the page and hands the snapshots over as the product does.
 *
 * @param snapshots - Arrow streams by layer.
 */
export async function openWorkerPage(
  center: readonly [number, number],
  snapshots: ReadonlyMap<string, Uint8Array>,
): Promise<WorkerPage> {
  const script = await bundle("web/analysis/worker.ts");
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage();
    await page.route(`${HOME}/**`, (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      if (path === "worker.js") return route.fulfill({ contentType: "text/javascript", body: script });
      const bytes = snapshots.get(path);
      if (bytes) return route.fulfill({ contentType: "application/octet-stream", body: Buffer.from(bytes) });
      return route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
    });
    await page.goto(`${HOME}/`);
    const worker = await page.evaluateHandle(
      async ({ center, layers }) => {
        const worker = new Worker("/worker.js", { type: "module" });
        worker.postMessage({ kind: "zone", center });
        for (const layer of layers) {
          const bytes = new Uint8Array(await (await fetch(`/${layer}`)).arrayBuffer());
          worker.postMessage({ kind: "snapshot", layer, bytes }, [bytes.buffer]);
        }
        return worker;
      },
      { center, layers: [...snapshots.keys()] },
    );
    return {
      run: (name, parameters, runs) => page.evaluate(askWorker<never>, { worker, name, parameters, runs }),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** In the page; everything that it needs must stand inside. */
async function askWorker<Answer>({
  worker,
  name,
  parameters,
  runs,
}: {
  worker: Worker;
  name: string;
  parameters: unknown;
  runs: number;
}): Promise<WorkerRuns<Answer>> {
  const timesMs: number[] = [];
  let answer: Answer | undefined;
  for (let ticket = 0; ticket < runs; ticket++) {
    const started = performance.now();
    const reply = await new Promise<{ outcome?: Answer & { findings?: unknown } }>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ kind: "run", ticket, name, parameters });
    });
    timesMs.push(performance.now() - started);
    if (!reply.outcome?.findings) throw new Error(`${name}: ${JSON.stringify(reply).slice(0, 300)}`);
    answer = reply.outcome;
  }
  return { timesMs, answer: answer! };
}

/** As the product's build makes it: one module, nothing named for debugging. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}
