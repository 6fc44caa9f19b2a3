import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { type FeatureAnswer, fetchHistory } from "../../../api.ts";
import { EDIT_WORDS } from "../../../messages/edit.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { type SaveOutcome, saveSession } from "../../../panels/edit/save-session.ts";
import { PersonField, ReasonField } from "../../../panels/edit/who-and-why.tsx";
import { usePerson } from "../../../state/person.ts";
import { queries } from "../../../state/queries.ts";
import styles from "./card.module.css";
import { takeBackOf } from "./settle-changes.ts";
import { useSettling } from "./settling.ts";

/** Makes a settled accident what it was before, by its history, and keeps both in it. */
export function TakeBackForm(props: { base: FeatureAnswer; code: string; onRebase: (feature: FeatureAnswer) => void }) {
  const { base, code, onRebase } = props;
  const words = useWords(PLACING_WORDS);
  const edit = useWords(EDIT_WORDS);
  const { message } = App.useApp();
  const by = usePerson(({ name }) => name).trim();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState(words.takeBackReason);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { data: history } = useQuery(
    {
      queryKey: ["history", "accidents", base.id, base.properties.revision],
      queryFn: () => fetchHistory("accidents", base.id),
    },
    queries,
  );
  const back = history ? takeBackOf(base, history) : null;
  if (!back) return null;
  if (back.kind !== "possible")
    return <p className={styles.soft}>{back.kind === "came-settled" ? words.cameSettled : words.changedSince}</p>;
  const settle = (outcome: SaveOutcome) => {
    setBusy(false);
    if (outcome.kind === "saved") {
      onRebase(outcome.feature);
      useSettling.setState(({ last }) => ({ last: last?.id === base.id ? null : last }));
      void message.success(words.takenBack(code));
    } else if (outcome.kind === "stale" && outcome.theirs) {
      onRebase(outcome.theirs);
      setProblem(words.changedNow(outcome.theirs.properties.changedBy));
    } else setProblem(outcome.kind === "refused" ? words.refused(outcome.detail) : edit.goneMeanwhile);
  };
  const send = () => {
    if (by === "" || reason.trim() === "") return setAsked(true);
    setBusy(true);
    setProblem(null);
    saveSession({ layer: "accidents", base, touched: {}, geometry: null }, back.changes, reason.trim()).then(
      settle,
      (error: Error) => settle({ kind: "refused", detail: error.message, errors: [] }),
    );
  };
  if (!isOpen)
    return (
      <p className={styles.soft}>
        <Button size="small" onClick={() => setOpen(true)}>
          {words.takeBack}
        </Button>{" "}
        {words.takeBackHint}
      </p>
    );
  return (
    <form
      className={styles.form}
      aria-label={words.takeBack}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.whoAndWhy}>
        <PersonField isAsked={isAsked} />
        <ReasonField reason={reason} isRequired isAsked={isAsked} onChange={setReason} />
      </div>
      {problem !== null && (
        <p role="alert" className={styles.wrong}>
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <Button type="primary" size="small" htmlType="submit" loading={isBusy}>
          {words.takeBack}
        </Button>
      </div>
    </form>
  );
}
