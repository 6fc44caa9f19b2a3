import type { CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { lastDayBefore } from "../screening/period-days.ts";
import { tallyParts } from "./tally-parts.ts";

/** What became of every accident and violation, of which days, and how old the data is. */
export function RecordTally({ summary, tookMs }: { summary: CarrierRiskSummary; tookMs?: number }) {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const layers = useLedgers((state) => state.layers);
  const say = (value: number) => formatNumber(value, language);
  const dayOf = (layer: string) =>
    layers.find(({ definition }) => definition.id === layer)?.snapshot.dataDate ?? words.unknown;
  const { from, to } = summary;
  return (
    <>
      <div title={words.tallyHint}>{words.accidentTally(...tallyParts(summary.accidents, say))}</div>
      <div>{words.violationTally(...tallyParts(summary.violations, say))}</div>
      <div>
        {from !== null && to !== null && `${words.period(from, lastDayBefore(to))} · `}
        {words.dataDate(dayOf("accidents"), dayOf("violations"), dayOf("enterprises"))}
        {tookMs !== undefined && ` · ${words.took(say(tookMs))}`}
      </div>
    </>
  );
}
