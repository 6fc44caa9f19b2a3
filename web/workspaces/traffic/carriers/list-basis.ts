import type { CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";
import type { Parameter } from "../../../export/provenance.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { CARRIERS_LIST_WORDS } from "../../../messages/traffic-carriers-list.ts";
import type { Language } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { lastDayBefore } from "../screening/period-days.ts";
import { tallyParts } from "./tally-parts.ts";

/** What a list that is sent out stands on: days, thresholds and whose they are, and what became of every record. */
export function listBasis(summary: CarrierRiskSummary, language: Language): Parameter[] {
  const words = CARRIERS_WORDS[language];
  const list = CARRIERS_LIST_WORDS[language];
  const say = (value: number) => formatNumber(value, language, 2);
  const { from, to, years, thresholds, changed, source, byGrade, unrated, carriers, fleetUnknown, notInLedger } =
    summary;
  const limit = (value: number | null) => (value === null ? words.never : say(value));
  return [
    [list.period, from !== null && to !== null ? list.days(from, lastDayBefore(to)) : null],
    ...(years < 0.99 ? [[list.period, words.underAYear] as const] : []),
    [list.thresholdsSource, source[language]],
    ...thresholds.map(({ measure, medium, high }): Parameter => {
      const text = list.threshold(words.measures[measure], words.units[measure], limit(medium), limit(high));
      return [list.thresholds, changed.includes(measure) ? list.wasChanged(text) : text];
    }),
    [list.counted, list.counts(say(carriers), say(byGrade.high), say(byGrade.medium), say(unrated), say(byGrade.low))],
    [list.gaps, list.gapCounts(say(fleetUnknown), say(notInLedger))],
    [
      list.accidents,
      `${words.accidentTally(...tallyParts(summary.accidents, say))}${words.sentence}${words.tallyHint}`,
    ],
    [list.violations, words.violationTally(...tallyParts(summary.violations, say))],
    [list.personal, list.noPersonal],
  ];
}
