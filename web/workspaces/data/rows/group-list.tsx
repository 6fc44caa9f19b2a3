import type { RemarkGroup } from "../../../api.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { groupsByRemark } from "./remark-groups.ts";
import styles from "./rows.module.css";

const MARKS = { refusal: "×", suspicion: "?", notice: "i" } as const;

/** Remarks with how many rows have them: choosing one shows its rows alone. */
export function GroupList(props: {
  groups: readonly RemarkGroup[];
  chosen: RemarkGroup | null;
  onChoose: (group: RemarkGroup | null) => void;
}) {
  const { groups, chosen, onChoose } = props;
  const words = useWords(ROW_WORDS);
  const remarks = useWords(REMARK_WORDS);
  const language = useLanguage();
  return (
    <fieldset className={styles.groups} aria-label={words.groups}>
      {groupsByRemark(groups).map((group) => {
        const { reason, severity, column, rows } = group;
        const isChosen = chosen?.reason === reason && chosen.column === column;
        return (
          <button
            key={`${reason} ${column}`}
            type="button"
            className={styles.group}
            data-severity={severity}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? null : group)}
          >
            <span aria-hidden="true" className={styles.mark}>
              {MARKS[severity]}
            </span>
            <span className={styles.spoken}>{remarks.severities[severity]} </span>
            {words.group(column ?? remarks.wholeRow, remarks.reasons[reason] ?? reason)}{" "}
            <strong>{formatNumber(rows, language)}</strong>
          </button>
        );
      })}
    </fieldset>
  );
}
