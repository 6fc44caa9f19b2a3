import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import { LONGEST_SHELF_H, mayShelve } from "#data/wall/alarms/shelf.ts";
import { ApiProblem } from "../../../api.ts";
import { type AlarmView, shelveAlarm, unshelveAlarm } from "../../../api-wall.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { SHELF_WORDS } from "../../../messages/screen-shelf.ts";
import { useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { clockOf } from "../incident/clock-text.ts";
import styles from "./control.module.css";

const HOURS = [1, 2, 4, LONGEST_SHELF_H];

/** By whom an alarm was put aside and until when; otherwise the form by which somebody puts it aside, with a reason. */
export function ShelveAlarm({ alarm: { id, grade, revision, shelf } }: { alarm: AlarmView }) {
  const control = useWords(CONTROL_WORDS);
  const words = useWords(SHELF_WORDS);
  const by = usePerson((person) => person.name).trim();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState(HOURS[0]!);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (word: () => Promise<void>) => {
    if (by === "") return setProblem(control.sayWho);
    try {
      await word();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    }
  };
  const shelve = () =>
    reason.trim() === ""
      ? setProblem(words.sayWhy)
      : void send(() => shelveAlarm(id, { by, reason: reason.trim(), hours, revision }));
  if (!shelf && !mayShelve(grade)) return null;
  return (
    <div className={styles.shelf} data-open={shelf !== null || isAsking}>
      {shelf ? (
        <>
          <span className={styles.hint}>
            {words.shelvedUntil(shelf.by, clockOf(shelf.until).slice(0, 5), shelf.reason)}
          </span>
          <Button size="large" onClick={() => void send(() => unshelveAlarm(id, by))}>
            {words.unshelve}
          </Button>
        </>
      ) : isAsking ? (
        <>
          <Input
            className={styles.note!}
            value={reason}
            maxLength={200}
            placeholder={words.reason}
            aria-label={words.reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Segmented
            aria-label={words.forHowLong}
            value={hours}
            onChange={setHours}
            options={HOURS.map((value) => ({ value, label: words.hours(value) }))}
          />
          <Button size="large" type="primary" onClick={shelve}>
            {words.shelve}
          </Button>
          <Button size="large" onClick={() => setIsAsking(false)}>
            {words.cancel}
          </Button>
        </>
      ) : (
        <Button size="large" onClick={() => setIsAsking(true)}>
          {words.shelve}
        </Button>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
