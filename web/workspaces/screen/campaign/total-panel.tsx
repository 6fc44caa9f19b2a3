import { SCREEN_CAMPAIGN_WORDS } from "../../../messages/screen-campaign.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import screen from "../screen.module.css";
import { TOTALS, type Total, totalsOf } from "./totals.ts";
import { CAMPAIGN_LAYERS, useCampaign } from "./use-campaign.ts";

/** Title and frame, six numbers, five lines of foot. */
export const TOTAL_PANEL_LEAST_EM = 2.6 + 6 * 2 + 5 * 1.3;

/** What each number means for whoever looks up at it. */
const TONES: Readonly<Record<Total, string>> = {
  late: "bad",
  cannotTell: "unsure",
  running: "unsure",
  countdown: "plain",
  done: "good",
  noData: "plain",
};

/** How many of all targets are reached, late, due, and how many nobody can measure. */
export function TotalPanel() {
  const words = useWords(SCREEN_CAMPAIGN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal, lastGoodAt } = useCampaign();
  const total = answer?.summary.total;
  const counts = total && totalsOf(total);
  return (
    <AnswerPanel
      id="campaign-total"
      layers={CAMPAIGN_LAYERS}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={
        total
          ? [
              words.targets(formatNumber(total.targets, language), formatNumber(total.measurable, language)),
              ...(total.next ? [words.next(total.next.due, title(total.next.title))] : []),
            ]
          : []
      }
    >
      {counts && (
        <dl className={screen.figures}>
          {TOTALS.map((id) => (
            <div key={id} className={screen.figure} data-tone={counts[id] === 0 ? "plain" : TONES[id]}>
              <dt>{words.totals[id]}</dt>
              <dd>
                <strong>
                  <FigureButton panel="campaign-total" figure={id}>
                    {formatNumber(counts[id], language)}
                  </FigureButton>
                </strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </AnswerPanel>
  );
}
