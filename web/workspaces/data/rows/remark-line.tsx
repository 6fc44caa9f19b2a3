import { Button, Input } from "antd";
import { useState } from "react";
import type { DraftSettings, Remark, RemarkGroup } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { fixText, withEdits } from "./cell-edits.ts";
import type { FileColumns } from "./file-columns.ts";
import { rowsOfFix } from "./remark-groups.ts";
import { allowedText, codeTitle, codeTitles, detailText } from "./remark-text.ts";
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
  const { row, column, value, severity, reason, detail, allowed, fix } = remark;
  const words = useWords(INTAKE_WORDS).rows;
  const remarks = useWords(REMARK_WORDS);
  const language = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const edit = (edits: Readonly<Record<string, string>>) =>
    actions.change({ edits: withEdits(settings.edits, row, edits) });
  const titles = column === null ? null : codeTitles(columns.attributeOf(column), language);
  const alike = fix ? rowsOfFix(groups, fix.kind) : 0;
  return (
    <div className={styles.remark} data-severity={severity}>
      <span className={styles.said}>
        <strong>{remarks.severities[severity]}</strong> {column ?? remarks.wholeRow}
        {value !== null && <q>{value}</q>} {remarks.reasons[reason] ?? reason}
        {detail !== null && <small> ({detailText(remark, remarks)})</small>}
        {allowed !== null && <small> {remarks.allowed(titles ?? allowedText(allowed, remarks))}</small>}
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
      {column !== null && columns.has(column) && severity !== "notice" && !isEditing && (
        <Button size="small" type="text" disabled={disabled} onClick={() => setEditing(true)}>
          {words.edit}
        </Button>
      )}
      {column !== null && isEditing && (
        <CellForm
          label={words.editOf(column, row)}
          value={value ?? ""}
          disabled={disabled}
          onSave={(typed) => edit({ [column]: typed })}
          onCancel={() => setEditing(false)}
        />
      )}
    </div>
  );
}

function CellForm(props: {
  label: string;
  value: string;
  disabled: boolean;
  onSave: (typed: string) => void;
  onCancel: () => void;
}) {
  const words = useWords(INTAKE_WORDS).rows;
  const [typed, setTyped] = useState(props.value);
  return (
    <form
      className={styles.cell}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(typed);
      }}
    >
      <Input
        autoFocus
        size="small"
        aria-label={props.label}
        value={typed}
        maxLength={10_000}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === "Escape" && props.onCancel()}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={props.disabled}>
        {words.save}
      </Button>
      <Button size="small" onClick={props.onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}
