import { Button, Input } from "antd";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import styles from "./edit.module.css";
import type { InputProps } from "./field-input.tsx";

/** A value that is on record and withheld: it stays, is replaced by what is typed, or is emptied by a word of its own. */
export function PersonalInput({ content, onChange, common }: InputProps & { common: object }) {
  const words = useWords(EDIT_WORDS);
  const isEmptied = content === null;
  return (
    <div className={styles.personal}>
      <Input
        {...common}
        autoComplete="off"
        disabled={isEmptied}
        value={isEmptied ? "" : String(content)}
        placeholder={isEmptied ? words.personalEmptied : words.personalKept}
        title={words.personalHint}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
      />
      <Button size="small" type="text" onClick={() => onChange(isEmptied ? undefined : null)}>
        {isEmptied ? words.keep : words.empty}
      </Button>
    </div>
  );
}
