import { accidentPlacement } from "./accident-placement.ts";
import { beforeAfter } from "./before-after.ts";
import { blackSpots } from "./black-spots.ts";
import { buffer } from "./buffer.ts";
import { campaign } from "./campaign.ts";
import { carrierRisk } from "./carrier-risk.ts";
import { conflicts } from "./conflicts.ts";
import { coverage } from "./coverage.ts";
import { coverageGaps } from "./coverage-gaps.ts";
import { crashClusters } from "./crash-clusters.ts";
import { crashTimes } from "./crash-times.ts";
import type { AnalysisDefinition } from "./define.ts";
import { density } from "./density.ts";
import { enforcementHours } from "./enforcement-hours.ts";
import { hazardGrade } from "./hazard-grade.ts";
import { landUseAdvice } from "./land-use-advice.ts";
import { nearPairs } from "./near-pairs.ts";
import { networkDensity } from "./network-density.ts";
import { riskContours } from "./risk-contours.ts";
import { roadNetwork } from "./road-network.ts";
import { siteDiagnosis } from "./site-diagnosis.ts";
import { siteRanking } from "./site-ranking.ts";
import { siting } from "./siting.ts";
import { spacing } from "./spacing.ts";
import { watchList } from "./watch-list.ts";
import { weatherSegments } from "./weather-segments.ts";

/** Every analysis, in the order of the API document. Adding one means adding it here. */
export const ANALYSES: readonly AnalysisDefinition[] = [
  buffer,
  nearPairs,
  density,
  coverage,
  coverageGaps,
  spacing,
  conflicts,
  siting,
  hazardGrade,
  riskContours,
  landUseAdvice,
  roadNetwork,
  accidentPlacement,
  blackSpots,
  watchList,
  crashClusters,
  networkDensity,
  siteRanking,
  crashTimes,
  weatherSegments,
  enforcementHours,
  siteDiagnosis,
  beforeAfter,
  carrierRisk,
  campaign,
] as readonly unknown[] as readonly AnalysisDefinition[];

const byName = new Map(ANALYSES.map((analysis) => [analysis.name, analysis]));

/** @returns the analysis, or `undefined` when none has this name. */
export const findAnalysis = (name: string): AnalysisDefinition | undefined => byName.get(name);
