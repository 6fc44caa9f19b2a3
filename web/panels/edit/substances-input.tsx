import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import type { SubstanceLine } from "../../state/editing.ts";
import styles from "./edit.module.css";

const EMPTY: SubstanceLine = { name: "", cas: "", tonnes: "" };

interface Props {
  readonly label: string;
  readonly lines: readonly SubstanceLine[];
  readonly onChange: (lines: readonly SubstanceLine[]) => void;
}

/** Substances at their design maximum, a line each. */
export function SubstancesInput({ label, lines, onChange }: Props) {
  const words = useWords(EDIT_WORDS);
  const detail = useWords(DETAIL_WORDS);
  const columns = { name: detail.substance, cas: detail.cas, tonnes: detail.tonnes };
  const set = (at: number, patch: Partial<SubstanceLine>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...patch } : line)));
  return (
    <fieldset className={styles.substances} aria-label={label}>
      {lines.length > 0 && (
        <div className={styles.substanceHead} aria-hidden>
          {Object.values(columns).map((column) => (
            <span key={column}>{column}</span>
          ))}
        </div>
      )}
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
        <div key={i} className={styles.substance}>
          {(["name", "cas", "tonnes"] as const).map((column) => (
            <Input
              key={column}
              size="small"
              aria-label={words.substanceField(columns[column], i + 1)}
              value={line[column]}
              {...(column === "tonnes" && { inputMode: "decimal" as const })}
              onChange={({ target }) => set(i, { [column]: target.value })}
            />
          ))}
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={words.removeSubstance(i + 1)}
            title={words.removeSubstance(i + 1)}
            onClick={() => onChange(lines.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...lines, EMPTY])}>
        {words.addSubstance}
      </Button>
    </fieldset>
  );
}
