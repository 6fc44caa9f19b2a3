import type { Geometry } from "geojson";

/** `cannot-tell`: only sources of which nobody knows whether they count reach it. */
export type GapKind = "outside" | "cannot-tell";

/** How many of a layer's features no source reaches. */
export interface GapCounts {
  readonly layer: string;
  /** So many were looked at. */
  readonly of: number;
  readonly outside: number;
  readonly cannotTell: number;
}

/** A feature that no source surely reaches. */
export interface CoverageGap {
  readonly layer: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly position: readonly [number, number];
  readonly kind: GapKind;
  /** Outline to the nearest source that surely counts, metres; `null` when there is none at all. */
  readonly nearestM: number | null;
  /** Id of the district in which its display position lies; `null`: in none. */
  readonly district: string | null;
}

export interface DistrictGaps {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly areaM2: number;
  /** What of it no source reaches, and what only sources reach of which nobody knows whether they count. */
  readonly uncoveredM2: number;
  readonly cannotTellM2: number;
  /** Of `uncoveredM2` the ground around features outside: within the same radius of one of them. The rest is empty land. */
  readonly gapM2: number;
  /** One for each asked layer, in the order of the question. */
  readonly layers: readonly GapCounts[];
}

export interface CoverageGapSummary {
  /** Sources that surely count, and those of which nobody knows. */
  readonly sources: number;
  readonly cannotTellSources: number;
  /** Of the whole zone, those in no district included. */
  readonly layers: readonly GapCounts[];
  /** Those with the most features outside first, of equal ones the larger uncovered area. */
  readonly districts: readonly DistrictGaps[];
  /** Features that lie in no district. */
  readonly elsewhere: readonly GapCounts[];
  /** How many features `findings` could list, and how many it does. */
  readonly found: number;
  readonly listed: number;
  /** The ground that `gapM2` measures, of all districts, WGS84: where a source would be of use. */
  readonly geometry: Geometry;
}

export interface CoverageGapParameters {
  readonly layer: string;
  /** In (0, 50 000]. */
  readonly radiusM: number;
  readonly filter?: string;
  readonly targets: readonly { readonly layer: string; readonly filter?: string }[];
  readonly limit?: number;
}
