import { Modal } from "antd";
import { useState } from "react";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { usePerson } from "../../state/person.ts";
import styles from "./edit.module.css";
import { PersonField, ReasonField } from "./who-and-why.tsx";

interface Props {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onRemove: (reason: string) => void;
  readonly onBack: () => void;
}

/** Asks twice, and why: the history keeps the answer. */
export function RemoveDialog({ name, isBusy, onRemove, onBack }: Props) {
  const words = useWords(EDIT_WORDS);
  const [reason, setReason] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const remove = () => {
    setIsAsked(true);
    if (reason.trim() !== "" && usePerson.getState().name.trim() !== "") onRemove(reason.trim());
  };
  return (
    <Modal
      open
      title={words.removeAsk(name)}
      okText={words.removeNow}
      okButtonProps={{ danger: true }}
      cancelText={words.cancel}
      confirmLoading={isBusy}
      onOk={remove}
      onCancel={onBack}
    >
      <p>{words.removeHint}</p>
      <div className={styles.whoAndWhy}>
        <ReasonField reason={reason} isRequired isAsked={isAsked} onChange={setReason} />
        <PersonField isAsked={isAsked} />
      </div>
    </Modal>
  );
}
