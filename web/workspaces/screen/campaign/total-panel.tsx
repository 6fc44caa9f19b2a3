import { SCREEN_CAMPAIGN_WORDS } from "../../../messages/screen-campaign.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { LINE_EM } from "../lines-that-fit.ts";
import type { PanelRoom } from "../panels.tsx";
import screen from "../screen.module.css";
import styles from "./campaign.module.css";
import { TOTALS, type Total, totalsOf } from "./totals.ts";
import { CAMPAIGN_LAYERS, useCampaign } from "./use-campaign.ts";

/** Title and frame, the numbers, four lines of foot. */
export const TOTAL_PANEL_LEAST_EM = 2.6 + TOTALS.length * LINE_EM + 4 * 1.3;

/** With so much more there is room for what is due next. */
const NEXT_EM = 2 * 1.3;

/** What each number means for whoever looks up at it. */
const TONES: Readonly<Record<Total, string>> = {
  late: "bad",
  cannotTell: "unsure",
  running: "unsure",
  countdown: "plain",
  done: "good",
  doneLate: "unsure",
  noData: "plain",
};

/** How many of all targets are reached, late, due, and how many nobody can measure. */
export function TotalPanel({ heightEm }: PanelRoom) {
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
              ...(total.next && heightEm >= TOTAL_PANEL_LEAST_EM + NEXT_EM
                ? [words.next(total.next.due, title(total.next.title))]
                : []),
            ]
          : []
      }
    >
      {counts && (
        <dl className={`${screen.figures} ${styles.totals}`}>
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
