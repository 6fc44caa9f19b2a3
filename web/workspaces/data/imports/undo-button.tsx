import { UndoOutlined } from "@ant-design/icons";
import { App, Button, Modal, Spin } from "antd";
import { useState } from "react";
import { removeImport } from "../../../api.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { tellRecordChanged, useDelivery } from "../intake-queries.ts";
import { Trouble } from "../trouble.tsx";
import { PersonField } from "../upload/person-field.tsx";
import styles from "./imports.module.css";

const NAMED = 20;

/** Takes an import back, after saying what somebody has changed since and what therefore stays. */
export function UndoButton({ id, fileName }: { id: string; fileName: string }) {
  const words = useWords(DATA_PAGE_WORDS);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<UndoOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {words.imports.undo}
      </Button>
      {isOpen && <UndoDialog id={id} fileName={fileName} onClose={() => setOpen(false)} />}
    </>
  );
}

function UndoDialog({ id, fileName, onClose }: { id: string; fileName: string; onClose: () => void }) {
  const words = useWords(DATA_PAGE_WORDS);
  const language = useLanguage();
  const { message } = App.useApp();
  const person = usePerson(({ name }) => name.trim());
  const { data, isFetching } = useDelivery(id);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const number = (value: number) => formatNumber(value, language);
  const touched = data?.import?.touchedSince ?? [];
  const undo = async () => {
    setWorking(true);
    setError(null);
    try {
      const outcome = await removeImport(id, person);
      onClose();
      tellRecordChanged(id);
      if (outcome) {
        const { removed, restored, kept } = outcome;
        void message.success(words.imports.undoneNow(number(removed), number(restored), number(kept.length)));
      }
    } catch (problem) {
      setError(problem);
      setWorking(false);
    }
  };
  return (
    <Modal
      open
      title={words.imports.undoAsk(fileName)}
      okText={words.imports.undo}
      cancelText={words.no}
      okButtonProps={{ danger: true, disabled: isFetching || person === "", loading: isWorking }}
      onOk={() => void undo()}
      onCancel={onClose}
    >
      <p>{words.imports.undoHint}</p>
      {isFetching && <Spin />}
      {touched.length > 0 && (
        <p className={styles.kept}>
          ⚠ {words.imports.kept(touched.length)} {touched.slice(0, NAMED).join(language === "zh" ? "、" : ", ")}{" "}
          {touched.length > NAMED && words.imports.keptMore(touched.length - NAMED)}
        </p>
      )}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field within is the control */}
      <label className={styles.person}>
        {words.start.person} <PersonField />
      </label>
      {error !== null && <Trouble error={error} />}
    </Modal>
  );
}
