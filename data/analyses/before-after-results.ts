import type { Geometry } from "geojson";
import type { CrashCounts, CrashTally, SitePlace } from "../traffic/site.ts";

/** Which crashes are compared. */
export type CompareBy = "all" | "casualty" | "fatal" | "damage";

/** `cannot-tell`: the interval holds 1, so chance can explain the difference. */
export type EffectVerdict = "reduced" | "increased" | "cannot-tell";

/** Crashes after the works against what would have happened without them. */
export interface EffectEstimate {
  /** What would have happened in the period after without the works, and the variance of that estimate. */
  readonly expected: number;
  readonly variance: number;
  /** Index of effectiveness θ: 0.7 = 30 % fewer crashes than without the works. */
  readonly theta: number;
  readonly standardError: number;
  /** 95 %. Exact for what chance does to the counts, so that few crashes give a wide one; `high` is `null` where it has no end. */
  readonly low: number;
  readonly high: number | null;
  readonly verdict: EffectVerdict;
}

/** Why there is no estimate. */
export type NoEstimate =
  /** There are no crashes before, or too few in the comparison or reference group. */
  | "too-few"
  /** The ledger does not reach into one of the periods. */
  | "no-period"
  /** A circle has no roads to be compared with. */
  | "no-roads";

export interface EmpiricalBayesEstimate extends EffectEstimate {
  /** Crashes before that the model of the reference group predicts, its weight, and both brought together. */
  readonly predictedBefore: number;
  readonly modelWeight: number;
  readonly expectedBefore: number;
  /** Crashes before beyond those expected: what a bad year by chance made, and what fades by itself. */
  readonly chanceBefore: number;
  /**
   * Even the worst of as many sites of its kind would hardly have so many crashes before (5 in 100 times or less): the model does not
   * know sites like this and takes too much of them for chance. Then the comparison group decides.
   */
  readonly isOutlier: boolean;
}

/** One kind of crashes by all three methods. */
export interface SeverityEffect {
  readonly by: CompareBy;
  readonly before: number;
  readonly after: number;
  readonly perYearBefore: number | null;
  readonly perYearAfter: number | null;
  /** Per million vehicle-kilometres, at junctions per million vehicles; `null` while traffic is not known. */
  readonly rateBefore: number | null;
  readonly rateAfter: number | null;
  /** Before and after with nothing but the length of the periods and the traffic taken into account. It takes chance for effect. */
  readonly naive: EffectEstimate | NoEstimate;
  /** As the comparison group went, so this site would have gone. It takes a bad year before for the rule. */
  readonly comparison: EffectEstimate | NoEstimate;
  /** The crashes before freed of chance by sites of the same kind. */
  readonly empiricalBayes: EmpiricalBayesEstimate | NoEstimate;
  /** Empirical Bayes unless the site is an outlier to it, else the comparison group, else the plain comparison; and its verdict. */
  readonly basis: "empirical-bayes" | "comparison" | "naive" | null;
  readonly verdict: EffectVerdict;
}

/** A period as it was asked for and as the ledger covers it. Whole days, `from` inclusive, `to` exclusive. */
export interface ComparedPeriod {
  readonly askedFrom: string;
  readonly askedTo: string;
  /** What was counted; `null` where the ledger does not reach into it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  /** The ledger covers all that was asked for. */
  readonly isFull: boolean;
}

/** Road beside the site to which crashes may have moved. */
export interface NeighbourStretch {
  /** Its stakes on the route, or its reach around a circle. */
  readonly label: string;
  readonly lengthM: number | null;
  readonly before: number;
  readonly after: number;
  readonly geometry: Geometry;
}

export interface Migration {
  readonly reachM: number;
  readonly stretches: readonly NeighbourStretch[];
  readonly before: number;
  readonly after: number;
  /** Against the same comparison group as the site. */
  readonly effect: EffectEstimate | NoEstimate;
  /** By the best estimate: crashes that the site lost, and that the neighbours gained; below 0 the other way round. */
  readonly siteLost: number | null;
  readonly gained: number | null;
  /**
   * `moved`: beside the site crashes rose more than chance explains. `not-moved`: even at the upper limit the neighbours gained fewer
   * crashes than the site lost.
   */
  readonly answer: "moved" | "not-moved" | "cannot-tell";
}

export interface BeforeAfterSummary {
  readonly place: SitePlace;
  readonly works: { readonly from: string; readonly to: string };
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
  /** The day on which the period after is over: from then on the answer is final. */
  readonly fullOn: string;
  /** `preliminary`: one of the periods is not covered in full. `none`: one of them not at all. */
  readonly standing: "final" | "preliminary" | "none";
  readonly tally: CrashTally;
  readonly countsBefore: CrashCounts;
  readonly countsAfter: CrashCounts;
  /** Crashes of the site during the works, which count nowhere. */
  readonly duringWorks: number;
  /** Doubtful accidents whose best candidate lies here and that are not counted. */
  readonly doubtful: number;
  readonly traffic: {
    /** Vehicles a day; into a junction from all its roads. */
    readonly before: number | null;
    readonly after: number | null;
    /** `given`: both as parameters. `assumed`: taken as unchanged, because only one or none is known. */
    readonly change: "given" | "assumed";
    /** After / before. */
    readonly ratio: number;
  };
  readonly comparisonGroup: {
    readonly by: "routes" | "class" | "all";
    readonly roadClass: string | null;
    /** Crashes of the group before and after. The site, its neighbours and, for a class, other classes are not in it. */
    readonly before: number;
    readonly after: number;
    readonly fewest: number;
  };
  readonly referenceGroup: {
    /** `given`: a model as parameter. `null`: none could be fitted. */
    readonly model: "given" | "fitted" | null;
    /** `traffic`: crashes in proportion to traffic and length. `length`: to length alone, because the site's traffic is not known. */
    readonly scale: "traffic" | "length";
    readonly by: "class" | "all" | "junctions";
    readonly sites: number;
    readonly crashes: number;
    readonly overdispersion: number | null;
  };
  readonly effects: readonly SeverityEffect[];
  /** Of all crashes. */
  readonly basis: SeverityEffect["basis"];
  readonly verdict: EffectVerdict;
  readonly migration: Migration;
}

/** A crash of the site, in the order of time, so that both periods can be shown on the map. */
export interface ComparedCrash {
  readonly id: string;
  readonly code: string;
  readonly happenedAt: string;
  readonly severity: "fatal" | "injury" | "damage" | null;
  readonly where: "site" | "neighbour";
  readonly period: "before" | "works" | "after";
  readonly position: readonly [number, number];
}
