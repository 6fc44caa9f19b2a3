import { Button, Tag } from "antd";
import type { DraftSettings } from "../../../api.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./rows.module.css";

/** What a person has mended in this file, and the way to take it back. */
export function SettledFixes(props: {
  settings: DraftSettings;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { settings, disabled, onChange } = props;
  const { acceptedFixes, edits } = settings;
  const words = useWords(ROW_WORDS);
  const remarks = useWords(REMARK_WORDS);
  if (acceptedFixes.length === 0 && edits.length === 0) return null;
  return (
    <div className={styles.actions}>
      {acceptedFixes.length > 0 && <span>{words.fixesOn}</span>}
      {acceptedFixes.map((fix) => (
        <Tag
          key={fix}
          closable={!disabled}
          closeIcon={<span title={words.fixOff(remarks.fixes[fix])}>×</span>}
          onClose={(event) => {
            // The tag goes when the server has agreed.
            event.preventDefault();
            onChange({ acceptedFixes: acceptedFixes.filter((each) => each !== fix) });
          }}
        >
          {remarks.fixes[fix]}
        </Tag>
      ))}
      {edits.length > 0 && (
        <>
          <span>{words.edits(edits.length)}</span>
          <Button size="small" disabled={disabled} onClick={() => onChange({ edits: [] })}>
            {words.editsOff}
          </Button>
        </>
      )}
    </div>
  );
}
