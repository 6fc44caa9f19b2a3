import { getLayer } from "#data/layers/index.ts";
import { WATER_REACH_SOURCE, WATER_TARGETS } from "#data/wall/water-reach.ts";
import { SCREEN_WATER_WORDS } from "../../../messages/screen-water.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { Swatch } from "../../../ui/swatch.tsx";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import lists from "../lists.module.css";
import { useRowCount } from "../use-row-count.ts";
import { useWaterGaps } from "./gap-question.ts";
import styles from "./water.module.css";

/** Title and frame, the head, what has to be reached, and five lines of foot. */
export const GAP_PANEL_LEAST_EM = 2.6 + (1 + WATER_TARGETS.length) * 1.5 + 5 * 1.3;

/** How much of each ledger no usable water source reaches. */
export function GapPanel() {
  const words = useWords(SCREEN_WATER_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const { answer, refusal, lastGoodAt } = useWaterGaps();
  const summary = answer?.summary;
  const number = (value: number) => formatNumber(value, language);
  const sources = useRowCount("water-sources");
  const hasWater = sources !== null && sources > 0;
  return (
    <AnswerPanel
      id="water-gaps"
      layers={["water-sources", "buildings"]}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={[
        title(WATER_REACH_SOURCE),
        ...(summary && summary.cannotTellSources > 0 ? [words.unknownSources(number(summary.cannotTellSources))] : []),
      ]}
    >
      {sources === 0 && <p className={lists.note}>{words.noWater}</p>}
      {hasWater && summary && (
        <table className={lists.table}>
          <ColumnHeads columns={words.layerColumns} />
          <tbody>
            {summary.layers.map(({ layer, of, outside, cannotTell }) => (
              <tr key={layer}>
                <th scope="row">
                  <Swatch layer={getLayer(layer)} size={24} />
                  {title(getLayer(layer).title)}
                </th>
                {of === 0 ? (
                  <td colSpan={2}>{words.nothingToReach}</td>
                ) : (
                  <>
                    <td className={styles.outside} data-tone={outside > 0 ? "bad" : "plain"}>
                      <FigureButton panel="water-gaps" figure={layer}>
                        {number(outside)}
                        {cannotTell > 0 && <em>{words.cannotTell(number(cannotTell))}</em>}
                      </FigureButton>
                    </td>
                    <td>{number(of)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AnswerPanel>
  );
}
