import { Button, Input } from "antd";
import { useState } from "react";
import { ALARM_GRADES } from "#data/wall/alarms/grades.ts";
import { ApiProblem } from "../../../api.ts";
import { type AlarmView, acknowledgeAlarm } from "../../../api-wall.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { useWall } from "../../../state/wall.ts";
import { AlarmGradeMark } from "../incident/alarm-grade-mark.tsx";
import { titleOf } from "../incident/alarm-panel.tsx";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";

/** Cleared ones that nobody has acknowledged stay until somebody has. */
const MOST_SHOWN = 12;

/** Alarms in the order of their gravity, each to be taken in hand by name; and from which grade on they take screens over. */
export function AlarmDesk() {
  const words = useWords(CONTROL_WORDS);
  const alarms = useWall((wall) => wall.alarms);
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const shown = alarms.filter(({ state, acknowledgedAt }) => state !== "cleared" || acknowledgedAt === null);
  return (
    <section className={styles.pad} aria-label={words.alarms}>
      <header className={styles.head}>
        <h2>{words.alarms}</h2>
        <span className={styles.hint}>{words.takeOver}</span>
        {[null, ...ALARM_GRADES].map((look) => (
          <Button
            key={look?.grade ?? 0}
            disabled={isTelling}
            onClick={() => void tell({ action: "interrupt", interruptedBy: look?.grade ?? null })}
          >
            {look ? words.fromGrade(look.numeral) : words.never}
          </Button>
        ))}
      </header>
      {shown.length === 0 && <p className={styles.hint}>{words.noAlarms}</p>}
      {shown.slice(0, MOST_SHOWN).map((alarm) => (
        <AlarmLine key={`${alarm.id}/${alarm.revision}`} alarm={alarm} />
      ))}
      {shown.length > MOST_SHOWN && <p className={styles.hint}>{words.moreAlarms(shown.length - MOST_SHOWN)}</p>}
    </section>
  );
}

function AlarmLine({ alarm }: { alarm: AlarmView }) {
  const words = useWords(CONTROL_WORDS);
  const incident = useWords(SCREEN_INCIDENT_WORDS);
  const title = useTitle();
  const by = usePerson((person) => person.name).trim();
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { id, revision, grade, value, unit, raisedAt, acknowledgedBy, acknowledgedAt, simulated, source } = alarm;
  const acknowledge = async () => {
    if (by === "") return setProblem(words.sayWho);
    try {
      await acknowledgeAlarm(id, { by, note: note.trim() === "" ? null : note.trim(), revision });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    }
  };
  const clock = (instant: string) => new Date(instant).toTimeString().slice(0, 8);
  return (
    <div className={styles.alarm}>
      <AlarmGradeMark grade={grade} />
      <span className={styles.alarmWhat}>
        <b>{titleOf(alarm.title, title)}</b> {value} {unit} · {source.title} · {incident.clock(clock(raisedAt))}
        {simulated && <em className={styles.simulated}>{incident.simulated}</em>}
      </span>
      {acknowledgedBy !== null && acknowledgedAt !== null ? (
        <span className={styles.hint}>{incident.inHand(acknowledgedBy, clock(acknowledgedAt))}</span>
      ) : (
        <>
          <Input
            className={styles.note!}
            value={note}
            maxLength={200}
            placeholder={words.note}
            aria-label={words.note}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button size="large" type="primary" danger onClick={() => void acknowledge()}>
            {words.acknowledge}
          </Button>
        </>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
