import { type CSSProperties, useMemo } from "react";
import type { CrashTimesSummary, TimedAccident } from "#data/analyses/crash-times-results.ts";
import { SCREEN_TRAFFIC_WORDS } from "../../../messages/screen-traffic.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { useAnswer } from "../use-answer.ts";
import { CRASH_LAYERS, useTimesQuestion } from "./crash-question.ts";
import styles from "./traffic.module.css";
import { BLOCK_STARTS, BLOCKS, blocksOf } from "./week-blocks.ts";

/** Title and frame, the head and seven days, four lines of foot. */
export const WEEK_PANEL_LEAST_EM = 2.6 + 8 * 1.33 + 4 * 1.3;

/** When casualty crashes happen: days of the week by blocks of hours, each with its number. */
export function WeekPanel() {
  const words = useWords(SCREEN_TRAFFIC_WORDS);
  const language = useLanguage();
  const { answer, refusal, lastGoodAt } = useAnswer<TimedAccident, CrashTimesSummary>(
    "crash-times",
    useTimesQuestion(),
    CRASH_LAYERS,
  );
  const summary = answer?.summary;
  const cells = useMemo(() => summary && blocksOf(summary.matrix.casualty), [summary]);
  const most = Math.max(1, ...(cells ?? []));
  const number = (value: number) => formatNumber(value, language);
  return (
    <AnswerPanel
      id="crash-week"
      layers={["accidents"]}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={
        summary?.from && summary.to
          ? [
              words.casualtyCrashes(number(summary.counts.casualty)),
              words.period(summary.from, summary.to),
              words.clock[summary.clock.answer],
            ]
          : []
      }
    >
      {cells && (
        <table className={styles.week}>
          <thead>
            <tr>
              <td />
              {BLOCK_STARTS.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {words.weekdays.map((day, row) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {cells.slice(row * BLOCKS, (row + 1) * BLOCKS).map((count, block) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: hours never move
                    key={block}
                    style={{ "--share": `${Math.round((count / most) * 100)}%` } as CSSProperties}
                    data-strong={count > most / 2}
                  >
                    <FigureButton panel="crash-week" figure={`${row + 1}-${BLOCK_STARTS[block]}`}>
                      {number(count)}
                    </FigureButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AnswerPanel>
  );
}
