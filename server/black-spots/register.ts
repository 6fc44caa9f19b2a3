import type { CriterionOutcome } from "#data/analyses/black-spot-results.ts";
import type { RuleSet, RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import type { CrashCounts, CrashTally, Site } from "#data/traffic/site.ts";
import type { EventKind, SpotLevel, SpotState, WordKind } from "./life-cycle.ts";

/** What a candidate was registered on: everything that its finding said, as it was then. */
export interface SpotBasis {
  /** `person`: somebody's knowledge of the place, no finding. */
  readonly method: "rule" | "statistics" | "watch-list" | "person";
  readonly ruleSet: Pick<RuleSet, "id" | "edition" | "title" | "source" | "confidence"> | null;
  /** The numbers used, and the names of those that differ from the rule set's. */
  readonly settings: RuleSettings | null;
  readonly changed: readonly string[];
  /** Whole days: `from` inclusive, `to` exclusive. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly counts: CrashCounts | null;
  readonly tally: CrashTally | null;
  readonly criteria: readonly CriterionOutcome[];
  /** Ids of the features counted. */
  readonly accidentIds: readonly string[];
  /** Of the layers that the finding was made of. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** Days and papers of a spot as its life has left them. Days are `YYYY-MM-DD`; `null`: not, or nobody knows. */
export interface SpotFacts {
  readonly level: SpotLevel | null;
  readonly listedOn: string | null;
  readonly dueOn: string | null;
  /** Of the listing. */
  readonly documentNumber: string | null;
  readonly supervisor: string | null;
  readonly treatment: string | null;
  readonly treatedOn: string | null;
  readonly closedOn: string | null;
  readonly evaluatedOn: string | null;
  readonly nextOn: string | null;
}

/** A line of the register. */
export interface BlackSpotEntry extends SpotFacts {
  /** Of the feature of the layer `black-spots`. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /**
   * Rises with every event and every change of the feature, photographs apart: a word names it. `null` as of an earlier day.
   */
  readonly revision: number | null;
  readonly state: SpotState;
  /** What may be said of it now. */
  readonly allowed: readonly WordKind[];
  /** As registered, or as the ledger's road and stakes, point and radius make it; `null`: they do not say. */
  readonly site: Site | null;
  readonly roadCode: string | null;
  readonly roadName: string | null;
  readonly fromStakeM: number | null;
  readonly toStakeM: number | null;
  readonly radiusM: number | null;
  /** Of the period in which it was found; `periodTo` is its last day. */
  readonly accidents: number | null;
  readonly deaths: number | null;
  readonly injuries: number | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** `[longitude, latitude]`, the middle of its extent. */
  readonly position: readonly [number, number];
  /** Days past the deadline when it was treated, or today while it is not; 0: none, or it is no longer open. */
  readonly overdueDays: number;
  /** The next date has passed. */
  readonly nextPassed: boolean;
  /** When as many years are full after the treatment as the finding had before; `null`: not treated, or evaluated. */
  readonly evaluateFrom: string | null;
  /** `evaluateFrom` has come. */
  readonly evaluationDue: boolean;
  readonly photographs: number;
  readonly last: { readonly kind: EventKind; readonly on: string; readonly by: string };
}

/** Something that happened to a spot, or that the ledger says of it. */
export interface BlackSpotEvent {
  /** `null`: said by the ledger only, and kept as an event with the first word. */
  readonly id: number | null;
  readonly kind: EventKind;
  /** The server's clock, ISO 8601; `null`: the ledger has the day only. */
  readonly at: string | null;
  /** The day it is about, `YYYY-MM-DD`. */
  readonly on: string;
  /** The person, or who delivered the ledger. */
  readonly by: string;
  /** The spot's, after it. */
  readonly state: SpotState;
  readonly documentNumber: string | null;
  readonly nextOn: string | null;
  readonly note: string | null;
  readonly level: SpotLevel | null;
  readonly supervisor: string | null;
  readonly dueOn: string | null;
  readonly measures: readonly string[];
  readonly treatedOn: string | null;
  /** What `before-after` answered. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly photographId: string | null;
}

export interface Photograph {
  readonly id: string;
  readonly mediaType: "image/jpeg" | "image/png";
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sha256: string;
  readonly caption: string | null;
  /** The day it was taken, as the person says: what the camera wrote is not kept. */
  readonly takenOn: string | null;
  readonly by: string;
  readonly at: string;
}

/** A picture as somebody sends it. */
export interface SentPhotograph {
  readonly bytes: Uint8Array;
  readonly by: string;
  readonly caption: string | null;
  readonly takenOn: string | null;
}

/** A spot with everything that became of it. */
export interface BlackSpotFile {
  readonly entry: BlackSpotEntry;
  /** By the day they are about, first to last. */
  readonly events: readonly BlackSpotEvent[];
  /** `null`: it came with a ledger. */
  readonly basis: SpotBasis | null;
  /** Without those that were withdrawn. */
  readonly photographs: readonly Photograph[];
}

export interface BlackSpotFilter {
  readonly state?: SpotState;
  readonly level?: SpotLevel;
  readonly overdue?: boolean;
  /** As it was known then. */
  readonly asOf?: Date;
  /** Years after the treatment that an evaluation needs; absent: as many as the finding had before. */
  readonly spanYears?: number;
}

/** Of all states and levels, whatever the filter. */
export interface BlackSpotTotals {
  readonly all: number;
  readonly byState: Readonly<Record<SpotState, number>>;
  readonly byLevel: Readonly<Record<SpotLevel, number>>;
  readonly overdue: number;
  readonly nextPassed: number;
  readonly evaluationDue: number;
}

export interface BlackSpotList {
  /** Those that are overdue first, by their days; then by next date and code. */
  readonly entries: readonly BlackSpotEntry[];
  readonly totals: BlackSpotTotals;
  /** The day that "overdue" and "due" are told of. */
  readonly day: string;
}
