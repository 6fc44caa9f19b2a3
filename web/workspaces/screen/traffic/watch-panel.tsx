import type { WatchFinding, WatchSummary } from "#data/analyses/black-spot-results.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_TRAFFIC_WORDS } from "../../../messages/screen-traffic.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import { useAnswer } from "../use-answer.ts";
import { CRASH_LAYERS, useWatchQuestion } from "./crash-question.ts";
import { PlaceRow } from "./place-row.tsx";

/** Title and frame, the head of the list, and four lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 4 * 1.3;

export const WATCH_PANEL_LEAST_EM = FRAME_EM + 3 * LINE_EM;

/** Where one more crash before the stated day would make a black spot. */
export function WatchPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_TRAFFIC_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal, lastGoodAt } = useAnswer<WatchFinding, WatchSummary>(
    "watch-list",
    useWatchQuestion(),
    CRASH_LAYERS,
  );
  const listed = linesThatFit(heightEm - FRAME_EM, answer?.findings.length ?? 0);
  const number = (value: number) => formatNumber(value, language);
  const summary = answer?.summary;
  return (
    <AnswerPanel
      id="watch-list"
      layers={["accidents"]}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={summary?.by ? [title(summary.ruleSet.title), words.before(summary.by)] : []}
    >
      {summary && (
        <table className={lists.table}>
          <ColumnHeads columns={[words.place, words.crashes, words.until]} />
          <tbody>
            {answer.findings.slice(0, listed).map(({ id, place, counts, until }, index) => (
              <PlaceRow
                key={id}
                panel="watch-list"
                id={id}
                rank={index + 1}
                label={place.label}
                numbers={[number(counts.crashes), until.slice(5)]}
              />
            ))}
          </tbody>
        </table>
      )}
      {summary?.found === 0 && <p className={lists.note}>{words.noWatched}</p>}
      {summary && summary.found > listed && (
        <p className={lists.note}>{screen.moreOf(number(summary.found - listed))}</p>
      )}
    </AnswerPanel>
  );
}
