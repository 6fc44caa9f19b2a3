import { acknowledgeIncident, type IncidentView } from "../../../api-feeds.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useWords } from "../../../messages/words.ts";
import { useWall } from "../../../state/wall.ts";
import { AlarmGradeMark } from "../incident/alarm-grade-mark.tsx";
import { clockOf } from "../incident/clock-text.ts";
import styles from "./control.module.css";
import { TakeInHand } from "./take-in-hand.tsx";

/** More than these nobody works through; the gravest are among them. */
const MOST_SHOWN = 12;

/** Weather warnings and grave accidents that stand, each to be taken in hand by name: they take screens over as alarms do. */
export function IncidentDesk() {
  const words = useWords(CONTROL_WORDS);
  const incidents = useWall((wall) => wall.incidents);
  const shown = incidents.filter(({ state }) => state !== "ended");
  return (
    <>
      {shown.slice(0, MOST_SHOWN).map((incident) => (
        <IncidentLine key={incident.id} incident={incident} />
      ))}
      {shown.length > MOST_SHOWN && <p className={styles.hint}>{words.moreAlarms(shown.length - MOST_SHOWN)}</p>}
    </>
  );
}

function IncidentLine({ incident }: { incident: IncidentView }) {
  const feeds = useWords(SCREEN_FEED_WORDS);
  const standing = useWords(SCREEN_INCIDENT_WORDS);
  const { id, kind, grade, headline, raisedAt, acknowledgedBy, acknowledgedAt, simulated, source } = incident;
  return (
    <div className={styles.alarm}>
      <AlarmGradeMark grade={grade} />
      <span className={styles.alarmWhat}>
        <b>{headline}</b> {feeds.incidentKinds[kind]} · {source.title} · {standing.clock(clockOf(raisedAt))}
        {simulated && <em className={styles.simulated}>{standing.simulated}</em>}
      </span>
      <TakeInHand
        acknowledgedBy={acknowledgedBy}
        acknowledgedAt={acknowledgedAt}
        acknowledge={(word) => acknowledgeIncident(id, word)}
      />
    </div>
  );
}
