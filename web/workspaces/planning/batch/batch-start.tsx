import { DeleteOutlined, FileAddOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber, Segmented, Select } from "antd";
import { useId, useRef, useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { startBatch } from "../../../api-batches.ts";
import { BATCH_WORDS } from "../../../messages/planning-batch.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { openQuestions, type ProposalDraft } from "../../../state/proposal-draft.ts";
import { UseForm } from "../check/use-form.tsx";
import styles from "./batch.module.css";
import { type BatchForm, NEW_BATCH, toAsked, useOf, withCode } from "./batch-asked.ts";
import { rereadBatches } from "./batch-queries.ts";
import { useOpenBatch } from "./open-batch.ts";

const ENDINGS = ".geojson,.json,.geojsonl,.ndjson,.zip,.gpkg,.kml,.kmz";
/** As many bytes as the server takes. */
const MOST_BYTES = 100_000_000;
const DATUMS = ["declared", "wgs84", "cgcs2000", "gcj02", "bd09", "other"] as const;

/** A file of parcels, what they are to be, and in which coordinates they are. */
export function BatchStart({ draft }: { draft: ProposalDraft }) {
  const words = useWords(BATCH_WORDS);
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [form, setForm] = useState(NEW_BATCH);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const by = usePerson(({ name }) => name);
  const change = (part: Partial<BatchForm>) => setForm({ ...form, ...part });
  const use = useOf(draft);
  const asked = file && toAsked(form, use, file.name);
  const take = (given: File | undefined) => {
    if (!given) return;
    setProblem(given.size > MOST_BYTES ? words.tooLarge : null);
    setFile(given.size > MOST_BYTES ? null : given);
  };
  const start = async () => {
    if (!file || !asked) return;
    setSending(true);
    setProblem(null);
    try {
      const batch = await startBatch(asked, by.trim(), file);
      useOpenBatch.setState({ id: batch.id });
      await rereadBatches();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <FileField file={file} onFile={take} />
      <section className={styles.section}>
        <Segmented<BatchForm["way"]>
          size="small"
          aria-label={words.wayLabel}
          value={form.way}
          options={(["one", "column"] as const).map((value) => ({ value, label: words.ways[value] }))}
          onChange={(way) => change({ way })}
        />
        <p className={styles.soft}>{words.useNow}</p>
      </section>
      <UseForm draft={draft} />
      {form.way === "column" && <Codes draft={draft} form={form} onChange={setForm} />}
      <section className={styles.fields}>
        <label htmlFor={`${id}datum`}>{words.datum}</label>
        <Select<BatchForm["datum"]>
          id={`${id}datum`}
          size="small"
          value={form.datum}
          options={DATUMS.map((value) => ({ value, label: words.datums[value] }))}
          onChange={(datum) => change({ datum })}
        />
        {form.datum === "other" && (
          <>
            <span />
            <Input
              size="small"
              aria-label={words.otherDatum}
              placeholder={words.otherDatum}
              maxLength={200}
              value={form.otherDatum}
              onChange={({ target }) => change({ otherDatum: target.value })}
            />
          </>
        )}
        <label htmlFor={`${id}error`}>{words.positionError}</label>
        <InputNumber
          id={`${id}error`}
          size="small"
          min={0}
          max={1_000}
          suffix="m"
          value={form.positionErrorM}
          onChange={(positionErrorM) => change({ positionErrorM: positionErrorM ?? 0 })}
          style={{ width: "100%" }}
        />
        <label htmlFor={`${id}by`}>{words.by}</label>
        <Input
          id={`${id}by`}
          size="small"
          maxLength={LONGEST_PERSON}
          value={by}
          onChange={({ target }) => setPerson(target.value)}
        />
      </section>
      <section className={styles.section}>
        <Button type="primary" loading={isSending} disabled={!asked || by.trim() === ""} onClick={() => void start()}>
          {isSending ? words.sending : words.start}
        </Button>
        {problem !== null && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </section>
    </>
  );
}

function FileField({ file, onFile }: { file: File | null; onFile: (file: File | undefined) => void }) {
  const words = useWords(BATCH_WORDS);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <section
      className={styles.drop}
      aria-label={words.file}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <Button icon={<FileAddOutlined />} onClick={() => picker.current!.click()}>
        {words.pick}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={ENDINGS}
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          // The same file chosen again is a choice as well.
          target.value = "";
        }}
      />
      <output>{file ? <b>{file.name}</b> : <span className={styles.soft}>{words.dropHint}</span>}</output>
    </section>
  );
}

function Codes(props: { draft: ProposalDraft; form: BatchForm; onChange: (form: BatchForm) => void }) {
  const { draft, form, onChange } = props;
  const words = useWords(BATCH_WORDS);
  const uses = useWords(USE_WORDS);
  const [code, setCode] = useState("");
  const use = useOf(draft);
  const open = openQuestions(draft).map((field) => uses.fields[field]);
  return (
    <section className={styles.fields} aria-label={words.codes}>
      <label htmlFor="batch-column">{words.column}</label>
      <Input
        id="batch-column"
        size="small"
        placeholder={words.columnHint}
        maxLength={300}
        value={form.column}
        onChange={({ target }) => onChange({ ...form, column: target.value })}
      />
      <label htmlFor="batch-code">{words.code}</label>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (!use || code.trim() === "") return;
          onChange(withCode(form, code.trim(), draft, use));
          setCode("");
        }}
      >
        <Input
          id="batch-code"
          size="small"
          maxLength={100}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <Button size="small" htmlType="submit" disabled={!use || code.trim() === ""}>
          {words.addCode}
        </Button>
      </form>
      {open.length > 0 && <p className={styles.wide}>{words.asked(open.join(" · "))}</p>}
      {form.codes.length === 0 ? (
        <p className={styles.wide}>{words.noCodes}</p>
      ) : (
        <ul className={styles.codes}>
          {form.codes.map(({ code: said, kind }) => (
            <li key={said}>
              <b>{said}</b> {uses.kinds[kind]}
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={words.removeCode(said)}
                onClick={() => onChange({ ...form, codes: form.codes.filter((each) => each.code !== said) })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
