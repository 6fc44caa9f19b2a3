import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_HOUSE_WORDS } from "../../../messages/screen-houses.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { DEADLINE_STANDINGS, deadlineId, IN_NO_DISTRICT, UNKNOWN, WITHOUT_GRADE } from "../figures/deadline-figures.ts";
import { FigureButton } from "../figures/figure-button.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import styles from "./houses.module.css";
import { useDeadline } from "./use-deadline.ts";

/** Title and frame, the head, and four lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 4 * 1.3;

export const DEADLINE_PANEL_LEAST_EM = FRAME_EM + 5 * LINE_EM;

/** Which district met the deadline of the dangerous houses, and how many each has still to close; the most first. */
export function DeadlinePanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HOUSE_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const { tally, houses, daysOver } = useDeadline();
  const { districts, elsewhere, withoutGrade } = tally;
  const number = (value: number) => formatNumber(value, language);
  const listed = linesThatFit(heightEm - FRAME_EM, districts.length);
  const unknown = [...districts, ...(elsewhere ? [elsewhere] : [])].reduce(
    (sum, { ids }) => sum + ids.unknown.length,
    0,
  );
  const [district, inTime, late] = words.deadlineColumns;
  return (
    <AnswerPanel
      id="houses-deadline-districts"
      layers={["houses"]}
      refusal={null}
      notes={[
        daysOver > 0 ? words.passed(number(daysOver)) : words.left(number(-daysOver)),
        ...(elsewhere ? [{ figure: IN_NO_DISTRICT, text: words.elsewhere(number(elsewhere.houses)) }] : []),
        ...(unknown > 0 ? [{ figure: UNKNOWN, text: words.unknown(number(unknown)) }] : []),
        ...(withoutGrade.length > 0
          ? [{ figure: WITHOUT_GRADE, text: words.withoutGrade(number(withoutGrade.length)) }]
          : []),
      ]}
    >
      {houses === 0 && <p className={lists.note}>{screen.noData}</p>}
      {houses !== null && houses > 0 && districts.length === 0 && !elsewhere && (
        <p className={lists.note}>{words.noDangerous}</p>
      )}
      {districts.length > 0 && (
        <table className={lists.table}>
          <ColumnHeads columns={[district, inTime, late, words.openWord[daysOver > 0 ? "after" : "before"]]} />
          <tbody>
            {districts.slice(0, listed).map(({ code, name, ids }) => (
              <tr key={code}>
                <th scope="row">{name || code}</th>
                {DEADLINE_STANDINGS.map((standing) => (
                  <td
                    key={standing}
                    className={standing === "open" ? styles.open : undefined}
                    data-tone={standing === "open" && daysOver > 0 && ids.open.length > 0 ? "bad" : "plain"}
                  >
                    <FigureButton panel="houses-deadline-districts" figure={deadlineId(code, standing)}>
                      {number(ids[standing].length)}
                    </FigureButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {districts.length > listed && <p className={lists.note}>{screen.more(districts.length - listed)}</p>}
    </AnswerPanel>
  );
}
