import { pruneFeeds } from "../db/feed-retention.ts";
import { findDueSources, holdSource, noteArrival } from "../db/feed-sources.ts";
import type { OpenRecord } from "../db/record.ts";
import type { Log } from "../http/log.ts";
import { alarmService } from "./alarm-service.ts";
import type { AlarmService } from "./alarm-view.ts";
import { feedService } from "./feed-service.ts";
import type { FeedService } from "./feeds.ts";
import { incidentService } from "./incident-service.ts";
import type { IncidentService } from "./incident-view.ts";
import { letTimePass } from "./take-sensors.ts";
import { createTurns } from "./turns.ts";

/** Of the ten connections for requests: the wall's own questions always find one. */
const AT_ONCE = 4;
/** Bodies of one source that wait for the one before them. */
const WAITING = 8;

/** How soon a sensor that fell silent, a limit that was held, and news that were not told of are found. */
const LOOK_EVERY_MS = 500;
const PRUNE_EVERY_MS = 10 * 60_000;

export interface OpenFeeds {
  readonly feeds: FeedService;
  readonly alarms: AlarmService;
  readonly incidents: IncidentService;
  close(): Promise<void>;
}

/** @param prune - also forgets old events, which come faster with feeds than people make them. */
export function openFeeds(
  { db, longDb }: Pick<OpenRecord, "db" | "longDb">,
  log: Log,
  pruneOther: () => Promise<unknown>,
): OpenFeeds {
  const turns = createTurns({ atOnce: AT_ONCE, waiting: WAITING });

  async function look(): Promise<void> {
    for (const id of await findDueSources(db, new Date()))
      await turns.run(id, () =>
        db.transaction(async (tx) => {
          const source = await holdSource(tx, id);
          if (!source || source.isRevoked) return;
          const now = new Date();
          const isNews = source.kind === "sensors" && (await letTimePass(tx, source, now));
          if (isNews || source.untold) await noteArrival(tx, source, null, isNews, now);
        }),
      );
  }

  const chores = [
    repeat(LOOK_EVERY_MS, look, log),
    repeat(
      PRUNE_EVERY_MS,
      async () => {
        await pruneFeeds(longDb, new Date());
        await pruneOther();
      },
      log,
    ),
  ];
  return {
    feeds: feedService(db, turns),
    alarms: alarmService(db),
    incidents: incidentService(db),
    async close() {
      await Promise.all(chores.map((stop) => stop()));
    },
  };
}

/** Does something again and again, each time after the one before has ended. @returns stops it and waits for its end. */
function repeat(everyMs: number, chore: () => Promise<void>, log: Log): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      running = chore()
        .catch((error: unknown) => log.warn({ err: error }, "feeds not looked after; the next time tries again"))
        .finally(() => {
          if (!stopped) next();
        });
    }, everyMs);
    timer.unref();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
