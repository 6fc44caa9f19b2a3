import { Button } from "antd";
import { useState } from "react";
import type { DraftSettings, Remark, RemarkGroup } from "../../../api.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { cellValues, fixText, withEdits } from "./cell-edits.ts";
import { CellForm } from "./cell-form.tsx";
import type { FileColumns } from "./file-columns.ts";
import { rowsOfFix } from "./remark-groups.ts";
import { codeTitle, detailText, expectedText } from "./remark-text.ts";
import styles from "./rows.module.css";
import type { RowActions } from "./rows-panel.tsx";

/** What is remarkable about a cell or a row, and how it can be mended. */
export function RemarkLine(props: {
  remark: Remark;
  groups: readonly RemarkGroup[];
  /** Of the file: a remark may be about several at once, and those are not typed over as one. */
  columns: FileColumns;
  settings: DraftSettings;
  disabled: boolean;
  actions: RowActions;
}) {
  const { remark, columns, groups, settings, disabled, actions } = props;
  const { row, column, value, severity, reason, detail, fix } = remark;
  const words = useWords(ROW_WORDS);
  const remarks = useWords(REMARK_WORDS);
  const language = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const edit = (edits: Readonly<Record<string, string>>) =>
    actions.change({ edits: withEdits(settings.edits, row, edits) });
  const cells = reason === "fix-applied" ? [] : columns.cellsOf(remark);
  const expected = expectedText(remark, column === null ? undefined : columns.attributeOf(column), remarks, language);
  const alike = fix ? rowsOfFix(groups, fix.kind) : 0;
  return (
    <div className={styles.remark} data-severity={severity}>
      <span className={styles.said}>
        <strong>{remarks.severities[severity]}</strong> {column ?? remarks.wholeRow}
        {value !== null && <q>{value}</q>} {remarks.reasons[reason] ?? reason}
        {detail !== null && <small> ({detailText(remark, remarks)})</small>}
        {expected !== null && <small> {remarks.allowed(expected)}</small>}
      </span>
      {fix && Object.keys(fix.edits).length > 0 && (
        <Button size="small" type="primary" ghost disabled={disabled} onClick={() => edit(fix.edits)}>
          {fixText(fix, remarks, (of, text) => codeTitle(text, columns.attributeOf(of), language))}
        </Button>
      )}
      {fix && alike > 0 && (alike > 1 || Object.keys(fix.edits).length === 0) && (
        <Button
          size="small"
          disabled={disabled}
          onClick={() => actions.change({ acceptedFixes: [...new Set([...settings.acceptedFixes, fix.kind])] })}
        >
          {words.toAll(remarks.fixes[fix.kind], formatNumber(alike, language))}
        </Button>
      )}
      {cells.length > 0 && !isEditing && (
        <Button size="small" type="text" disabled={disabled} onClick={() => setEditing(true)}>
          {words.edit}
        </Button>
      )}
      {isEditing && (
        <CellForm
          row={row}
          values={cellValues(cells, value)}
          disabled={disabled}
          onSave={edit}
          onCancel={() => setEditing(false)}
        />
      )}
    </div>
  );
}
