import { SCREEN_CAMPAIGN_WORDS } from "../../../messages/screen-campaign.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import screen from "../screen.module.css";
import { CAMPAIGN_LAYERS, useCampaign } from "./use-campaign.ts";

/** Title and frame, six numbers, five lines of foot. */
export const TOTAL_PANEL_LEAST_EM = 2.6 + 6 * 2 + 5 * 1.3;

/** How many of all targets are reached, late, due, and how many nobody can measure. */
export function TotalPanel() {
  const words = useWords(SCREEN_CAMPAIGN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal } = useCampaign();
  const total = answer?.summary.total;
  const lines = total && [
    { name: words.totals.late, count: total.standings.late, tone: "bad" },
    { name: words.totals.cannotTell, count: total.standings["cannot-tell"], tone: "unsure" },
    { name: words.totals.running, count: total.standings.running - total.reachedNow, tone: "unsure" },
    { name: words.totals.countdown, count: total.standings.countdown, tone: "plain" },
    {
      name: words.totals.done,
      count: total.standings.done + total.standings["done-late"] + total.reachedNow,
      tone: "good",
    },
    { name: words.totals.noData, count: total.standings["no-data"] + total.standings.direction, tone: "plain" },
  ];
  return (
    <AnswerPanel
      id="campaign-total"
      layers={CAMPAIGN_LAYERS}
      refusal={refusal}
      notes={
        total
          ? [
              words.targets(formatNumber(total.targets, language), formatNumber(total.measurable, language)),
              ...(total.next ? [words.next(total.next.due, title(total.next.title))] : []),
            ]
          : []
      }
    >
      {lines && (
        <dl className={screen.figures}>
          {lines.map(({ name, count, tone }) => (
            <div key={name} className={screen.figure} data-tone={count === 0 ? "plain" : tone}>
              <dt>{name}</dt>
              <dd>
                <strong>{formatNumber(count, language)}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </AnswerPanel>
  );
}
