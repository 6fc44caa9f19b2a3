import { CARRIER_MEASURES, type CarrierMeasure, PROPOSED_THRESHOLDS } from "#data/traffic/carriers/grade-carrier.ts";
import type { Carriers } from "../../../state/carriers-view.ts";

type Thresholds = Carriers["thresholds"];
export type Threshold = (typeof PROPOSED_THRESHOLDS)[CarrierMeasure];

/** The threshold that holds: what was set, else what is proposed. */
export const thresholdOf = (thresholds: Thresholds, measure: CarrierMeasure): Threshold =>
  thresholds[measure] ?? PROPOSED_THRESHOLDS[measure];

export const isChanged = ({ medium, high }: Threshold, measure: CarrierMeasure): boolean =>
  medium !== PROPOSED_THRESHOLDS[measure].medium || high !== PROPOSED_THRESHOLDS[measure].high;

/** Measures whose thresholds are not the proposed ones. */
export const changedMeasures = (thresholds: Thresholds): CarrierMeasure[] =>
  CARRIER_MEASURES.filter((measure) => isChanged(thresholdOf(thresholds, measure), measure));

/** Thresholds with another one of a measure; what is as proposed is not kept. */
export function withThreshold(thresholds: Thresholds, measure: CarrierMeasure, next: Threshold): Thresholds {
  const { [measure]: _, ...others } = thresholds;
  return isChanged(next, measure) ? { ...others, [measure]: { ...next } } : others;
}
