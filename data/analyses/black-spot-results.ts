import type { RuleSet, RuleSettings } from "../traffic/rule-sets/rule-set.ts";
import type { CrashCounts, CrashTally, SitePlace } from "../traffic/site.ts";

/** How a site stands to one condition of its rule. */
export interface CriterionOutcome {
  readonly id: string;
  /** The most in any one of the windows or circles that made the site: what the rule compares, never what a long stretch adds up to. */
  readonly counted: number;
  readonly needed: number;
  /** `null` where the condition asks for none, or none is found. */
  readonly pattern: CrashPattern | null;
  /** `suspected`: the numbers are met, and the rule also asks for what no ledger holds. */
  readonly outcome: "met" | "suspected" | "not-met";
}

/** What the crashes of a site have in common. */
export interface CrashPattern {
  readonly by: "form" | "hours" | "cause";
  /** Code of the form, `20-23` for the hours from 20:00 to 23:59, or the cause as written. */
  readonly value: string;
  readonly crashes: number;
  readonly of: number;
}

/** A stretch, junction or circle that a rule makes a black spot, or nearly. Each of its accidents is counted once. */
export interface BlackSpotFinding {
  /** Stable while place and rule are the same. */
  readonly id: string;
  readonly place: SitePlace;
  readonly counts: CrashCounts;
  /** Ids of the features counted, in the order of time. */
  readonly accidentIds: readonly string[];
  readonly criteria: readonly CriterionOutcome[];
  /** Of all its outcomes the surest. */
  readonly outcome: "met" | "suspected";
  /** Overlapping windows or circles that were merged into it. */
  readonly merged: number;
  /** Doubtful accidents whose best candidate lies in it and that are not counted. */
  readonly doubtful: number;
  /** Named weights of the layer `accidents`, each with its score: never a number without its weights. */
  readonly scores: Readonly<Record<string, number>>;
  /**
   * How many times over the best of its conditions is met: counted / needed. The order of the list, the suspected after all that are met.
   */
  readonly strength: number;
}

export interface BlackSpotSummary {
  readonly ruleSet: Pick<RuleSet, "id" | "edition" | "title" | "source" | "confidence">;
  /** The numbers used: those of the rule set under what was set otherwise. */
  readonly settings: RuleSettings;
  /** Names of settings that differ from the rule set's. */
  readonly changed: readonly string[];
  /** The period, whole days: `from` inclusive, `to` exclusive; `null` while no accident has a time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly tally: CrashTally;
  readonly found: number;
  readonly listed: number;
  /** Metres of route screened, and junctions or circles looked at. */
  readonly screenedM: number;
  readonly screenedPlaces: number;
}

/** A site that one more accident before a day would make a black spot. */
export interface WatchFinding {
  readonly id: string;
  readonly place: SitePlace;
  readonly counts: CrashCounts;
  readonly accidentIds: readonly string[];
  /** What would tip it, the least first: one more of these crashes. */
  readonly oneMore: readonly {
    readonly criterion: string;
    readonly crashes: string;
    readonly minDeaths: number | null;
    /** How many there are, and how many make a black spot; with a pattern there may be enough already that do not share it. */
    readonly counted: number;
    readonly needed: number;
    /** What the crash must have in common with those that are there; `null` where the condition asks for none. */
    readonly pattern: CrashPattern | null;
    /** The last day on which it is enough. */
    readonly until: string;
    /** The densest place, WGS84: one more crash here is counted with all of them. */
    readonly at: readonly [number, number];
  }[];
  /** The last day on which any of them is enough, `YYYY-MM-DD`: on the next the oldest accident that it needs has left the period. */
  readonly until: string;
  readonly lastAccidentOn: string;
}

export interface WatchSummary extends Omit<BlackSpotSummary, "found" | "listed"> {
  readonly found: number;
  readonly listed: number;
  /**
   * The day on which the rule is applied next: sites are listed that one more crash on any day from the end of the period until the day
   * before makes a black spot then. `null`: none was given, and no accident has a time.
   */
  readonly by: string | null;
  /** Sites that are one crash short now and no longer on that day, because an accident that they need will have left the period. */
  readonly lapsing: number;
}

/** Parameters that both share. Times are whole days. */
export interface ScreeningParameters {
  readonly ruleSet: string;
  readonly overrides?: Partial<RuleSettings>;
  readonly from?: string;
  readonly to?: string;
  readonly filter?: string;
  readonly toleranceM?: number;
  /** Whether doubtful accidents count where their best candidate lies. Default `leave-out`. */
  readonly doubtful?: "leave-out" | "count";
  /** Accidents after it are told apart as being in the future. */
  readonly today?: string;
  readonly limit?: number;
}
