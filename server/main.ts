import { enterZone } from "./env.ts";
import { StartError } from "./errors.ts";
import { createLog, describeError } from "./http/log.ts";
import { serve } from "./serve.ts";

/** Longer than every bound inside: whatever still holds on after this is cut. */
const STOP_MS = 20_000;

try {
  const env = enterZone();
  const log = createLog(env.logLevel);
  const server = await serve(env, log);
  console.log(`Zone Risk Map: ${server.url}`);

  let stopping = false;
  const stop = async (why: string, code: number) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, "stopping");
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await server.close();
    process.exit(code);
  };
  const fail = (error: unknown) => {
    log.fatal({ err: error }, "unexpected error");
    void stop("an unexpected error", 1);
  };
  process.on("SIGINT", () => void stop("SIGINT", 0));
  process.on("SIGTERM", () => void stop("SIGTERM", 0));
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  void server.lost.then((why) => {
    process.stderr.write(`the private database ended by itself: ${why}\n`);
    return stop("the database ended", 1);
  });
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : JSON.stringify(describeError(error))}\n`);
  process.exit(1);
}
