import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { ApiProblem, type Conflict, type ConflictWord, decideConflict } from "../../../api.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import styles from "./backlog.module.css";
import { rereadConflicts } from "./conflict-queries.ts";
import { type DecisionDraft, missingOf, toWord } from "./decision.ts";

const KINDS = ["to-rectify", "accepted", "false", "open"] as const;

/** A person's word: what should become of the conflict, why, by whom and until when. */
export function DecisionForm({ conflict, revision }: { conflict: Conflict; revision: number }) {
  const words = useWords(BACKLOG_WORDS).decide;
  const id = useId();
  const person = usePerson(({ name }) => name);
  const [draft, setDraft] = useState<DecisionDraft>({
    state: conflict.state === "open" ? "to-rectify" : conflict.state,
    owner: conflict.owner ?? "",
    note: conflict.note ?? "",
    dueOn: conflict.dueOn ?? "",
  });
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const change = (part: Partial<DecisionDraft>) => {
    setDraft({ ...draft, ...part });
    setOutcome(null);
  };
  const missing = missingOf(draft, person);
  const save = async () => {
    setAsked(true);
    if (missing.length > 0) return;
    setSaving(true);
    try {
      await decideConflict(conflict.id, toWord(draft, person, revision) as ConflictWord);
      setOutcome(words.saved);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setOutcome(error.status === 409 ? words.stale : error.message);
    } finally {
      setSaving(false);
      await rereadConflicts();
    }
  };
  const statusOf = (field: "note" | "dueOn" | "by") => (isAsked && missing.includes(field) ? "error" : "");
  return (
    <form
      className={styles.decide}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={`${id}kind`}>{words.title}</label>
      <Select<DecisionDraft["state"]>
        id={`${id}kind`}
        size="small"
        value={draft.state}
        options={KINDS.filter((kind) => kind !== "open" || conflict.state !== "open").map((value) => ({
          value,
          label: words.kinds[value],
        }))}
        onChange={(state) => change({ state })}
      />
      <label htmlFor={`${id}owner`}>{draft.state === "to-rectify" ? words.ownerToRectify : words.owner}</label>
      <Input
        id={`${id}owner`}
        size="small"
        maxLength={120}
        value={draft.owner}
        onChange={({ target }) => change({ owner: target.value })}
      />
      {draft.state === "to-rectify" && (
        <>
          <label htmlFor={`${id}due`}>{words.dueOn}</label>
          <Input
            id={`${id}due`}
            size="small"
            type="date"
            status={statusOf("dueOn")}
            value={draft.dueOn}
            onChange={({ target }) => change({ dueOn: target.value })}
          />
        </>
      )}
      <label htmlFor={`${id}note`}>{words.note}</label>
      <Input.TextArea
        id={`${id}note`}
        rows={2}
        maxLength={2_000}
        placeholder={words.noteHints[draft.state]}
        status={statusOf("note")}
        value={draft.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <label htmlFor={`${id}by`}>{words.by}</label>
      <Input
        id={`${id}by`}
        size="small"
        maxLength={LONGEST_PERSON}
        status={statusOf("by")}
        value={person}
        onChange={({ target }) => setPerson(target.value)}
      />
      <p className={styles.wide}>{words.holds}</p>
      <div className={styles.wide}>
        <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
          {words.save}
        </Button>{" "}
        <output>
          {isAsked && missing.length > 0 ? missing.map((field) => words.missing[field]).join(" · ") : outcome}
        </output>
      </div>
    </form>
  );
}
