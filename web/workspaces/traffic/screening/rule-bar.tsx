import { CheckCircleOutlined, ExperimentOutlined, QuestionCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { Segmented, Select, Tooltip } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { RULE_SETS } from "#data/traffic/rule-sets/index.ts";
import type { RuleSet } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { shownRuleSet } from "../../../state/traffic-choices.ts";
import type { Traffic } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PeriodFields } from "./period-fields.tsx";
import styles from "./rule.module.css";
import { settingsOf } from "./rule-numbers.ts";
import { RuleNumbers } from "./rule-settings.tsx";
import { settingsText } from "./settings-text.ts";

const CONFIDENCE_ICONS: Readonly<Record<RuleSet["confidence"], ReactNode>> = {
  verified: <CheckCircleOutlined />,
  memory: <QuestionCircleOutlined />,
  uncertain: <WarningOutlined />,
  proposed: <ExperimentOutlined />,
};

/** By which rule, which numbers and which accidents is screened; what looks ahead has no period to choose. */
export function RuleBar({ hasPeriod = true }: { hasPeriod?: boolean }) {
  const words = useWords(RULE_WORDS);
  const title = useTitle();
  const ruleSet = shownRuleSet(useView((view) => view.traffic.ruleSet));
  const doubtful = useView((view) => view.traffic.doubtful);
  return (
    <section className={styles.rule} aria-label={words.rule}>
      <div className={styles.ruleRow}>
        <Select<string>
          size="small"
          className={styles.ruleSelect!}
          aria-label={words.rule}
          popupMatchSelectWidth={380}
          value={ruleSet.id}
          options={RULE_SETS.map(({ id, title: name, confidence }) => ({
            value: id,
            label: title(name),
            confidence: words.confidence[confidence],
          }))}
          optionRender={({ label, data }) => (
            <span className={styles.ruleOption}>
              <span>{label}</span>
              <small>{data.confidence}</small>
            </span>
          )}
          // The numbers were set for another rule.
          onChange={(next) => changeTraffic({ ruleSet: next, overrides: {} })}
        />
        <Confidence confidence={ruleSet.confidence} />
        {hasPeriod && <PeriodFields />}
        <Tooltip title={words.doubtfulHint}>
          <span className={styles.doubtful}>
            {words.doubtful}
            <Segmented<Traffic["doubtful"]>
              size="small"
              aria-label={words.doubtful}
              value={doubtful}
              options={(["leave-out", "count"] as const).map((value) => ({
                value,
                label: words.doubtfulChoices[value],
              }))}
              onChange={(next) => changeTraffic({ doubtful: next })}
            />
          </span>
        </Tooltip>
      </div>
      <p className={styles.source} title={ruleSet.note && title(ruleSet.note)}>
        {words.edition(ruleSet.edition)} · {title(ruleSet.source)}
      </p>
      <Numbers ruleSet={ruleSet} />
    </section>
  );
}

function Confidence({ confidence }: { confidence: RuleSet["confidence"] }) {
  const words = useWords(RULE_WORDS);
  return (
    <Tooltip title={words.confidenceHints[confidence]}>
      <span className={styles.confidence} data-confidence={confidence}>
        {CONFIDENCE_ICONS[confidence]} {words.confidence[confidence]}
      </span>
    </Tooltip>
  );
}

/** Folded, the numbers are one sentence; a rule without counts asks for them at once. */
function Numbers({ ruleSet }: { ruleSet: RuleSet }) {
  const words = useWords(RULE_WORDS);
  const language = useLanguage();
  const overrides = useView((view) => view.traffic.overrides);
  const settings = settingsOf(ruleSet.settings, overrides);
  const lacksCounts = settings.criteria.length === 0;
  const [isOpen, setOpen] = useState(lacksCounts);
  useEffect(() => {
    if (lacksCounts) setOpen(true);
  }, [lacksCounts]);
  const changed = Object.keys(overrides).length;
  return (
    <details className={styles.details} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {words.numbers}
        {changed > 0 && <b className={styles.changed}>{words.changed(formatNumber(changed, language))}</b>}
        <span className={styles.sentence}>{settingsText(settings, words, language)}</span>
      </summary>
      {lacksCounts && <p className={styles.asked}>{words.countsAsked}</p>}
      {isOpen && <RuleNumbers key={ruleSet.id} ruleSet={ruleSet} />}
    </details>
  );
}
