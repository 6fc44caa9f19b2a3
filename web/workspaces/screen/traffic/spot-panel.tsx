import type { BlackSpotFinding, BlackSpotSummary } from "#data/analyses/black-spot-results.ts";
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
import { CRASH_LAYERS, useScreeningQuestion } from "./crash-question.ts";
import { PlaceRow } from "./place-row.tsx";

/** Title and frame, the head of the list, and five lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 5 * 1.3;

export const SPOT_PANEL_LEAST_EM = FRAME_EM + 3 * LINE_EM;

/** The accident-prone places by the rule, the strongest first: killed, hurt and crashes apart. */
export function SpotPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_TRAFFIC_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal, lastGoodAt } = useAnswer<BlackSpotFinding, BlackSpotSummary>(
    "black-spots",
    useScreeningQuestion(),
    CRASH_LAYERS,
  );
  const summary = answer?.summary;
  const listed = linesThatFit(heightEm - FRAME_EM, answer?.findings.length ?? 0);
  const number = (value: number) => formatNumber(value, language);
  return (
    <AnswerPanel
      id="black-spots"
      layers={["accidents"]}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={
        summary
          ? [
              title(summary.ruleSet.title),
              ...(summary.from && summary.to ? [words.period(summary.from, summary.to)] : []),
              words.used(number(summary.tally.used), number(summary.tally.all)),
            ]
          : []
      }
    >
      {summary && (
        <table className={lists.table}>
          <ColumnHeads columns={[words.place, words.deaths, words.injuries, words.crashes]} />
          <tbody>
            {answer.findings.slice(0, listed).map(({ id, place, counts }, index) => (
              <PlaceRow
                key={id}
                panel="black-spots"
                id={id}
                rank={index + 1}
                label={place.label}
                numbers={[counts.deaths, counts.injuries, counts.crashes].map(number)}
              />
            ))}
          </tbody>
        </table>
      )}
      {summary?.found === 0 && <p className={lists.note}>{words.noSpots}</p>}
      {summary && summary.found > listed && (
        <p className={lists.note}>{screen.moreOf(number(summary.found - listed))}</p>
      )}
    </AnswerPanel>
  );
}
