import { memo } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { DraftSettings, RemarkGroup, StagedRowView } from "../../../api.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { Candidates } from "./candidates.tsx";
import { Changes } from "./changes.tsx";
import type { FileColumns } from "./file-columns.ts";
import { RemarkLine } from "./remark-line.tsx";
import { RowButtons } from "./row-buttons.tsx";
import { KIND_MARKS } from "./row-kinds.ts";
import { RowSummary } from "./row-summary.tsx";
import styles from "./rows.module.css";
import type { RowActions } from "./rows-panel.tsx";

/** One row of the file: what it is about, what it would change, what is remarkable, and what can be done. */
export const RowLine = memo(function RowLine(props: {
  row: StagedRowView;
  layer: LayerDefinition;
  groups: readonly RemarkGroup[];
  columns: FileColumns;
  settings: DraftSettings;
  disabled: boolean;
  actions: RowActions;
}) {
  const { row, layer, groups, columns, settings, disabled, actions } = props;
  const words = useWords(ROW_WORDS);
  const language = useLanguage();
  return (
    <>
      <span className={styles.place}>
        <span className={styles.mark} role="img" aria-label={words.kinds[row.kind]} title={words.kinds[row.kind]}>
          {KIND_MARKS[row.kind]}
        </span>
        {formatNumber(row.row, language)}
      </span>
      <span className={styles.code}>
        {row.code ?? words.unknown}
        {!row.codeGiven && row.code !== null && <small>{row.before ? words.matched : words.made}</small>}
      </span>
      <span className={styles.name}>{row.after?.name || row.before?.name || "–"}</span>
      <div className={styles.content}>
        {row.kind !== "unchanged" && row.before && row.after && (
          <Changes layer={layer} before={row.before} after={row.after} changed={row.changes} />
        )}
        {!row.before && row.after && <RowSummary layer={layer} state={row.after} />}
        {row.remarks.map((remark, index) => (
          <RemarkLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's remarks never change their order
            key={index}
            remark={remark}
            groups={groups}
            columns={columns}
            settings={settings}
            disabled={disabled}
            actions={actions}
          />
        ))}
        {row.candidates && row.candidates.length > 0 && (
          <Candidates row={row} disabled={disabled} decide={actions.decide} />
        )}
      </div>
      <div className={styles.buttons}>
        <RowButtons row={row} disabled={disabled} decide={actions.decide} />
      </div>
    </>
  );
});
