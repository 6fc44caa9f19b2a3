import { Button } from "antd";
import type { StagedRowView } from "../../../api.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useWords } from "../../../messages/words.ts";
import { metres } from "../../../ui/quantities.ts";
import styles from "./rows.module.css";
import type { RowActions } from "./rows-panel.tsx";

/** The features that a row without a code may be about: one of them, or none. */
export function Candidates({
  row,
  disabled,
  decide,
}: { row: StagedRowView; disabled: boolean } & Pick<RowActions, "decide">) {
  const words = useWords(ROW_WORDS);
  const isOpen = row.kind === "suspicious";
  return (
    <div className={styles.candidates}>
      <span>{words.candidates}</span>
      <ul>
        {row.candidates!.map(({ code, name, distanceM, score }) => (
          <li key={code}>
            <span>
              {name} <code>{code}</code>{" "}
              <small>{words.candidate(metres(distanceM), `${Math.round(score * 100)}%`)}</small>
            </span>
            {row.decision === "accept" && row.code === code && <small>✓</small>}
            {isOpen && (
              <Button
                size="small"
                disabled={disabled}
                onClick={() => decide([{ row: row.row, decision: "accept", match: code }])}
              >
                {words.same}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <Button size="small" disabled={disabled} onClick={() => decide([{ row: row.row, decision: "accept" }])}>
          {words.asNew}
        </Button>
      )}
    </div>
  );
}
