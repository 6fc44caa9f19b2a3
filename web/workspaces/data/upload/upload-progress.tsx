import { Alert, Button, Progress } from "antd";
import { useState } from "react";
import type { DraftView } from "../../../api.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatBytes } from "../clock.ts";
import { Trouble } from "../trouble.tsx";
import { FileDrop } from "./file-drop.tsx";
import styles from "./upload.module.css";
import { continueUpload, useUploads } from "./uploads.ts";

/** How far the file is; after a reload, or a line that stayed broken, the way to go on. */
export function UploadProgress({ draft }: { draft: DraftView }) {
  const words = useWords(DATA_PAGE_WORDS).start;
  const language = useLanguage();
  const upload = useUploads(({ running }) => running.get(draft.id));
  const sent = Math.max(upload?.sent ?? 0, draft.received);
  const percent = draft.bytes === 0 ? 100 : Math.floor((sent / draft.bytes) * 100);
  const isRunning = upload !== undefined && upload.error === null;
  return (
    <section className={styles.progress} aria-label={words.sending(percent)}>
      <strong>{isRunning ? words.sending(percent) : words.broken}</strong>
      <Progress percent={percent} status={isRunning ? "active" : "exception"} aria-label={words.sending(percent)} />
      <span className={styles.note}>{words.sent(formatBytes(sent, language), formatBytes(draft.bytes, language))}</span>
      {upload && isRunning ? (
        <div className={styles.actions}>
          <Button onClick={upload.cancel}>{words.cancel}</Button>
        </div>
      ) : (
        <>
          {upload && <Trouble error={upload.error} />}
          <Resume draft={draft} />
        </>
      )}
    </section>
  );
}

function Resume({ draft }: { draft: DraftView }) {
  const words = useWords(DATA_PAGE_WORDS).start;
  const language = useLanguage();
  const [isOther, setOther] = useState(false);
  const take = (file: File) => {
    const isSame = file.name === draft.fileName && file.size === draft.bytes;
    setOther(!isSame);
    if (isSame) void continueUpload(draft.id, file, draft.received);
  };
  return (
    <>
      <p className={styles.note}>{words.resumeHint(draft.fileName, formatBytes(draft.bytes, language))}</p>
      <FileDrop file={null} onFile={take} />
      {isOther && <Alert type="warning" showIcon title={words.otherFile} />}
    </>
  );
}
