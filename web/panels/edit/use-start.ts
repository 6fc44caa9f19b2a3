import { App } from "antd";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useLanguage } from "../../messages/words.ts";
import { endEditing, hasUnsaved, useEditing } from "../../state/editing.ts";
import { sessionName } from "./session-name.ts";
import { reopen } from "./use-kept-draft.tsx";

/** Begins another form; when one has unsaved changes, the person is asked first. */
export function useStart(): (begin: () => void | Promise<void>) => void {
  const { modal, message } = App.useApp();
  const language = useLanguage();
  return (begin) => {
    const words = EDIT_WORDS[language];
    const run = () => {
      Promise.resolve()
        .then(begin)
        .catch((error: Error) => void message.error(error.message));
    };
    const { session } = useEditing.getState();
    if (!session || !hasUnsaved(session)) return run();
    modal.confirm({
      title: words.discardAsk(sessionName(session, language)),
      okText: words.continueEditing,
      cancelText: words.discardOld,
      onOk: reopen,
      // Only the button discards: not Escape, not a click beside the question.
      keyboard: false,
      maskClosable: false,
      onCancel: () => {
        endEditing();
        run();
      },
    });
  };
}
