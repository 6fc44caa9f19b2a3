import { Button } from "antd";
import { ALARM_GRADES } from "#data/wall/alarms/grades.ts";
import { type AlarmView, acknowledgeAlarm } from "../../../api-wall.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { SHELF_WORDS } from "../../../messages/screen-shelf.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useWall } from "../../../state/wall.ts";
import { AlarmGradeMark } from "../incident/alarm-grade-mark.tsx";
import { titleOf } from "../incident/alarm-panel.tsx";
import { clockOf } from "../incident/clock-text.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { deskOrder } from "./desk-order.ts";
import { IncidentDesk } from "./incident-desk.tsx";
import { ShelveAlarm } from "./shelve-alarm.tsx";
import { TakeInHand } from "./take-in-hand.tsx";

/** Cleared ones that nobody has acknowledged stay until somebody has. */
const MOST_SHOWN = 12;

/** Alarms in the order of their gravity, each to be taken in hand by name; and from which grade on they take screens over. */
export function AlarmDesk() {
  const words = useWords(CONTROL_WORDS);
  const alarms = useWall((wall) => wall.alarms);
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const shown = deskOrder(alarms);
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
      <IncidentDesk />
      {shown.length === 0 && <p className={styles.hint}>{words.noAlarms}</p>}
      {shown.slice(0, MOST_SHOWN).map((alarm) => (
        <AlarmLine key={`${alarm.id}/${alarm.revision}`} alarm={alarm} />
      ))}
      {shown.length > MOST_SHOWN && <p className={styles.hint}>{words.moreAlarms(shown.length - MOST_SHOWN)}</p>}
    </section>
  );
}

function AlarmLine({ alarm }: { alarm: AlarmView }) {
  const incident = useWords(SCREEN_INCIDENT_WORDS);
  const shelf = useWords(SHELF_WORDS);
  const title = useTitle();
  const { id, revision, grade, value, unit, raisedAt, acknowledgedBy, acknowledgedAt, simulated, source } = alarm;
  return (
    <div className={styles.alarm}>
      <AlarmGradeMark grade={grade} />
      <span className={styles.alarmWhat}>
        <b>{titleOf(alarm.title, title)}</b> {value} {unit} · {source.title} · {incident.clock(clockOf(raisedAt))}
        {simulated && <em className={styles.simulated}>{incident.simulated}</em>}
        {alarm.chattering && <b title={shelf.chatteringHint}> · {shelf.chattering}</b>}
      </span>
      <TakeInHand
        acknowledgedBy={acknowledgedBy}
        acknowledgedAt={acknowledgedAt}
        acknowledge={(word) => acknowledgeAlarm(id, { ...word, revision })}
      />
      <ShelveAlarm alarm={alarm} />
    </div>
  );
}
