import { Input } from "antd";
import { useId } from "react";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useWords } from "../../../messages/words.ts";
import { changeView, useView } from "../../../state/view-store.ts";
import styles from "./check.module.css";

/** The day whose ledgers and rules are asked; empty: now. */
export function AsOfField() {
  const words = useWords(PLANNING_WORDS).result;
  const id = useId();
  const asOf = useView((view) => view.planning.asOf);
  return (
    <span className={styles.row} title={words.asOfHint}>
      <label htmlFor={id} className={styles.label}>
        {words.asOf}
      </label>
      <Input
        type="date"
        size="small"
        id={id}
        max={localDayOf(new Date())}
        value={asOf ?? ""}
        style={{ width: 130 }}
        onChange={({ target }) =>
          changeView(({ planning }) => ({ planning: { ...planning, asOf: target.value || null } }))
        }
      />
    </span>
  );
}
