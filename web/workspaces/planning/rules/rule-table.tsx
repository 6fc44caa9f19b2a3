import { useVirtualizer } from "@tanstack/react-virtual";
import { Checkbox } from "antd";
import { useRef } from "react";
import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
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
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rules.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-rowcount={rules.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer heightPx={above} />
          {items.map(({ index }) => {
            const rule = rules[index]!;
            return (
              <tr key={rule.id} aria-rowindex={index + 2} aria-current={rule.id === shown} style={{ height: ROW_PX }}>
                <RuleCells
                  rule={rule}
                  isChosen={chosen.includes(rule.id)}
                  onChoose={() => onChoose(rule.id)}
                  onShow={() => onShow(rule.id)}
                />
              </tr>
            );
          })}
          <Spacer heightPx={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ heightPx }: { heightPx: number }) {
  return heightPx > 0 ? (
    <tr>
      <td colSpan={COLUMNS.length} style={{ height: heightPx, padding: 0 }} />
    </tr>
  ) : null;
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
