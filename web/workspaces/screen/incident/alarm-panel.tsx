import { getGradeLook } from "#data/wall/alarms/grades.ts";
import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useLastGood } from "../last-good.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import { AlarmGradeMark } from "./alarm-grade-mark.tsx";
import { clockOf, elapsedText } from "./clock-text.ts";
import styles from "./incident.module.css";
import { NewsIncident } from "./news-incident.tsx";
import { SensorAlarm } from "./sensor-alarm.tsx";
import { isSensorAlarm, type Taker, useStandingAlarm } from "./standing-alarm.ts";
import { useNow } from "./use-now.ts";

/** Title and frame, seven lines, and two of foot: it has to fit the flattest wall. */
export const ALARM_PANEL_LEAST_EM = 2.6 + 7 * 1.6 + 2 * 1.3;

/** With so much more there is room for the line of the last readings. */
const TRACE_EM = 2.6;

/** What has happened, where, how grave, since when, and who has it in hand. */
export function AlarmPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const title = useTitle();
  const taker = useStandingAlarm();
  const connected = useLedgers((state) => state.connected);
  const lastGood = useLastGood([]);
  const now = useNow();
  const heading = title(PANELS.find(({ id }) => id === "alarm")!.title);
  if (!taker)
    return (
      <PanelFrame title={heading} footer={null}>
        <p className={lists.note}>{words.noAlarm}</p>
      </PanelFrame>
    );
  const { grade, source, raisedAt } = taker;
  return (
    <PanelFrame
      title={heading}
      isStale={!connected}
      lastGood={lastGood}
      footer={
        <>
          <span>{source.title}</span>
          <span>{words.clock(clockOf(raisedAt))}</span>
          {taker.simulated && <b className={styles.simulated}>{words.simulated}</b>}
        </>
      }
    >
      <div className={styles.alarm}>
        <p className={styles.what}>
          <AlarmGradeMark grade={grade} /> {title(getGradeLook(grade).title)}
        </p>
        {isSensorAlarm(taker) ? (
          <>
            <p className={styles.where}>{titleOf(taker.title, title)}</p>
            {taker.feature && <p>{taker.feature.name ?? taker.feature.code}</p>}
            <SensorAlarm alarm={taker} hasTrace={heightEm >= ALARM_PANEL_LEAST_EM + TRACE_EM} />
          </>
        ) : (
          <NewsIncident incident={taker} />
        )}
        <p>
          {words.since(elapsedText(now - Date.parse(raisedAt)))} · <Hand taker={taker} />
        </p>
      </div>
    </PanelFrame>
  );
}

/** Who has it in hand, or that it is over. */
function Hand({ taker }: { taker: Taker }) {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const feeds = useWords(SCREEN_FEED_WORDS);
  const { acknowledgedBy, acknowledgedAt } = taker;
  if (isSensorAlarm(taker) && taker.clearedAt !== null) return words.cleared(clockOf(taker.clearedAt));
  if (!isSensorAlarm(taker) && taker.state === "ended") return feeds.ended(clockOf(taker.endedAt ?? taker.endsAt));
  if (acknowledgedBy !== null && acknowledgedAt !== null) return words.inHand(acknowledgedBy, clockOf(acknowledgedAt));
  if (!isSensorAlarm(taker) && taker.kind === "accident")
    return `${words.open} · ${feeds.endsBy(clockOf(taker.endsAt).slice(0, 5))}`;
  return words.open;
}

/** A sensor may be named in Chinese only. */
export const titleOf = (
  { zh, en }: { readonly zh: string; readonly en?: string | undefined },
  title: ReturnType<typeof useTitle>,
): string => title({ zh, en: en ?? zh });
