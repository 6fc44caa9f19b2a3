import { Button } from "antd";
import type { CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeCarriers } from "../../../state/carriers.ts";
import { CARRIER_GROUPS, type CarrierGroup } from "../../../state/carriers-view.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PeriodInputs } from "../screening/period-fields.tsx";
import screening from "../screening/screening.module.css";
import styles from "./carriers.module.css";
import { quarterBefore } from "./quarters.ts";
import { ThresholdSettings } from "./threshold-settings.tsx";

/** Of which days, by which thresholds, and which group is listed. */
export function CarriersBar({ summary }: { summary: CarrierRiskSummary | null }) {
  const words = useWords(CARRIERS_WORDS);
  const filters = useView((view) => view.filters);
  const isFiltered = ["accidents", "violations", "enterprises"].some((layer) => filters[layer]?.trim());
  return (
    <div className={styles.bar}>
      <div className={styles.period}>
        <PeriodInputs from={summary?.from ?? null} to={summary?.to ?? null} whole={words.wholePeriod} />
        <Button size="small" onClick={() => changeTraffic({ period: quarterBefore(localDayOf(new Date())) })}>
          {words.lastQuarter}
        </Button>
        {summary && summary.years < 0.99 && <span className={styles.soft}>{words.underAYear}</span>}
        {isFiltered && <span className={styles.warn}>{words.filtersIgnored}</span>}
      </div>
      <ThresholdSettings />
      <GroupChips summary={summary} />
    </div>
  );
}

function GroupChips({ summary }: { summary: CarrierRiskSummary | null }) {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const group = useView((view) => view.traffic.carriers.group);
  const countOf = (each: CarrierGroup): string => {
    if (!summary) return "";
    return formatNumber(each === "unrated" ? summary.unrated : summary.byGrade[each], language);
  };
  return (
    <fieldset className={screening.chips} aria-label={words.groupsLabel}>
      {([null, ...CARRIER_GROUPS] as const).map((each) => (
        <button
          key={each ?? "all"}
          type="button"
          className={screening.chip}
          aria-pressed={group === each}
          title={each === null ? undefined : words.groupHints[each]}
          onClick={() => changeCarriers({ group: each })}
        >
          {each === null ? words.all : words.groups[each]}{" "}
          {each === null ? summary && formatNumber(summary.carriers, language) : countOf(each)}
        </button>
      ))}
    </fieldset>
  );
}
