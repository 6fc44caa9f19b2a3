import { Button } from "antd";
import type { DraftSettings, RemarkGroup } from "../../../api.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./rows.module.css";
import type { RowActions } from "./rows-panel.tsx";

/** One word for all rows that share a remark. A row that may be one of several features needs a word of its own. */
export function GroupActions(props: {
  group: RemarkGroup;
  settings: DraftSettings;
  disabled: boolean;
  actions: RowActions;
}) {
  const { group, settings, disabled, actions } = props;
  const words = useWords(ROW_WORDS);
  const remarks = useWords(REMARK_WORDS);
  const language = useLanguage();
  const { reason, column, severity, fix } = group;
  const rows = formatNumber(group.rows, language);
  const canDecide = severity === "suspicion" && reason !== "doubtful-match";
  const canFix = fix !== null && !settings.acceptedFixes.includes(fix);
  if (!canDecide && !canFix) return null;
  return (
    <div className={styles.actions}>
      {canFix && (
        <Button
          size="small"
          type="primary"
          disabled={disabled}
          onClick={() => actions.change({ acceptedFixes: [...settings.acceptedFixes, fix] })}
        >
          {words.toAll(remarks.fixes[fix], rows)}
        </Button>
      )}
      {canDecide &&
        (["accept", "reject"] as const).map((decision) => (
          <Button
            key={decision}
            size="small"
            disabled={disabled}
            onClick={() => actions.decide([{ reason, column, decision }])}
          >
            {decision === "accept" ? words.acceptAll(rows) : words.leaveOutAll(rows)}
          </Button>
        ))}
    </div>
  );
}
