import type { EnforcementHoursFinding, HourBlock } from "#data/analyses/crash-times-results.ts";
import { PATROL_WORDS } from "../../../messages/traffic-patrol.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AccidentList } from "./accident-list.tsx";
import { relationText, shareText } from "./chance-text.ts";
import { SegmentDetail } from "./segment-detail.tsx";
import styles from "./times.module.css";
import { usePatrolText } from "./use-patrol-text.ts";
import { weekBlockOf } from "./week-block.ts";

const COLUMNS = ["when", "held", "share", "timeShare", "elsewhere"] as const;

/** The fullest hours of every class of days on the open segment, against chance and the rest of the network. */
export function PatrolDetail(props: {
  segment: EnforcementHoursFinding;
  fewest: number;
  /** Whose accidents are marked on the map. */
  shown: HourBlock | null;
  onMark: (index: number) => void;
}) {
  const { segment, fewest, shown, onMark } = props;
  const words = useWords(PATROL_WORDS);
  const language = useLanguage();
  const text = usePatrolText();
  const number = (value: number) => formatNumber(value, language);
  const { place, casualty, best, chanceShare, pValue, qValue, answer, blocks } = segment;
  return (
    <SegmentDetail place={place} block={shown && weekBlockOf(shown)}>
      <p>
        <b>{words.answers[answer]}</b> {words.answerHints[answer](number(fewest))}
      </p>
      {best && chanceShare !== null && pValue !== null && qValue !== null && (
        <p>
          {words.sentence(
            number(casualty),
            number(best.crashes),
            text(best),
            shareText(best.share, language),
            shareText(chanceShare, language),
          )}{" "}
          <span className={styles.soft}>
            {words.tested(relationText("p", pValue, language), relationText("q", qValue, language))}
          </span>
        </p>
      )}
      {blocks.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={column === "when" ? undefined : styles.number}
                  title={column === "elsewhere" ? words.elsewhereHint : undefined}
                >
                  {words.detailColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blocks.map((block, index) => (
              <tr key={block.days} aria-current={block === shown}>
                <td>
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={words.mark(text(block))}
                    aria-pressed={block === shown}
                    onClick={() => onMark(index)}
                  >
                    {block === shown ? "● " : "○ "}
                    {text(block)}
                  </button>
                </td>
                <td className={styles.number}>{number(block.crashes)}</td>
                <td className={styles.number}>{shareText(block.share, language)}</td>
                <td className={styles.number}>{shareText(block.timeShare, language)}</td>
                <td className={styles.number}>
                  {block.elsewhereShare === null ? words.noBlock : shareText(block.elsewhereShare, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown && shown.accidentIds.length > 0 && (
        <>
          <p className={styles.soft}>● {words.marked}</p>
          <AccidentList ids={shown.accidentIds} />
        </>
      )}
    </SegmentDetail>
  );
}
