import { getLayer } from "#data/layers/index.ts";
import { isInBusiness, isInUse } from "#data/wall/houses-near-hazards.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_HOUSE_WORDS } from "../../../messages/screen-houses.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import { AnswerPanel } from "../answer-panel.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import { useRowCount } from "../use-row-count.ts";
import styles from "./houses.module.css";
import { NEAR_LAYERS, useHousesTooNear, useNearHouses } from "./use-near-houses.ts";

/** Title and frame, five numbers, and five lines of foot. */
const FRAME_EM = 2.6 + 5 * LINE_EM + 5 * 1.3;

export const NEAR_HAZARD_PANEL_LEAST_EM = FRAME_EM + LINE_EM;

/** Dangerous houses inside the hazard distances: how many, how many of them are lived and worked in, and the nearest by name. */
export function NearHazardPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HOUSE_WORDS);
  const screenWords = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const { near, refusal, sources } = useNearHouses();
  const judged = useHousesTooNear();
  const houses = useRowCount("houses");
  const number = (value: number) => formatNumber(value, language);
  const dangerous = near?.dangerous ?? [];
  const listed = linesThatFit(heightEm - FRAME_EM, dangerous.length);
  const figures = [
    ...(near
      ? [
          { name: words.within, count: dangerous.length, tone: "unsure" },
          { name: words.inUse, count: dangerous.filter(isInUse).length, tone: "bad" },
          { name: words.inBusiness, count: dangerous.filter(isInBusiness).length, tone: "bad" },
        ]
      : []),
    ...(judged
      ? [
          { name: words.tooNear, count: judged["too-near"].length, tone: "bad" },
          { name: words.cannotTellSpacing, count: judged["cannot-tell"].length, tone: "unsure" },
        ]
      : []),
  ];
  return (
    <AnswerPanel
      id="houses-near-hazards"
      layers={NEAR_LAYERS}
      refusal={refusal}
      notes={[
        words.screeningSource,
        ...(near && near.cannotTell.length > 0 ? [words.notAppraised(number(near.cannotTell.length))] : []),
      ]}
    >
      {houses === 0 && <p className={lists.note}>{screenWords.noData}</p>}
      {houses !== 0 && sources === 0 && <p className={lists.note}>{words.noSources}</p>}
      {houses !== 0 && sources !== 0 && (
        <>
          <table className={lists.table}>
            <tbody>
              {figures.map(({ name, count, tone }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={styles.count} data-tone={count === 0 ? "plain" : tone}>
                    {number(count)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ol className={lists.list}>
            {dangerous.slice(0, listed).map(({ id, code, name, grade, distanceM }) => (
              <li key={id}>
                <Swatch layer={getLayer("houses")} look={lookOf(getLayer("houses"), grade)} size={24} />
                <span>{name || code}</span>
                <b>{metres(distanceM)}</b>
              </li>
            ))}
          </ol>
          {near && dangerous.length === 0 && <p className={lists.note}>{words.noneNear}</p>}
          {dangerous.length > listed && (
            <p className={lists.note}>{screenWords.moreOf(number(dangerous.length - listed))}</p>
          )}
        </>
      )}
    </AnswerPanel>
  );
}
