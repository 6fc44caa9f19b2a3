import { useMemo } from "react";
import { daysBetween } from "#data/campaign/calendar.ts";
import { tallyHouseDeadline } from "#data/wall/house-deadline.ts";
import { HOUSE_DEADLINE } from "#data/wall/ledger-figures.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_HOUSE_WORDS } from "../../../messages/screen-houses.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import styles from "./houses.module.css";

/** Title and frame, the head, and four lines of foot. */
const FRAME_EM = 2.6 + LINE_EM + 4 * 1.3;

export const DEADLINE_PANEL_LEAST_EM = FRAME_EM + 5 * LINE_EM;

const NO_DISTRICTS = { districts: [], elsewhere: null, withoutGrade: [] };

/** Which district met the deadline of the dangerous houses, and how many each has still to close; the most first. */
export function DeadlinePanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HOUSE_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const today = useToday();
  const layers = useLedgers((state) => state.layers);
  const [houses, areas] = ["houses", "districts"].map(
    (id) => layers.find(({ definition }) => definition.id === id)?.snapshot,
  );
  const { districts, elsewhere, withoutGrade } = useMemo(
    () => (houses ? tallyHouseDeadline(houses, areas) : NO_DISTRICTS),
    [houses, areas],
  );
  const number = (value: number) => formatNumber(value, language);
  const daysOver = daysBetween(HOUSE_DEADLINE, today);
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
        ...(elsewhere ? [words.elsewhere(number(elsewhere.houses))] : []),
        ...(unknown > 0 ? [words.unknown(number(unknown))] : []),
        ...(withoutGrade.length > 0 ? [words.withoutGrade(number(withoutGrade.length))] : []),
      ]}
    >
      {houses?.count === 0 && <p className={lists.note}>{screen.noData}</p>}
      {houses && houses.count > 0 && districts.length === 0 && !elsewhere && (
        <p className={lists.note}>{words.noDangerous}</p>
      )}
      {districts.length > 0 && (
        <table className={lists.table}>
          <thead>
            <tr>
              {[district, inTime, late, words.openWord[daysOver > 0 ? "after" : "before"]].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.slice(0, listed).map(({ code, name, ids }) => (
              <tr key={code}>
                <th scope="row">{name || code}</th>
                <td>{number(ids["in-time"].length)}</td>
                <td>{number(ids.late.length)}</td>
                <td className={styles.open} data-tone={daysOver > 0 && ids.open.length > 0 ? "bad" : "plain"}>
                  {number(ids.open.length)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {districts.length > listed && <p className={lists.note}>{screen.more(districts.length - listed)}</p>}
    </AnswerPanel>
  );
}
