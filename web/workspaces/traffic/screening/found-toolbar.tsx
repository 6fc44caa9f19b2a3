import { Checkbox, Segmented, Select, Tooltip } from "antd";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { shownWeights, WEIGHTS } from "../../../state/traffic-choices.ts";
import { AGREEMENTS, RANKINGS, SCREENING_LISTS, type Traffic } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import type { Agreement } from "./found-rows.ts";
import styles from "./screening.module.css";
import type { Compared } from "./use-found.ts";

interface Chips {
  readonly counts: Readonly<Record<Agreement | "all", number>>;
  readonly compared: Compared;
}

/** Which list, which part of it, and by which weights severity is scored. */
export function FoundToolbar(props: Chips) {
  const words = useWords(SCREENING_WORDS);
  const title = useTitle();
  const list = useView((view) => view.traffic.list);
  const rankBy = useView((view) => view.traffic.rankBy);
  const density = useView((view) => view.traffic.density);
  const weights = shownWeights(useView((view) => view.traffic.weights));
  return (
    <div className={styles.toolbar}>
      <Segmented<Traffic["list"]>
        size="small"
        value={list}
        options={SCREENING_LISTS.map((value) => ({ value, label: words.lists[value] }))}
        onChange={(next) => changeTraffic({ list: next })}
      />
      {list === "found" ? (
        <AgreementChips {...props} />
      ) : (
        <span>
          {words.rankBy}{" "}
          <Select<Traffic["rankBy"]>
            size="small"
            popupMatchSelectWidth={false}
            aria-label={words.rankBy}
            value={rankBy}
            options={RANKINGS.map((value) => ({ value, label: words.rankings[value] }))}
            onChange={(next) => changeTraffic({ rankBy: next })}
          />
        </span>
      )}
      <span className={styles.grow} />
      <Tooltip title={weights.source && title(weights.source)}>
        <Select<string>
          size="small"
          className={styles.weights!}
          popupMatchSelectWidth={false}
          aria-label={words.weights}
          value={weights.id}
          options={WEIGHTS.map(({ id, title: name }) => ({ value: id, label: title(name) }))}
          onChange={(next) => changeTraffic({ weights: next })}
        />
      </Tooltip>
      <Checkbox checked={density} onChange={({ target }) => changeTraffic({ density: target.checked })}>
        {words.density}
      </Checkbox>
    </div>
  );
}

function AgreementChips({ counts, compared }: Chips) {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const agreement = useView((view) => view.traffic.agreement);
  const count = (group: Agreement | "all") => {
    if (group === "all" || compared === "done") return formatNumber(counts[group], language);
    return compared === "pending" ? "…" : "–";
  };
  return (
    <fieldset className={styles.chips} aria-label={words.agreementLabel}>
      {(["all", ...AGREEMENTS] as const).map((value) => (
        <button
          key={value}
          type="button"
          className={styles.chip}
          title={value === "all" ? undefined : words.agreementHints[value]}
          aria-pressed={(agreement ?? "all") === value}
          onClick={() => changeTraffic({ agreement: value === "all" ? null : value })}
        >
          {words.agreements[value](count(value))}
        </button>
      ))}
    </fieldset>
  );
}
