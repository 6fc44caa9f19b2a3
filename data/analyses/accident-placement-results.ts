import type { CrashSeverity } from "../traffic/crashes.ts";
import type { PlacingReason } from "../traffic/placing/placed.ts";

export type PlacementState = "placed" | "doubtful" | "unplaced";

/** A place on a road where an accident may have happened. */
export interface PlacementCandidate {
  readonly route: string;
  /** `G111 K812+300` */
  readonly label: string;
  readonly stakeM: number;
  /** From the recorded position to the axis, metres. */
  readonly offsetM: number;
  /** 0 to 1: how well road, stake and distance agree. */
  readonly score: number;
  /** Whether the record names this road; `null` when it names none that the ledger has. */
  readonly isStatedRoad: boolean | null;
  /** Metres between the stated stake and this one; `null` when there is none to compare. */
  readonly stakeApartM: number | null;
  /** On the axis, WGS84. */
  readonly position: readonly [number, number];
}

/** An accident whose road is in doubt or not found. */
export interface AccidentPlacement {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** As recorded, WGS84. */
  readonly position: readonly [number, number];
  /** `null`: not known. */
  readonly severity: CrashSeverity | null;
  /** Local time, `YYYY-MM-DDTHH:mm`. */
  readonly happenedAt: string | null;
  readonly state: PlacementState;
  readonly reason: PlacingReason | null;
  /** What the record says. */
  readonly stated: {
    readonly roadCode: string | null;
    readonly roadName: string | null;
    readonly stakeM: number | null;
  };
  /** Best first, at most five. */
  readonly candidates: readonly PlacementCandidate[];
}

/** Accidents with one trouble, and which they are: at most as many codes as `limit` lets be listed. */
export interface QualityTrouble {
  readonly count: number;
  readonly codes: readonly string[];
}

export interface AccidentPlacementSummary {
  readonly toleranceM: number;
  /** `placed + doubtful + unplaced = all` that pass the filter. */
  readonly tally: { readonly all: number } & Readonly<Record<PlacementState, number>>;
  readonly reasons: Readonly<Record<PlacingReason, number>>;
  readonly quality: {
    /** Without a time: in no period. */
    readonly undated: QualityTrouble;
    /** Severity and casualties contradict each other. */
    readonly contradictory: QualityTrouble;
    /** Of these, fatal by severity and nobody killed. */
    readonly fatalWithoutDeaths: QualityTrouble;
    /** After `today`; `null` without it. */
    readonly future: QualityTrouble | null;
  };
  readonly found: number;
  readonly listed: number;
}
