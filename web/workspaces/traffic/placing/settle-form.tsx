import { App, Button } from "antd";
import { useId, useState } from "react";
import type { FeatureAnswer } from "../../../api.ts";
import { EDIT_WORDS } from "../../../messages/edit.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { ConflictDialog } from "../../../panels/edit/conflict-dialog.tsx";
import { NewerVersionNote } from "../../../panels/edit/newer-version-note.tsx";
import { type SaveOutcome, saveSession } from "../../../panels/edit/save-session.ts";
import { PersonField } from "../../../panels/edit/who-and-why.tsx";
import { usePerson } from "../../../state/person.ts";
import { metres } from "../../../ui/quantities.ts";
import { CandidateChoices } from "./candidate-choices.tsx";
import styles from "./card.module.css";
import { nextAfter, type QueueRow } from "./queue-rows.ts";
import { ReasonWithRecent } from "./reason-with-recent.tsx";
import { ACCIDENT_FIELDS, settleChanges } from "./settle-changes.ts";
import { changeDraft, dropDraft, NO_DRAFT, rememberSettled, useSettling } from "./settling.ts";
import { useSettledChoice } from "./use-settled-choice.ts";

interface Props {
  readonly opened: QueueRow;
  /** The record as it was when it was opened. */
  readonly base: FeatureAnswer;
  readonly rows: readonly QueueRow[];
  readonly onOpen: (row: QueueRow | undefined) => void;
  readonly onRebase: (feature: FeatureAnswer) => void;
  readonly onDone: () => void;
}

/** Where it was, who says so and why; writing it opens the next accident of the list. */
export function SettleForm({ opened, base, rows, onOpen, onRebase, onDone }: Props) {
  const words = useWords(PLACING_WORDS);
  const edit = useWords(EDIT_WORDS);
  const { message } = App.useApp();
  const by = usePerson(({ name }) => name).trim();
  const draft = useSettling(({ drafts }) => drafts[opened.id] ?? NO_DRAFT);
  const choice = useSettledChoice(opened);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<FeatureAnswer | null>(null);
  const statusId = useId();
  const reason = draft.reason.trim();
  const isMissing = choice.kind !== "ready" || by === "" || reason === "";
  const changes = choice.kind === "ready" ? settleChanges(base, choice.settled) : [];
  const place = choice.kind === "ready" ? (choice.place?.label ?? words.offRoad) : "";

  const settle = (outcome: SaveOutcome) => {
    setBusy(false);
    switch (outcome.kind) {
      case "saved": {
        const next = nextAfter(rows, opened.id);
        rememberSettled({ id: opened.id, code: opened.code, place }, reason);
        dropDraft(opened.id);
        onRebase(outcome.feature);
        onDone();
        void message.success(words.saved(opened.code, place));
        return onOpen(rows.find(({ id }) => id === next));
      }
      case "stale":
        setTheirs(outcome.theirs);
        return outcome.theirs ? undefined : setProblem(edit.goneMeanwhile);
      case "refused":
        return setProblem(words.refused(outcome.detail));
      case "removed":
        return undefined;
    }
  };
  const send = (of: FeatureAnswer) => {
    if (isMissing) return setAsked(true);
    setProblem(null);
    setBusy(true);
    const fresh = choice.kind === "ready" ? settleChanges(of, choice.settled) : [];
    saveSession({ layer: "accidents", base: of, touched: {}, geometry: null }, fresh, reason).then(
      settle,
      (error: Error) => settle({ kind: "refused", detail: error.message, errors: [] }),
    );
  };
  return (
    <form
      className={styles.form}
      aria-label={words.question}
      onSubmit={(event) => {
        event.preventDefault();
        send(base);
      }}
    >
      <NewerVersionNote layer="accidents" base={base} onCompare={setTheirs} />
      <CandidateChoices opened={opened} statusId={statusId} />
      <p id={statusId} className={choice.kind === "wrong" ? styles.wrong : styles.soft} aria-live="polite">
        {choice.kind === "ready"
          ? choice.place
            ? words.writes(choice.place.label, metres(choice.place.offsetM))
            : words.writesOffRoad
          : choice.kind === "wrong"
            ? choice.why
            : isAsked && words.chooseFirst}
        {choice.kind === "ready" && choice.place?.hasStakes === false && ` ${words.measuredStakes}`}
      </p>
      <div className={styles.whoAndWhy}>
        <PersonField isAsked={isAsked} />
        <ReasonWithRecent
          reason={draft.reason}
          isAsked={isAsked}
          onChange={(text) => changeDraft(opened.id, { reason: text, finding: opened.finding })}
        />
      </div>
      {problem !== null && (
        <p role="alert" className={styles.wrong}>
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <Button type="primary" size="small" htmlType="submit" loading={isBusy}>
          {rows.some(({ id }) => id !== opened.id) ? words.save : words.saveOnly}
        </Button>
      </div>
      {theirs && (
        <ConflictDialog
          session={{ layer: "accidents", base, touched: {}, geometry: null }}
          theirs={theirs}
          fields={ACCIDENT_FIELDS}
          changes={changes}
          isBusy={isBusy}
          onTakeTheirs={() => {
            setTheirs(null);
            dropDraft(opened.id);
            onRebase(theirs);
          }}
          onKeepMine={() => {
            setTheirs(null);
            onRebase(theirs);
            send(theirs);
          }}
          onCancel={() => setTheirs(null)}
        />
      )}
    </form>
  );
}
