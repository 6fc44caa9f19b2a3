import { PANELS } from "#data/wall/panels.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { SHELF_WORDS } from "../../../messages/screen-shelf.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useWall } from "../../../state/wall.ts";
import { FigureButton } from "../figures/figure-button.tsx";
import { useLastGood } from "../last-good.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import { AlarmGradeMark } from "./alarm-grade-mark.tsx";
import { titleOf } from "./alarm-panel.tsx";
import styles from "./incident.module.css";
import { isOver, isSensorAlarm, useTakers } from "./standing-alarm.ts";
import { useSources } from "./use-feeds.ts";

/** Title and frame, and a line of foot. */
const FRAME_EM = 2.6 + 1.3;

export const ALARM_LIST_PANEL_LEAST_EM = FRAME_EM + 4 * LINE_EM;

/** The alarms, warnings and grave accidents that stand, the gravest first. Without a source of readings that is said: nobody knows. */
export function AlarmListPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const feeds = useWords(SCREEN_FEED_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const shelf = useWords(SHELF_WORDS);
  const title = useTitle();
  const connected = useLedgers((state) => state.connected);
  const isKnown = useWall((wall) => wall.isKnown);
  const takers = useTakers();
  const sensorSources = useSources("sensors");
  const open = takers.filter((taker) => !isOver(taker)).toSorted((a, b) => a.grade - b.grade);
  const none = sensorSources?.length === 0 ? feeds.noSensorSource : isKnown ? words.noAlarm : words.notHeard;
  const listed = linesThatFit(heightEm - FRAME_EM, open.length);
  const simulated = open.filter((alarm) => alarm.simulated).length;
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "alarms")!.title)}
      isStale={!connected}
      lastGood={useLastGood([])}
      footer={
        <>
          <span>{words.fromFeeds}</span>
          {simulated > 0 && <b className={styles.simulated}>{words.simulatedOf(simulated)}</b>}
        </>
      }
    >
      <ol className={lists.list}>
        {open.slice(0, listed).map((alarm) => (
          <li key={alarm.id}>
            <AlarmGradeMark grade={alarm.grade} />
            <span>
              <FigureButton panel="alarms" figure={alarm.id}>
                {isSensorAlarm(alarm) ? (alarm.feature?.name ?? titleOf(alarm.title, title)) : alarm.headline}
              </FigureButton>
            </span>
            <b>
              {isSensorAlarm(alarm) && alarm.shelf
                ? shelf.shelved
                : alarm.state === "raised"
                  ? words.open
                  : (alarm.acknowledgedBy ?? "")}
              {isSensorAlarm(alarm) && alarm.chattering && ` · ${shelf.chattering}`}
            </b>
          </li>
        ))}
      </ol>
      {open.length === 0 && <p className={lists.note}>{none}</p>}
      {open.length > listed && <p className={lists.note}>{screen.moreOf(String(open.length - listed))}</p>}
    </PanelFrame>
  );
}
