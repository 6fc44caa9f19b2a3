import { Button, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useId, useState } from "react";
import { LAYERS } from "#data/layers/index.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { changeView, useView } from "../../../state/view-store.ts";
import { Trouble } from "../trouble.tsx";
import { FileDrop } from "./file-drop.tsx";
import { PersonField } from "./person-field.tsx";
import styles from "./upload.module.css";
import { startUpload } from "./uploads.ts";

/** Where a delivery begins: which file, into which layer, by whom. */
export function StartForm() {
  const words = useWords(DATA_PAGE_WORDS).start;
  const title = useTitle();
  const layer = useView((view) => view.dataLayer);
  const person = usePerson(({ name }) => name.trim());
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState("");
  const [observedOn, setObservedOn] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ids = { layer: useId(), person: useId(), source: useId(), day: useId() };
  const missing = !file ? "file" : !layer ? "layer" : person === "" ? "person" : null;
  const begin = async () => {
    setStarting(true);
    setError(null);
    try {
      await startUpload(file!, {
        by: person,
        settings: { layer: layer!, observedOn, source: source.trim() === "" ? null : source.trim() },
      });
    } catch (refusal) {
      setError(refusal);
      setStarting(false);
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !isStarting) void begin();
      }}
    >
      <FileDrop file={file} onFile={setFile} />
      <div className={styles.fields}>
        <Field id={ids.layer} label={words.layer}>
          <Select
            id={ids.layer}
            value={layer}
            placeholder={words.chooseLayer}
            showSearch={{ optionFilterProp: "label" }}
            options={LAYERS.map(({ id, title: name }) => ({ value: id, label: title(name) }))}
            onChange={(dataLayer: string) => changeView({ dataLayer })}
          />
        </Field>
        <Field id={ids.person} label={words.person}>
          <PersonField id={ids.person} />
        </Field>
        <Field id={ids.source} label={words.source}>
          <Input
            id={ids.source}
            value={source}
            maxLength={200}
            placeholder={words.sourceHint}
            onChange={({ target }) => setSource(target.value)}
          />
        </Field>
        <Field id={ids.day} label={words.observedOn}>
          <DatePicker
            id={ids.day}
            value={observedOn === null ? null : dayjs(observedOn)}
            placeholder={words.observedOnHint}
            onChange={(day) => setObservedOn(day ? day.format("YYYY-MM-DD") : null)}
          />
        </Field>
      </div>
      {error !== null && <Trouble error={error} />}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" disabled={missing !== null} loading={isStarting}>
          {words.begin}
        </Button>
        <span className={styles.note} aria-live="polite">
          {missing && words.missing[missing]}
        </span>
      </div>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
