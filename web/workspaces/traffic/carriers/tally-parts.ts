import type { CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";

type Tally = CarrierRiskSummary["accidents"];

/** All records, and the parts that they fall into: each record is in one of them. */
export function tallyParts(
  { withCarrier, withoutCarrier, outsidePeriod, undated }: Tally,
  say: (count: number) => string,
): [all: string, withCarrier: string, withoutCarrier: string, outsidePeriod: string, undated: string] {
  const all = withCarrier + withoutCarrier + outsidePeriod + undated;
  return [say(all), say(withCarrier), say(withoutCarrier), say(outsidePeriod), say(undated)];
}
