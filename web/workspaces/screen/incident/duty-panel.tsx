import { PANELS } from "#data/wall/panels.ts";
import type { DutyView } from "../../../api-feeds.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { FigureButton } from "../figures/figure-button.tsx";
import { ALL_NEWS } from "../figures/news-figures.ts";
import { useLastGood } from "../last-good.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import { dayAndClock } from "./clock-text.ts";
import styles from "./incident.module.css";
import { SourceNotes } from "./source-notes.tsx";
import { useDuty, useSources } from "./use-feeds.ts";
import { useNow } from "./use-now.ts";

/** Title and frame, and three lines of foot. */
const FRAME_EM = 2.6 + 3 * 1.3;

/** The unit with its role, and the person. */
const LINES = 2;

export const DUTY_PANEL_LEAST_EM = FRAME_EM + LINES * 3 * LINE_EM;

/** Who is on duty now and whom to call, by unit; people as the server lets them be shown. */
export function DutyPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_FEED_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const title = useTitle();
  const connected = useLedgers((state) => state.connected);
  const sources = useSources("roster");
  const { answer: shifts, lastGoodAt } = useDuty();
  const lastGood = useLastGood([], lastGoodAt);
  const all = shifts ?? [];
  const listed = Math.floor(linesThatFit(heightEm - FRAME_EM, all.length * LINES) / LINES);
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "duty")!.title)}
      isStale={!connected || lastGoodAt !== null}
      lastGood={lastGood}
      footer={
        <>
          {all.length > 0 && <span>{words.callsFor}</span>}
          <SourceNotes sources={sources} simulated={all.filter(({ simulated }) => simulated).length} />
        </>
      }
    >
      <ol className={styles.pairs}>
        {all.slice(0, listed).map((shift) => (
          <Shift key={shift.id} shift={shift} />
        ))}
      </ol>
      {sources?.length === 0 && <p className={lists.note}>{words.noRosterSource}</p>}
      {sources && sources.length > 0 && shifts?.length === 0 && <p className={lists.note}>{words.nobodyOnDuty}</p>}
      {all.length > listed && (
        <p className={lists.note}>
          <FigureButton panel="duty" figure={ALL_NEWS}>
            {screen.moreOf(String(all.length - listed))}
          </FigureButton>
        </p>
      )}
    </PanelFrame>
  );
}

function Shift({ shift: { unit, role, name, phoneEnding, to } }: { shift: DutyView }) {
  const words = useWords(SCREEN_FEED_WORDS);
  const now = useNow();
  return (
    <li>
      <span className={styles.first}>
        <FigureButton panel="duty" figure={ALL_NEWS}>
          <b>{unit}</b> {role}
        </FigureButton>
      </span>
      <span className={styles.second}>
        <b>{name}</b> {phoneEnding !== null && words.phoneEnding(phoneEnding)} {words.until(dayAndClock(to, now))}
      </span>
    </li>
  );
}
