import { conflicts as standing } from "#data/analyses/conflicts.ts";
import type { ConflictsSummary, SpacingFinding } from "#data/analyses/spacing-results.ts";
import { writeRun } from "../db/conflict-runs.ts";
import type { OpenRecord } from "../db/record.ts";
import type { EventFeed } from "../events/feed.ts";
import type { Log } from "../http/log.ts";
import type { AnalysisService, ConflictService, RuleService, Zone } from "../services.ts";
import type { Publisher } from "../snapshot/publish.ts";
import { createBacklog } from "./backlog.ts";
import { conflictService } from "./conflict-service.ts";
import { watchRules } from "./watch.ts";

/** More than these nobody works through: the least urgent are left out then, and the log says so. */
const MOST_LISTED = 50_000;

export interface ConflictsOptions {
  readonly record: Pick<OpenRecord, "db" | "longDb">;
  readonly snapshots: Pick<Publisher, "onPublished">;
  readonly events: EventFeed;
  readonly rules: RuleService;
  readonly analyses: AnalysisService;
  findZone(): Promise<Zone>;
  readonly log: Log;
}

export interface OpenConflicts {
  readonly service: ConflictService;
  /** Settles when the list is at the state of the layers and rules, or cannot be brought there. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Begins to keep the list of conflicts: once now, then after every change of a layer that is read, of a rule, and of the day. */
export function openConflicts(options: ConflictsOptions): OpenConflicts {
  const { record, snapshots, events, rules, analyses, findZone, log } = options;
  const { name, parameters } = standing;
  const asked = parameters.parse({ limit: MOST_LISTED });
  const layers = standing.layers(asked);
  const closing = new AbortController();
  const backlog = createBacklog({
    async run(signal) {
      const { findings, summary, inputs, tookMs } = await analyses.run(name, asked, signal);
      const { found, listed } = summary as ConflictsSummary;
      if (found > listed)
        log.warn({ found, listed }, "there are more conflicts than are listed: the least urgent are left out");
      const { revisions, ruleEdition } = inputs;
      return {
        findings: findings as readonly SpacingFinding[],
        complete: found === listed,
        revisions,
        ruleEdition,
        tookMs,
      };
    },
    write: (found) => writeRun(record.longDb, found),
    log,
  });
  const unfollow = snapshots.onPublished((layer) => {
    if (layers.includes(layer)) backlog.refresh();
  });
  const watching = watchRules(events, backlog.refresh, closing.signal).catch((error: unknown) => {
    // Layers still renew the list, and the next start follows again.
    log.error({ err: error }, "rules are followed no longer");
  });
  backlog.refresh();
  return {
    service: conflictService({
      db: record.db,
      findEdition: async () => (await rules.findBook()).edition,
      isBusy: () => backlog.busy,
      findZone,
    }),
    settled: backlog.settled,
    async close() {
      closing.abort();
      unfollow();
      await Promise.all([watching, backlog.close()]);
    },
  };
}
