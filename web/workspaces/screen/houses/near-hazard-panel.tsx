import { getLayer } from "#data/layers/index.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_HOUSE_WORDS } from "../../../messages/screen-houses.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import { useRowCount } from "../use-row-count.ts";
import styles from "./houses.module.css";
import { nearGroups } from "./near-groups.ts";
import { NEAR_LAYERS, useHousesTooNear, useNearHouses } from "./use-near-houses.ts";

/** Title and frame, five numbers, and five lines of foot. */
const FRAME_EM = 2.6 + 5 * LINE_EM + 5 * 1.3;

export const NEAR_HAZARD_PANEL_LEAST_EM = FRAME_EM + LINE_EM;

/** Dangerous houses inside the hazard distances: how many, how many of them are lived and worked in, and the nearest by name. */
export function NearHazardPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HOUSE_WORDS);
  const screenWords = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const { near, refusal, lastGoodAt, sources } = useNearHouses();
  const { judged, cut, lastGoodAt: judgedAt } = useHousesTooNear();
  const houses = useRowCount("houses");
  const number = (value: number) => formatNumber(value, language);
  const dangerous = near?.dangerous ?? [];
  const listed = linesThatFit(heightEm - FRAME_EM, dangerous.length);
  const goodAt = [lastGoodAt, judgedAt].filter((at) => at !== null);
  return (
    <AnswerPanel
      id="houses-near-hazards"
      layers={NEAR_LAYERS}
      refusal={refusal}
      lastGoodAt={goodAt.length > 0 ? Math.min(...goodAt) : null}
      notes={[
        words.screeningSource,
        ...(near && near.cannotTell.length > 0
          ? [{ figure: "within", text: words.notAppraised(number(near.cannotTell.length)) }]
          : []),
        ...(cut ? [words.conflictsCut(number(cut.listed), number(cut.found))] : []),
      ]}
    >
      {houses === 0 && <p className={lists.note}>{screenWords.noData}</p>}
      {houses !== 0 && sources === 0 && <p className={lists.note}>{words.noSources}</p>}
      {houses !== 0 && sources !== 0 && (
        <>
          <table className={lists.table}>
            <tbody>
              {nearGroups(near, judged).map(({ id, houses: counted, tone }) => (
                <tr key={id}>
                  <th scope="row">{words[id]}</th>
                  <td className={styles.count} data-tone={counted.length === 0 ? "plain" : tone}>
                    <FigureButton panel="houses-near-hazards" figure={id}>
                      {number(counted.length)}
                    </FigureButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ol className={lists.list}>
            {dangerous.slice(0, listed).map(({ id, code, name, grade, distanceM }) => (
              <li key={id}>
                <Swatch layer={getLayer("houses")} look={lookOf(getLayer("houses"), grade)} size={24} />
                <span>
                  <FigureButton panel="houses-near-hazards" figure={id}>
                    {name || code}
                  </FigureButton>
                </span>
                <b>{metres(distanceM)}</b>
              </li>
            ))}
          </ol>
          {near && dangerous.length === 0 && <p className={lists.note}>{words.noneNear}</p>}
          {dangerous.length > listed && (
            <p className={lists.note}>
              <FigureButton panel="houses-near-hazards" figure="within">
                {screenWords.moreOf(number(dangerous.length - listed))}
              </FigureButton>
            </p>
          )}
        </>
      )}
    </AnswerPanel>
  );
}
