import { Button, Input } from "antd";
import { useState } from "react";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./rows.module.css";

/** Cells of one row to type over. */
export function CellForm(props: {
  row: number;
  /** Column → what stands there. */
  values: Readonly<Record<string, string>>;
  disabled: boolean;
  onSave: (typed: Readonly<Record<string, string>>) => void;
  onCancel: () => void;
}) {
  const { row, values, disabled, onSave, onCancel } = props;
  const words = useWords(ROW_WORDS);
  const [typed, setTyped] = useState(values);
  return (
    <form
      className={styles.cell}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed);
      }}
      onKeyDown={({ key }) => key === "Escape" && onCancel()}
    >
      {Object.entries(typed).map(([column, value], index) => (
        <Input
          key={column}
          autoFocus={index === 0}
          size="small"
          aria-label={words.editOf(column, row)}
          placeholder={column}
          value={value}
          maxLength={10_000}
          onChange={({ target }) => setTyped({ ...typed, [column]: target.value })}
        />
      ))}
      <Button size="small" type="primary" htmlType="submit" disabled={disabled}>
        {words.save}
      </Button>
      <Button size="small" onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}
