import { Button } from "antd";
import type { StagedRowView } from "../../../api.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./rows.module.css";
import type { RowActions } from "./rows-panel.tsx";

/** A person's word about one row. A refused row has to be mended first; one with candidates is answered beside them. */
export function RowButtons({
  row,
  disabled,
  decide,
}: { row: StagedRowView; disabled: boolean } & Pick<RowActions, "decide">) {
  const words = useWords(ROW_WORDS);
  const say = (decision: "accept" | "reject" | null) => decide([{ row: row.row, decision }]);
  if (row.kind === "refused" || row.kind === "unchanged") return null;
  const hasCandidates = row.candidates !== null && row.candidates.length > 0;
  return (
    <>
      {row.decision === "accept" && <small className={styles.accepted}>✓ {words.accepted}</small>}
      {row.kind === "suspicious" && !hasCandidates && (
        <Button size="small" disabled={disabled} onClick={() => say("accept")}>
          {words.accept}
        </Button>
      )}
      {row.decision !== null ? (
        <Button size="small" disabled={disabled} onClick={() => say(null)}>
          {words.takeBack}
        </Button>
      ) : (
        <Button size="small" disabled={disabled} onClick={() => say("reject")}>
          {words.leaveOut}
        </Button>
      )}
    </>
  );
}
