import { Button, Input, Select } from "antd";
import { type ReactNode, useId, useState } from "react";
import { ApiProblem, type RefusedField } from "../../../api.ts";
import { type BlackSpotEntry, type SpotLevel, sayOfBlackSpot, type WordKind } from "../../../api-black-spots.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { EffectSummary, useEffectOf } from "../effect/effect-summary.tsx";
import { refusedText } from "./refused-text.ts";
import styles from "./register.module.css";
import { rereadRegister } from "./register-queries.ts";
import { FIELDS, missingOf, newDraft, toWord, type WordDraft, type WordField } from "./word-draft.ts";

const LEVELS: readonly SpotLevel[] = ["ministry", "region", "city", "county"];
const DAYS: readonly WordField[] = ["on", "nextOn", "dueOn", "treatedOn"];

/** Acts on a spot: what its state allows, with what that needs, under a name. */
export function WordForm({ entry, revision }: { entry: BlackSpotEntry; revision: number }) {
  const all = useWords(REGISTER_WORDS);
  const words = all.say;
  const id = useId();
  const person = usePerson(({ name }) => name);
  const [typed, setDraft] = useState<WordDraft>(newDraft(entry.allowed[0]!, entry.treatedOn));
  /** The revision that the person began from; `null`: the one that is shown. */
  const [begunFrom, setBegunFrom] = useState<number | null>(revision);
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  const [isSaving, setSaving] = useState(false);
  // What others do meanwhile takes away no words that are typed already.
  const draft = entry.allowed.includes(typed.kind) ? typed : { ...typed, kind: entry.allowed[0]! };
  const effect = useEffectOf(draft.kind === "evaluated" ? entry : null);
  const missing = missingOf(draft, person, effect !== null);
  const change = (part: Partial<WordDraft>) => {
    setDraft({ ...draft, ...part });
    setOutcome(null);
    setRefused([]);
  };
  const save = async () => {
    setAsked(true);
    if (missing.length > 0 || isSaving) return;
    setSaving(true);
    try {
      const word = toWord(draft, person, begunFrom ?? revision, effect && { ...effect });
      const { entry: now } = await sayOfBlackSpot(entry.id, word);
      await rereadRegister();
      setDraft(newDraft(now.allowed[0] ?? draft.kind, now.treatedOn));
      setBegunFrom(now.revision);
      setAsked(false);
      setOutcome(words.savedAs(all.events[draft.kind]));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const isStale = error.status === 409;
      setRefused(isStale ? [] : error.errors);
      setOutcome(isStale ? words.stale : refusedText(error, words));
      if (!isStale) return;
      await rereadRegister();
      setBegunFrom(null);
    } finally {
      setSaving(false);
    }
  };
  const isWrong = (field: WordField) =>
    (isAsked && missing.includes(field)) || refused.some((each) => each.field === field);
  const statusOf = (field: WordField) => (isWrong(field) ? { status: "error" as const, "aria-invalid": true } : {});
  const field = (name: Exclude<WordField, "by" | "result" | "level">, control?: ReactNode) => (
    <>
      <label htmlFor={`${id}${name}`}>{words[name]}</label>
      {control ?? (
        <Input
          id={`${id}${name}`}
          size="small"
          type={DAYS.includes(name) ? "date" : "text"}
          maxLength={120}
          {...statusOf(name)}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </>
  );
  const area = (name: "note" | "measures") =>
    field(
      name,
      <Input.TextArea
        id={`${id}${name}`}
        rows={2}
        maxLength={2_000}
        placeholder={name === "measures" ? words.measuresHint : ""}
        {...statusOf(name)}
        value={draft[name]}
        onChange={({ target }) => change({ [name]: target.value })}
      />,
    );
  const asked = FIELDS[draft.kind];
  return (
    <>
      <h4>{words.title}</h4>
      <form
        className={styles.form}
        aria-label={words.title}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor={`${id}kind`}>{words.kind}</label>
        <Select<WordKind>
          id={`${id}kind`}
          size="small"
          value={draft.kind}
          options={entry.allowed.map((value) => ({ value, label: all.words[value] }))}
          onChange={(kind) => change({ kind })}
        />
        {asked.includes("level") && (
          <>
            <label htmlFor={`${id}level`}>{words.level}</label>
            <Select<SpotLevel>
              id={`${id}level`}
              size="small"
              value={draft.level}
              options={LEVELS.map((value) => ({ value, label: all.levels[value] }))}
              onChange={(level) => change({ level })}
            />
          </>
        )}
        {asked.includes("supervisor") && field("supervisor")}
        {asked.includes("dueOn") && field("dueOn")}
        {asked.includes("treatedOn") && field("treatedOn")}
        {asked.includes("measures") && area("measures")}
        {asked.includes("result") && (
          <div className={styles.wide}>
            <EffectSummary effect={effect} entry={entry} />
          </div>
        )}
        {field("documentNumber")}
        {field("on")}
        {field("nextOn")}
        {area("note")}
        <label htmlFor={`${id}by`}>{words.by}</label>
        <Input
          id={`${id}by`}
          size="small"
          maxLength={LONGEST_PERSON}
          {...statusOf("by")}
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        />
        <div className={styles.wide}>
          <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
            {words.save}
          </Button>{" "}
          <output>
            {isAsked && missing.length > 0 ? words.missing(missing.map((each) => words[each]).join(", ")) : outcome}
          </output>
        </div>
      </form>
    </>
  );
}
