import { Button, Input } from "antd";
import { useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { clockOf } from "../incident/clock-text.ts";
import styles from "./control.module.css";

/** Who has it in hand since when; while nobody has, the form by which somebody takes it, with a note. */
export function TakeInHand(props: {
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
  /** @throws ApiProblem when the server refuses. */
  acknowledge(word: { readonly by: string; readonly note: string | null }): Promise<unknown>;
}) {
  const { acknowledgedBy, acknowledgedAt, acknowledge } = props;
  const words = useWords(CONTROL_WORDS);
  const incident = useWords(SCREEN_INCIDENT_WORDS);
  const by = usePerson((person) => person.name).trim();
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const take = async () => {
    if (by === "") return setProblem(words.sayWho);
    try {
      await acknowledge({ by, note: note.trim() === "" ? null : note.trim() });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    }
  };
  if (acknowledgedBy !== null && acknowledgedAt !== null)
    return <span className={styles.hint}>{incident.inHand(acknowledgedBy, clockOf(acknowledgedAt))}</span>;
  return (
    <>
      <Input
        className={styles.note!}
        value={note}
        maxLength={200}
        placeholder={words.note}
        aria-label={words.note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button size="large" type="primary" danger onClick={() => void take()}>
        {words.acknowledge}
      </Button>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
