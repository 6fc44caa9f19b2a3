import { fileURLToPath } from "node:url";
import { isEmpty, loadDemo } from "./commands/seed.ts";
import { type OpenRecord, openRecord } from "./db/record.ts";
import type { Env } from "./env.ts";
import type { Log } from "./http/log.ts";
import { lateServices } from "./late-services.ts";
import { listen } from "./listen.ts";
import { type OpenedServices, openServices } from "./open-services.ts";
import { webFolder } from "./parts.ts";
import { createSite } from "./site.ts";

export interface Served {
  readonly url: string;
  /** Settles when the private database has ended by itself, with what it said last. */
  readonly lost: Promise<string>;
  /** Ends open answers first, then the work behind them, then the record. */
  close(): Promise<void>;
}

/**
 * Listens at once, answering "not ready", and returns when everything is there.
 *
 * @throws StartError with one line for the operator.
 */
export async function serve(env: Env, log: Log): Promise<Served> {
  const late = lateServices();
  const site = createSite({ services: late.services, log, webFolder: fileURLToPath(webFolder) });
  const listening = await listen(env, site.fetch);
  let record: OpenRecord | undefined;
  let opened: OpenedServices | undefined;
  const close = async () => {
    // Followers of events would never end by themselves.
    opened?.services.events.close();
    await listening.close();
    await opened?.close();
    await record?.close();
  };
  try {
    record = await openRecord(env);
    if (env.demo && (await isEmpty(record))) {
      log.info({}, "loading the demonstration zone, once");
      const features = await loadDemo(record);
      log.info({ features }, "demonstration zone loaded");
    }
    opened = await openServices(record, env, log);
    late.ready(opened.services);
    return { url: listening.url, lost: record.lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}
