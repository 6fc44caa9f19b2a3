import type { CrashTally } from "#data/traffic/site.ts";
import type { Parameter } from "../../../export/provenance.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_EXPORT_WORDS } from "../../../messages/traffic-screening-export.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import type { Language } from "../../../messages/words.ts";
import type { Times } from "../../../state/times-view.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { lastDayBefore } from "../screening/period-days.ts";

/** What every file of this part says of the accidents that it stands on. */
export function standingRows(
  tab: Times["tab"],
  summary: { readonly from: string | null; readonly to: string | null; readonly tally: CrashTally },
  language: Language,
): Parameter[] {
  const files = SCREENING_EXPORT_WORDS[language];
  const rules = RULE_WORDS[language];
  const traffic = TRAFFIC_WORDS[language];
  const say = (value: number) => formatNumber(value, language);
  const { from, to, tally } = summary;
  return [
    [files.kind, TIMES_WORDS[language].tabs[tab]],
    [rules.period, from !== null && to !== null ? rules.days(from, lastDayBefore(to)) : null],
    [files.tally, traffic.tally(say(tally.all), say(tally.placed), say(tally.doubtful), say(tally.unplaced))],
    [files.used, traffic.used(say(tally.used), say(tally.undated), say(tally.future), say(tally.outsidePeriod))],
  ];
}
