import type { WatchFinding, WatchSummary } from "#data/analyses/black-spot-results.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_TRAFFIC_WORDS } from "../../../messages/screen-traffic.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { useAnswer } from "../use-answer.ts";
import { CRASH_LAYERS, useWatchQuestion } from "./crash-question.ts";
import { PlaceRow } from "./place-row.tsx";
import styles from "./traffic.module.css";

const MOST_LISTED = 4;

/** Title and frame, the head, the places, a line for the rest, four lines of foot. */
export const WATCH_PANEL_HEIGHT_EM = 2.6 + 1.45 + MOST_LISTED * 1.5 + 1.45 + 4 * 1.3;

/** Where one more crash before the stated day would make a black spot. */
export function WatchPanel() {
  const words = useWords(SCREEN_TRAFFIC_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal } = useAnswer<WatchFinding, WatchSummary>("watch-list", useWatchQuestion(), CRASH_LAYERS);
  const number = (value: number) => formatNumber(value, language);
  const summary = answer?.summary;
  return (
    <AnswerPanel
      id="watch-list"
      layers={["accidents"]}
      refusal={refusal}
      notes={summary?.by ? [title(summary.ruleSet.title), words.before(summary.by)] : []}
    >
      {summary && (
        <table className={styles.places}>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.crashes}</th>
              <th scope="col">{words.until}</th>
            </tr>
          </thead>
          <tbody>
            {answer.findings.slice(0, MOST_LISTED).map(({ id, place, counts, until }, index) => (
              <PlaceRow
                key={id}
                rank={index + 1}
                label={place.label}
                numbers={[number(counts.crashes), until.slice(5)]}
              />
            ))}
          </tbody>
        </table>
      )}
      {summary?.found === 0 && <p className={styles.none}>{words.noWatched}</p>}
      {summary && summary.found > MOST_LISTED && (
        <p className={styles.none}>{screen.moreOf(number(summary.found - MOST_LISTED))}</p>
      )}
    </AnswerPanel>
  );
}
