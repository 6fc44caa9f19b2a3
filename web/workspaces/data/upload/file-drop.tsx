import { FileAddOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type DragEvent, useId, useRef, useState } from "react";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatBytes } from "../clock.ts";
import styles from "./upload.module.css";

const ENDINGS = ".xlsx,.csv,.tsv,.txt,.geojson,.json,.geojsonl,.ndjson,.zip,.gpkg,.kml,.kmz,.gz";

/** As many bytes as the server takes. */
const MOST_BYTES = 600_000_000;

/** One file, dropped or picked. What cannot be a delivery is said at once. */
export function FileDrop({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const words = useWords(DATA_PAGE_WORDS).start;
  const language = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const note = useId();
  const take = (files: FileList | null) => {
    const [only] = files ?? [];
    if (!only) return;
    const trouble =
      files!.length > 1
        ? words.oneFile
        : only.size === 0
          ? words.empty
          : only.size > MOST_BYTES
            ? words.tooLarge
            : null;
    setProblem(trouble);
    if (trouble === null) onFile(only);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={styles.drop}
      aria-label={words.pick}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <FileAddOutlined className={styles.icon} aria-hidden="true" />
      <p className={styles.line}>
        {words.drop}
        <Button aria-describedby={note} onClick={() => picker.current!.click()}>
          {words.pick}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept={ENDINGS}
          onChange={({ target }) => {
            take(target.files);
            // The same file chosen again is a choice as well.
            target.value = "";
          }}
        />
      </p>
      <p className={styles.file} aria-live="polite">
        {problem ? (
          <span className={styles.problem}>{problem}</span>
        ) : (
          file && (
            <>
              <strong>{file.name}</strong> {formatBytes(file.size, language)}
            </>
          )
        )}
      </p>
      <p id={note} className={styles.note}>
        {words.accepted}
      </p>
    </section>
  );
}
