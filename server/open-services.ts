import { ANALYSES } from "#data/analyses/index.ts";
import { openBatches } from "./batch/batch-service.ts";
import { blackSpotService } from "./black-spots/black-spot-service.ts";
import { openConflicts } from "./conflicts/open-conflicts.ts";
import { findEventRange, findEvents, pruneEvents } from "./db/events.ts";
import { findRevisions } from "./db/layer-revisions.ts";
import { findRevisionAt } from "./db/layer-rows.ts";
import type { OpenRecord } from "./db/record.ts";
import { findSetting } from "./db/settings.ts";
import { subscribe } from "./db/subscribe.ts";
import { findTaking } from "./db/taking-alarms.ts";
import { editService } from "./edit-service.ts";
import type { Env } from "./env.ts";
import { createEventFeed } from "./events/feed.ts";
import { createExporter } from "./export/exporter.ts";
import { openFeeds } from "./feeds/open-feeds.ts";
import type { Log } from "./http/log.ts";
import { openIntake } from "./intake/intake-service.ts";
import { REFERENCE_LAYERS } from "./intake/reference-layers.ts";
import { reachOf } from "./intake/zone-reach.ts";
import { linkService } from "./link-service.ts";
import { openOpinions } from "./opinion/opinion-service.ts";
import { recordService } from "./record-service.ts";
import { readLocalRules } from "./rules/local-rules.ts";
import { ruleService } from "./rules/rule-service.ts";
import type { Services, Zone } from "./services.ts";
import { createAnalysisPool } from "./snapshot/analysis-pool.ts";
import { createPastSnapshots } from "./snapshot/past-snapshots.ts";
import { startPublisher } from "./snapshot/publish.ts";
import { wallService } from "./wall/wall-service.ts";

export interface OpenedServices {
  readonly services: Services;
  /** Ends the work of the services. The record stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/** A client that missed more than these is told to begin anew; with ten feeds, each told of once a second, that takes hours. */
const KEPT_EVENTS = 100_000;

/** Opens everything that routes work with, and returns when every layer has been published once. */
export async function openServices(
  record: OpenRecord,
  env: Pick<Env, "dataDir" | "zoneCenter" | "zoneName">,
  log: Log,
): Promise<OpenedServices> {
  const { db, connection } = record;
  const findZone = async (): Promise<Zone> => {
    const [zone, demo] = await Promise.all([findSetting(db, "zone"), findSetting(db, "demo")]);
    const named = env.zoneName === undefined ? null : { zh: env.zoneName, en: env.zoneName };
    return { name: named ?? zone?.name ?? null, center: env.zoneCenter ?? zone?.center ?? null, demo: demo !== null };
  };
  const findZoneCenter = async () => (await findZone()).center;
  const rules = ruleService(db, await readLocalRules(env.dataDir));

  await pruneEvents(db, KEPT_EVENTS);
  const events = await createEventFeed({
    after: (id, limit) => findEvents(db, id, limit),
    range: () => findEventRange(db),
  });
  const refresh = () => {
    events
      .refresh()
      .catch((error: unknown) => log.warn({ err: error }, "events not read; the next notice tries again"));
  };
  const subscription = subscribe(connection, ["event"], { onNotification: refresh, onListening: refresh });
  const snapshots = startPublisher({ connection, findRevisions: () => findRevisions(db), findZoneCenter, log });
  const past = createPastSnapshots({
    connection,
    newest: snapshots.newest,
    findRevisionAt: (layer, at) => findRevisionAt(record.pool, layer, at),
    findZoneCenter,
  });
  const analyses = createAnalysisPool({
    analyses: ANALYSES,
    newest: snapshots.newest,
    findZoneCenter,
    findRules: rules.findSource,
    findPast: past.find,
  });
  const exports = createExporter({ connection });
  const opinions = openOpinions({
    db,
    findZone,
    findSnapshot: async (layer, asOf) => (asOf ? past.find(layer, asOf) : snapshots.newest(layer)),
    findRules: (asOf) => rules.findSource(asOf ?? undefined),
  });
  const batches = openBatches({
    findZone,
    findSnapshot: async (layer) => snapshots.newest(layer),
    findRules: () => rules.findSource(),
    log,
  });
  await snapshots.ready;
  const intake = await openIntake({
    record,
    dataDir: env.dataDir,
    zoneConfigured: env.zoneCenter !== undefined,
    async findZoneReach() {
      const center = await findZoneCenter();
      return center && reachOf(center, snapshots.newest("districts").extent);
    },
    findReference: () =>
      Object.fromEntries(
        REFERENCE_LAYERS.map((layer) => snapshots.newest(layer))
          .filter(({ count }) => count > 0)
          .map(({ layer, packed }) => [layer, packed]),
      ),
    log,
  });
  const conflicts = openConflicts({ record, snapshots, events, rules, analyses, findZone, log });
  const feeds = openFeeds(record, log, () => pruneEvents(db, KEPT_EVENTS));
  return {
    services: {
      findZone,
      record: recordService(record),
      edits: editService(db),
      snapshots,
      analyses,
      intake: intake.service,
      links: linkService(db),
      events,
      exports,
      rules,
      conflicts: conflicts.service,
      blackSpots: blackSpotService({ db, analyses, findZone }),
      feeds: feeds.feeds,
      alarms: feeds.alarms,
      incidents: feeds.incidents,
      wall: wallService({ db, findAlarms: () => findTaking(db, new Date()), log }),
      opinions: opinions.service,
      batches: batches.service,
    },
    async close() {
      events.close();
      await Promise.all([intake.close(), conflicts.close(), feeds.close()]);
      await Promise.all([
        subscription.close(),
        analyses.close(),
        past.close(),
        opinions.close(),
        batches.close(),
        exports.close(),
        snapshots.close(),
      ]);
    },
  };
}
