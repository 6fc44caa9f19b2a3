import type { Geometry } from "geojson";
import type { CrashCounts, CrashTally, SitePlace } from "../traffic/site.ts";

/** A stretch on which crashes lie closer together than chance puts them (KDE+). */
export interface CrashCluster {
  readonly id: string;
  readonly place: SitePlace;
  readonly counts: CrashCounts;
  readonly accidentIds: readonly string[];
  /** 0 to 1: how far the density stands above what chance reaches, as a share of itself (Bíl et al. 2013). */
  readonly strength: number;
  /** Doubtful accidents whose best candidate lies in it and that are not counted. */
  readonly doubtful: number;
  /** Share of random placements of the section's crashes that are as dense somewhere; at least 1 / (mostSimulations + 1). */
  readonly pValue: number;
  /** The same after control of false alarms over all sections tested (Benjamini-Hochberg). */
  readonly qValue: number;
}

export interface CrashClusterSummary {
  readonly from: string | null;
  readonly to: string | null;
  readonly bandwidthM: number;
  /** Of every section tested; those that none of them reached were simulated on, up to `mostSimulations`. */
  readonly simulations: number;
  readonly mostSimulations: number;
  readonly junctionRadiusM: number;
  /** 0.05: at most one in twenty of what is reported is expected to be chance. */
  readonly level: number;
  readonly seed: number;
  readonly tally: CrashTally;
  /** Crashes left out because they lie within the radius of a junction. */
  readonly atJunctions: number;
  readonly sectionsTested: number;
  /** Sections with fewer crashes than a test needs, and the crashes on them: nothing is said of these. */
  readonly sectionsTooFew: number;
  readonly crashesTooFew: number;
  readonly fewest: number;
  readonly found: number;
  readonly listed: number;
  /** Crashes a year in all that the answer stands on, and how many it takes. */
  readonly perYear: number | null;
  readonly fewestPerYear: number;
  /** `too-few`: under 30 crashes a year in all, or no section with enough: then nothing is reported. */
  readonly answer: "clusters" | "none" | "too-few";
}

/** A stretch of neighbouring pieces in one band, with their mean density in crashes per km and year, for display. */
export interface DensityPiece {
  readonly route: string;
  readonly fromM: number;
  readonly toM: number;
  readonly perKmYear: number;
  /** Index in `summary.edges` of the band that it lies in. */
  readonly band: number;
  readonly geometry: Geometry;
}

export interface NetworkDensitySummary {
  readonly unit: "per-km-year";
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly bandwidthM: number;
  readonly pieceM: number;
  /** Fixed: the same colour is the same density everywhere. */
  readonly edges: readonly number[];
  readonly max: number;
  readonly tally: CrashTally;
  readonly found: number;
  readonly listed: number;
}

/** One equal piece of the network, or one junction, in the ranking. */
export interface RankedSite {
  readonly id: string;
  readonly place: SitePlace;
  readonly counts: CrashCounts;
  readonly accidentIds: readonly string[];
  /** Doubtful accidents whose best candidate lies in it and that are not counted. */
  readonly doubtful: number;
  /** Its reference group: the code of its road class, `unclassified`, or `junction`. */
  readonly group: string;
  /** Per named weight scheme. */
  readonly scores: Readonly<Record<string, number>>;
  readonly perKmYear: number | null;
  /** Vehicles a day, length-weighted; into a junction from all its roads. `null`: not known, and then everything below is. */
  readonly aadt: number | null;
  /** Crashes per million vehicle-kilometres; of a junction, per million vehicles that enter it. */
  readonly rate: number | null;
  readonly criticalRate: number | null;
  readonly isAboveCritical: boolean | null;
  /** Crashes in the period that its reference group's model expects, what Empirical Bayes makes of both, and their difference. */
  readonly predicted: number | null;
  readonly expected: number | null;
  readonly excess: number | null;
  /** Weight of the model in `expected`, 0 to 1. */
  readonly modelWeight: number | null;
}

export interface RankingSummary {
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly pieceM: number;
  readonly junctionRadiusM: number;
  readonly rankBy: RankBy;
  /** Scheme of the layer `accidents` under whose score the list is ordered with `rankBy: "score"`. */
  readonly weights: string;
  readonly tally: CrashTally;
  readonly sites: number;
  readonly withTraffic: number;
  readonly confidence: number;
  /** Sites with a crash, and those listed. */
  readonly found: number;
  readonly listed: number;
  readonly groups: readonly ReferenceGroup[];
}

export type RankBy = "score" | "crashes" | "rate" | "excess";

/** Sites of one kind that are compared with each other: those whose traffic is known. */
export interface ReferenceGroup {
  readonly group: string;
  readonly sites: number;
  readonly crashes: number;
  readonly unit: "million-vehicle-km" | "million-vehicles";
  readonly exposure: number;
  readonly averageRate: number | null;
  /** Per km of road, or of a junction. */
  readonly overdispersion: number | null;
  /** `given`: as a parameter. `fitted`: to this network. `too-few`: fewer crashes or sites than a fit needs, so no expectation is given. */
  readonly model: "given" | "fitted" | "too-few";
}
