import { PANELS } from "#data/wall/panels.ts";
import type { WarningView } from "../../../api-feeds.ts";
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
import { AlarmGradeMark } from "./alarm-grade-mark.tsx";
import { dayAndClock } from "./clock-text.ts";
import styles from "./incident.module.css";
import { SourceNotes } from "./source-notes.tsx";
import { useSources, useWarnings } from "./use-feeds.ts";
import { useNow } from "./use-now.ts";
import { holdsText } from "./warning-text.ts";

/** Title and frame, and two lines of foot. */
const FRAME_EM = 2.6 + 2 * 1.3;

/** What it says, and from when to when. */
const LINES = 2;

export const WEATHER_PANEL_LEAST_EM = FRAME_EM + LINES * 2 * LINE_EM;

/** The weather warnings that hold, or will, the gravest first. Without a source that is said: no warning is not the same as no news. */
export function WeatherPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_FEED_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const title = useTitle();
  const connected = useLedgers((state) => state.connected);
  const sources = useSources("weather");
  const { answer: warnings, lastGoodAt } = useWarnings();
  const lastGood = useLastGood([], lastGoodAt);
  const all = warnings ?? [];
  const listed = Math.floor(linesThatFit(heightEm - FRAME_EM, all.length * LINES) / LINES);
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "weather")!.title)}
      isStale={!connected || lastGoodAt !== null}
      lastGood={lastGood}
      footer={<SourceNotes sources={sources} simulated={all.filter(({ simulated }) => simulated).length} />}
    >
      <ol className={styles.pairs}>
        {all.slice(0, listed).map((warning) => (
          <Warning key={warning.id} warning={warning} />
        ))}
      </ol>
      {sources?.length === 0 && <p className={lists.note}>{words.noWeatherSource}</p>}
      {sources && sources.length > 0 && warnings?.length === 0 && <p className={lists.note}>{words.noWarning}</p>}
      {all.length > listed && (
        <p className={lists.note}>
          <FigureButton panel="weather" figure={ALL_NEWS}>
            {screen.moreOf(String(all.length - listed))}
          </FigureButton>
        </p>
      )}
    </PanelFrame>
  );
}

function Warning({ warning }: { warning: WarningView }) {
  const words = useWords(SCREEN_FEED_WORDS);
  const now = useNow();
  const { id, grade, kind, headline, areaName, issuedAt } = warning;
  return (
    <li>
      <span className={styles.first}>
        <AlarmGradeMark grade={grade} />{" "}
        <FigureButton panel="weather" figure={id}>
          <b>{words.weatherKinds[kind]}</b> {headline}
        </FigureButton>
      </span>
      <span className={styles.second}>
        <b>{holdsText(warning, words, now)}</b> {words.issued(dayAndClock(issuedAt, now))} {areaName}
      </span>
    </li>
  );
}
