import { Button, Input } from "antd";
import { useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";
import styles from "./editor.module.css";
import { faultyFields } from "./faulty-fields.ts";
import { saveEditing, takeBack } from "./saving.ts";
import { dropChanges, type Editing, isChanged } from "./scene-editing.ts";
import { useFieldWords } from "./use-field-words.ts";

interface Props {
  readonly editing: Editing;
  /** Somebody else's version has to be looked at first. */
  readonly isBehind: boolean;
  readonly isGone: boolean;
  readonly onRemoved: () => void;
  readonly onConflict: () => void;
}

/** Who saves, and what becomes of the draft. */
export function SaveBar({ editing, isBehind, isGone, onRemoved, onConflict }: Props) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const { label, list } = useFieldWords();
  const name = usePerson((person) => person.name);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { base, draft, edit } = editing;
  const changed = isChanged(editing);
  const faulty = faultyFields(draft);
  const run = async (act: (by: string) => Promise<void>) => {
    const by = name.trim();
    if (by === "") return setProblem(words.sayWho);
    setBusy(true);
    setProblem(null);
    try {
      await act(by);
      setSavedAt(new Date().toTimeString().slice(0, 8));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.status === 409) onConflict();
      setProblem([error.message, ...error.errors.map(({ field, message }) => `${field}: ${message}`)].join("; "));
    } finally {
      setBusy(false);
    }
  };
  const remove = () =>
    run(async (by) => {
      if (!(await takeBack(editing, by))) onRemoved();
    });
  const state =
    changed || edit.asNew || isGone ? words.unsaved : savedAt === null ? words.unchanged : words.saved(savedAt);
  return (
    <footer className={styles.save}>
      <output className={styles.hint}>{state}</output>
      {faulty.length > 0 && <p className={styles.fault}>{list(faulty.map(label))}</p>}
      {problem !== null && (
        <p role="alert" className={styles.fault}>
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Input
          className={styles.person!}
          value={name}
          maxLength={LONGEST_PERSON}
          placeholder={words.person}
          aria-label={words.person}
          autoComplete="name"
          onChange={({ target }) => setPerson(target.value)}
        />
        <Button
          type="primary"
          loading={isBusy}
          disabled={isBehind || faulty.length > 0 || !(changed || edit.asNew || isGone)}
          onClick={() => void run((by) => saveEditing(editing, by))}
        >
          {words.save}
        </Button>
      </div>
      <div className={styles.buttons}>
        <ConfirmedButton
          label={words.restore}
          question={words.confirm.restore}
          disabled={!changed || isBusy}
          onConfirm={dropChanges}
        />
        {!edit.asNew && !isGone && base.origin === "changed" && (
          <ConfirmedButton
            label={words.toProduct}
            question={words.confirm.toProduct}
            disabled={isBusy}
            danger
            onConfirm={() => void remove()}
          />
        )}
        {!edit.asNew && !isGone && base.origin === "own" && (
          <ConfirmedButton
            label={words.removeScene}
            question={words.confirm.removeScene}
            disabled={isBusy}
            danger
            onConfirm={() => void remove()}
          />
        )}
      </div>
    </footer>
  );
}
