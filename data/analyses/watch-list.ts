import { z } from "zod";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";
import { DaySchema } from "../traffic/crash-parameters.ts";
import type { Criterion } from "../traffic/rule-sets/rule-set.ts";
import type { NearMiss } from "../traffic/screening/near-miss.ts";
import { type RollingPeriod, rollingPeriod } from "../traffic/screening/rolling-period.ts";
import {
  prepareScreening,
  SCREENING_PARAMETERS,
  type ScreeningRun,
  screeningLayers,
} from "../traffic/screening/screening-run.ts";
import { siteFacts } from "../traffic/screening/site-facts.ts";
import { type WatchedSite, watchByRule } from "../traffic/screening/watch.ts";
import type { WatchFinding, WatchSummary } from "./black-spot-results.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";

const Parameters = z.strictObject({
  ...SCREENING_PARAMETERS,
  by: DaySchema.optional().describe("The day on which the rule is applied next, YYYY-MM-DD; by default tomorrow"),
});

/**
 * Sites that one more accident of a kind makes black spots when the rule is applied on a day to come, those first that the mildest crash
 * tips. Sites that are black spots already are not among them. Of a rule that lists only its worst, this tells who meets its conditions;
 * who is then among the worst nobody can say before.
 *
 * @see {@link watchByRule}
 */
export const watchList = defineAnalysis<typeof Parameters, WatchFinding, WatchSummary>({
  name: "watch-list",
  title: { zh: "临界点段预警", en: "Watch list" },
  description: {
    zh: "在指定日期之前再发生一起某类事故即达到认定条件的点段，注明还有效到哪一天；已达到的不在其中。",
    en: "Sites that one more crash of a kind before a day makes black spots, and until when; those that are black spots already are left out.",
  },
  parameters: Parameters,
  layers: screeningLayers,
  run(parameters, inputs) {
    const run = prepareScreening(parameters, inputs);
    const day = dayOf(parameters.by, parameters.today, run.summary.to);
    const period = periodOf(run, parameters.from !== undefined);
    const watched = watchByRule(run.scene, run.selection.crashes, period);
    const lasting = watched.flatMap((site) => {
      const misses = site.misses.filter(({ lastDayMs }) => lastDayMs >= day.ms - DAY_MS);
      return misses.length > 0 ? { ...site, misses: misses.sort(byMildness(run.settings.criteria)) } : [];
    });
    lasting.sort(
      (a, b) => byMildness(run.settings.criteria)(a.misses[0]!, b.misses[0]!) || b.rows.length - a.rows.length,
    );
    const findings = lasting.slice(0, parameters.limit).map((site) => toFinding(run, site));
    return {
      findings,
      summary: {
        ...run.summary,
        found: lasting.length,
        listed: findings.length,
        by: day.text,
        lapsing: watched.length - lasting.length,
      },
    };
  },
});

/** By default the day after the first on which a crash can still happen: today, or the day on which the period ends. */
function dayOf(
  by: string | undefined,
  today: string | undefined,
  to: string | null,
): { ms: number; text: string | null } {
  const endMs = to === null ? Number.NEGATIVE_INFINITY : parseLocalTime(to);
  if (by !== undefined) {
    const ms = parseLocalTime(by);
    if (Number.isNaN(ms)) throw new AnalysisRefusal("by", `${by} is no day`, "YYYY-MM-DD");
    if (ms <= endMs) throw new AnalysisRefusal("by", `${by} is not after the end of the period`, `after ${to}`);
    return { ms, text: by };
  }
  const startMs = Math.max(endMs, today === undefined ? Number.NEGATIVE_INFINITY : parseLocalTime(today));
  const ms = startMs + DAY_MS;
  return { ms, text: Number.isFinite(ms) ? formatLocalDay(ms) : null };
}

function periodOf({ settings, summary }: ScreeningRun, isGiven: boolean): RollingPeriod {
  if (!isGiven || summary.from === null || summary.to === null) return rollingPeriod({ years: settings.periodYears });
  return rollingPeriod({ spanMs: parseLocalTime(summary.to) - parseLocalTime(summary.from) });
}

/** Any crash is milder than one with harm, and that than one with deaths: `injury` asks for less than `casualty` only in name. */
const MILDNESS: Readonly<Record<Criterion["crashes"], number>> = {
  any: 0,
  "injury-or-damage": 1,
  injury: 2,
  casualty: 2,
  fatal: 3,
};

const byMildness = (criteria: readonly Criterion[]) => {
  const rank = ({ criterion }: NearMiss) => {
    const { crashes, minDeaths = 0 } = criteria[criterion]!;
    return (minDeaths > 0 ? MILDNESS.fatal : MILDNESS[crashes]) * 1_000 + minDeaths;
  };
  return (a: NearMiss, b: NearMiss): number =>
    rank(a) - rank(b) || b.lastDayMs - a.lastDayMs || a.criterion - b.criterion;
};

function toFinding(run: ScreeningRun, { spot, rows, misses }: WatchedSite): WatchFinding {
  const { crashes } = run.selection;
  const { lonLat } = crashes.snapshot;
  const lastMs = rows.reduce((last, row) => Math.max(last, crashes.timeMs[row]!), Number.NEGATIVE_INFINITY);
  return {
    ...siteFacts(run, spot, rows),
    oneMore: misses.map(({ criterion, counted, pattern, lastDayMs, row }) => {
      const { id, crashes: kind, minDeaths = null, atLeast } = run.settings.criteria[criterion]!;
      return {
        criterion: id,
        crashes: kind,
        minDeaths,
        counted,
        needed: atLeast,
        pattern,
        until: formatLocalDay(lastDayMs),
        at: [lonLat[row * 2]!, lonLat[row * 2 + 1]!],
      };
    }),
    until: formatLocalDay(Math.max(...misses.map(({ lastDayMs }) => lastDayMs))),
    lastAccidentOn: formatLocalDay(lastMs),
  };
}
