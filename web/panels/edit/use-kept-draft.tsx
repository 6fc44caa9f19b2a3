import { App, Button } from "antd";
import { useEffect, useRef } from "react";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { type EditSession, endEditing, hasUnsaved, useEditing } from "../../state/editing.ts";
import { changeView } from "../../state/view-store.ts";
import { sessionName } from "./session-name.ts";

const KEY = "kept-draft";

/** However a form is closed: unsaved changes are kept, and the person is told and asked. */
export function useKeptDraft({ layer, base }: EditSession): void {
  const { notification } = App.useApp();
  const language = useLanguage();
  const tell = () => {
    const { session } = useEditing.getState();
    // Another form has taken this one's place: the person was asked before.
    if (session?.layer !== layer || session.base?.id !== base?.id) return;
    if (!hasUnsaved(session)) return endEditing();
    const words = EDIT_WORDS[language];
    notification.warning({
      key: KEY,
      title: words.keptTitle,
      description: words.keptHint(sessionName(session, language)),
      placement: "bottomRight",
      duration: 0,
      actions: <Choice close={() => notification.destroy(KEY)} />,
    });
  };
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    notification.destroy(KEY);
    return () => latest.current();
  }, [notification]);
}

function Choice({ close }: { close: () => void }) {
  const words = useWords(EDIT_WORDS);
  const choose = (then: () => void) => () => {
    close();
    then();
  };
  return (
    <>
      <Button size="small" onClick={choose(endEditing)}>
        {words.discard}
      </Button>{" "}
      <Button size="small" type="primary" onClick={choose(reopen)}>
        {words.continueEditing}
      </Button>
    </>
  );
}

/** Brings the form back in front. */
export function reopen(): void {
  const { session } = useEditing.getState();
  if (!session) return;
  const { layer, base } = session;
  changeView({ tool: "detail", detail: base && { layer, id: base.id } });
}
