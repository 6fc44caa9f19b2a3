import { useEffect, useState } from "react";
import { getGradeLook } from "#data/wall/alarms/grades.ts";
import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { serverNow } from "../../../state/wall.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import { AlarmGradeMark } from "./alarm-grade-mark.tsx";
import styles from "./incident.module.css";
import { useStandingAlarm } from "./standing-alarm.ts";

/** Title and frame, five lines and two of foot. */
export const ALARM_PANEL_LEAST_EM = 2.6 + 5 * 1.6 + 2 * 1.3;

/** What has happened, where, how grave, since when, and who has it in hand. */
export function AlarmPanel() {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const title = useTitle();
  const alarm = useStandingAlarm();
  const connected = useLedgers((state) => state.connected);
  const now = useNow();
  const heading = title(PANELS.find(({ id }) => id === "alarm")!.title);
  if (!alarm)
    return (
      <PanelFrame title={heading} footer={null}>
        <p className={lists.note}>{words.noAlarm}</p>
      </PanelFrame>
    );
  const { grade, source, feature, unit, value, raisedAt, acknowledgedBy, acknowledgedAt, clearedAt } = alarm;
  return (
    <PanelFrame
      title={heading}
      isStale={!connected}
      footer={
        <>
          <span>{source.title}</span>
          <span>{words.clock(time(raisedAt))}</span>
          {alarm.simulated && <b className={styles.simulated}>{words.simulated}</b>}
        </>
      }
    >
      <div className={styles.alarm}>
        <p className={styles.what}>
          <AlarmGradeMark grade={grade} /> {title(getGradeLook(grade).title)}
        </p>
        <p className={styles.where}>{titleOf(alarm.title, title)}</p>
        {feature && <p>{feature.name ?? feature.code}</p>}
        <p>
          <strong>
            {value} {unit}
          </strong>{" "}
          {words.since(elapsed(now - Date.parse(raisedAt)))}
        </p>
        <p>
          {clearedAt !== null
            ? words.cleared(time(clearedAt))
            : acknowledgedBy !== null && acknowledgedAt !== null
              ? words.inHand(acknowledgedBy, time(acknowledgedAt))
              : words.open}
        </p>
      </div>
    </PanelFrame>
  );
}

/** A sensor may be named in Chinese only. */
export const titleOf = (
  { zh, en }: { readonly zh: string; readonly en?: string | undefined },
  title: ReturnType<typeof useTitle>,
): string => title({ zh, en: en ?? zh });

const time = (instant: string): string => new Date(instant).toTimeString().slice(0, 8);

/** `4:05`, `1:04:05`. */
function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
