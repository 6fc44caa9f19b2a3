import { Button } from "antd";
import { useState } from "react";
import { CARRIER_MEASURES, type CarrierMeasure, PROPOSED_THRESHOLDS } from "#data/traffic/carriers/grade-carrier.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeCarriers } from "../../../state/carriers.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { Reset } from "../screening/number-setting.tsx";
import styles from "./carriers.module.css";
import { changedMeasures, isChanged, type Threshold, thresholdOf, withThreshold } from "./changed-thresholds.ts";
import { ThresholdField } from "./threshold-field.tsx";

/** What carriers are judged by: two thresholds a measure, those that differ from the proposed ones marked. */
export function ThresholdSettings() {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const thresholds = useView((view) => view.traffic.carriers.thresholds);
  const [resets, setResets] = useState(0);
  const changed = changedMeasures(thresholds).length;
  return (
    <details className={styles.thresholds}>
      <summary>
        <span>{words.thresholds}</span>
        {changed > 0 && <b className={styles.changed}>{words.changed(formatNumber(changed, language))}</b>}
        <span className={styles.soft}>{words.proposed}</span>
      </summary>
      <div key={resets} className={styles.measures}>
        {CARRIER_MEASURES.map((measure) => (
          <MeasureSetting key={measure} measure={measure} threshold={thresholdOf(thresholds, measure)} />
        ))}
      </div>
      {changed > 0 && (
        <Button
          size="small"
          onClick={() => {
            setResets(resets + 1);
            changeCarriers({ thresholds: {} });
          }}
        >
          {words.resetAll}
        </Button>
      )}
    </details>
  );
}

function MeasureSetting({ measure, threshold }: { measure: CarrierMeasure; threshold: Threshold }) {
  const words = useWords(CARRIERS_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  const [resets, setResets] = useState(0);
  const change = (next: Threshold) => {
    const { thresholds } = useView.getState().traffic.carriers;
    changeCarriers({ thresholds: withThreshold(thresholds, measure, next) });
  };
  const own = PROPOSED_THRESHOLDS[measure];
  const say = (value: number | null) => (value === null ? words.never : formatNumber(value, language, 2));
  return (
    <fieldset className={styles.measure}>
      <legend>
        {words.measures[measure]} <small>{words.units[measure]}</small>
      </legend>
      {(["medium", "high"] as const).map((grade) => (
        <ThresholdField
          key={`${grade}${resets}`}
          measure={measure}
          grade={grade}
          threshold={threshold}
          onChange={(value) => change({ ...threshold, [grade]: value })}
        />
      ))}
      <Reset
        shown={isChanged(threshold, measure)}
        title={rules.reset(`${words.measures[measure]} ${say(own.medium)} / ${say(own.high)}`)}
        onClick={() => {
          setResets(resets + 1);
          change(own);
        }}
      />
    </fieldset>
  );
}
