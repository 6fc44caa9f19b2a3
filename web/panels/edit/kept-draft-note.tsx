import { Alert, Button } from "antd";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { endEditing, hasUnsaved, useEditing } from "../../state/editing.ts";
import styles from "./edit.module.css";
import { sessionName } from "./session-name.ts";
import { reopen } from "./use-kept-draft.tsx";

/** Where another feature's details are open: that the changes to this one still wait. */
export function KeptDraftNote() {
  const words = useWords(EDIT_WORDS);
  const language = useLanguage();
  const session = useEditing((editing) => editing.session);
  if (!session || !hasUnsaved(session)) return null;
  return (
    <Alert
      className={styles.kept!}
      type="warning"
      showIcon
      title={words.keptHint(sessionName(session, language))}
      action={
        <span className={styles.keptButtons}>
          <Button size="small" onClick={endEditing}>
            {words.discard}
          </Button>
          <Button size="small" type="primary" onClick={reopen}>
            {words.continueEditing}
          </Button>
        </span>
      }
    />
  );
}
