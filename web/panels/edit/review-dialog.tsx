import { Modal } from "antd";
import { useState } from "react";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { type EditSession, geometryOf } from "../../state/editing.ts";
import { usePerson } from "../../state/person.ts";
import { ChangeTable } from "./change-table.tsx";
import styles from "./edit.module.css";
import type { FieldChange } from "./read-form.ts";
import { PersonField, ReasonField } from "./who-and-why.tsx";

interface Props {
  readonly session: EditSession;
  readonly changes: readonly FieldChange[];
  readonly isBusy: boolean;
  readonly onSave: (reason: string | null) => void;
  readonly onBack: () => void;
}

/** Old and new once more, and whose change it is, before anything is written. */
export function ReviewDialog({ session, changes, isBusy, onSave, onBack }: Props) {
  const words = useWords(EDIT_WORDS);
  const [reason, setReason] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const isNew = session.base === null;
  const save = () => {
    setIsAsked(true);
    if (usePerson.getState().name.trim() !== "") onSave(reason.trim() || null);
  };
  return (
    <Modal
      open
      width={680}
      title={isNew ? words.reviewNewTitle : words.reviewTitle}
      okText={words.confirm}
      cancelText={words.back}
      confirmLoading={isBusy}
      onOk={save}
      onCancel={onBack}
    >
      <div className={styles.scroll}>
        <ChangeTable
          changes={changes}
          before={session.base && geometryOf(session.base)}
          geometry={session.geometry}
          isNew={isNew}
        />
      </div>
      <div className={styles.whoAndWhy}>
        <PersonField isAsked={isAsked} />
        {!isNew && <ReasonField reason={reason} isRequired={false} isAsked={isAsked} onChange={setReason} />}
      </div>
    </Modal>
  );
}
