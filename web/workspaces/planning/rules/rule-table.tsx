import { Checkbox } from "antd";
import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { Sureness } from "../check/finding-rules.tsx";
import { bandText } from "./filter-rules.ts";
import styles from "./rules.module.css";

const ROW_PX = 46;

const COLUMNS = ["compare", "clause", "hazard", "targets", "distance", "measured", "confidence"] as const;

/** Two lines a row: what keeps a distance from what, how far, measured how, and how sure it is. */
export function RuleTable(props: {
  rules: readonly AppliedRule[];
  chosen: readonly string[];
  shown: string | null;
  onChoose: (id: string) => void;
  onShow: (id: string) => void;
}) {
  const { rules, chosen, shown, onChoose, onShow } = props;
  const words = useWords(RULE_WORDS);
  return (
    <LongTable
      rows={rules}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      current={shown}
      cells={(rule) => (
        <RuleCells
          rule={rule}
          isChosen={chosen.includes(rule.id)}
          onChoose={() => onChoose(rule.id)}
          onShow={() => onShow(rule.id)}
        />
      )}
    />
  );
}

function RuleCells(props: { rule: AppliedRule; isChosen: boolean; onChoose: () => void; onShow: () => void }) {
  const { rule, isChosen, onChoose, onShow } = props;
  const words = useWords(RULE_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const name = `${rule.standard} ${rule.clause}`;
  const targets = rule.targets.map((id) => title(classTitle(id))).join(language === "zh" ? "、" : ", ");
  return (
    <>
      <td>
        <Checkbox checked={isChosen} aria-label={words.addToCompare(`${name} ${targets}`)} onChange={onChoose} />
      </td>
      <td>
        <button type="button" className={styles.open} onClick={onShow} title={rule.id}>
          <small>{rule.standard}</small>
          <b>{rule.clause}</b>
        </button>
      </td>
      <td title={title(classTitle(rule.hazard))}>
        <span className={styles.text}>
          {title(classTitle(rule.hazard))}
          {rule.band && <small> {bandText(rule.band)}</small>}
        </span>
      </td>
      <td title={targets}>
        <span className={styles.text}>{targets}</span>
      </td>
      <td className={styles.distance}>
        {formatNumber(rule.distanceM, language, 2)} m
        {rule.timesHeight !== null && <small> {formatNumber(rule.timesHeight, language, 2)} × H</small>}
      </td>
      <td>
        <small className={styles.text}>
          {title(measureTitle(rule.measuredFrom))} → {title(measureTitle(rule.measuredTo))}
        </small>
      </td>
      <td>
        <Sureness
          rule={{
            confidence: rule.confidence,
            confirmed: rule.confirmed !== null,
            overridden: rule.overrides !== null,
          }}
        />
      </td>
    </>
  );
}
