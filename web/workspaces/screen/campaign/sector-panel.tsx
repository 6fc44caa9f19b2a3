import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_CAMPAIGN_WORDS } from "../../../messages/screen-campaign.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import styles from "./campaign.module.css";
import { CAMPAIGN_LAYERS, useCampaign } from "./use-campaign.ts";

/** Title and frame, the head, four lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 4 * 1.3;

export const SECTOR_PANEL_LEAST_EM = FRAME_EM + 5 * LINE_EM;

/** The 22 plans: how many targets each has, how many can be measured, and how many of these are late. */
export function SectorPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_CAMPAIGN_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal, lastGoodAt } = useCampaign();
  const sectors = (answer?.summary.sectors ?? []).toSorted(
    (a, b) => b.standings.late - a.standings.late || b.measurable - a.measurable || a.sector - b.sector,
  );
  const listed = linesThatFit(heightEm - FRAME_EM, sectors.length);
  const number = (count: number) => formatNumber(count, language);
  return (
    <AnswerPanel id="campaign-sectors" layers={CAMPAIGN_LAYERS} refusal={refusal} lastGoodAt={lastGoodAt} notes={[]}>
      <table className={`${lists.table} ${styles.sectors}`}>
        <ColumnHeads columns={words.columns} />
        <tbody>
          {sectors.slice(0, listed).map(({ sector, title: name, targets, measurable, standings }) => (
            <tr key={sector}>
              <th scope="row">
                {sector} {title(name)}
              </th>
              <td data-tone={standings.late > 0 ? "bad" : "plain"}>
                <FigureButton panel="campaign-sectors" figure={`${sector}-late`}>
                  {number(standings.late)}
                </FigureButton>
              </td>
              <td>
                <FigureButton panel="campaign-sectors" figure={`${sector}-measurable`}>
                  {number(measurable)}
                </FigureButton>
              </td>
              <td>
                <FigureButton panel="campaign-sectors" figure={`${sector}-targets`}>
                  {number(targets)}
                </FigureButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sectors.length > listed && <p className={lists.note}>{screen.moreOf(number(sectors.length - listed))}</p>}
    </AnswerPanel>
  );
}
