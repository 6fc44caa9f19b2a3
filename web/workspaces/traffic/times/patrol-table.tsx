import type { EnforcementHoursFinding } from "#data/analyses/crash-times-results.ts";
import { PATROL_WORDS } from "../../../messages/traffic-patrol.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { chanceText, shareText } from "./chance-text.ts";
import styles from "./list.module.css";
import { usePatrolText } from "./use-patrol-text.ts";

const ROW_PX = 40;
const COLUMNS = ["place", "when", "heldOf", "chance", "fatal", "q", "answer"] as const;

/** Segments with their fullest hours. */
export function PatrolTable(props: {
  segments: readonly EnforcementHoursFinding[];
  fewest: number;
  openedId: string | null;
  onOpen: (segment: EnforcementHoursFinding) => void;
}) {
  const { segments, fewest, openedId, onOpen } = props;
  const words = useWords(PATROL_WORDS);
  return (
    <LongTable
      rows={segments}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(segment) => (
        <Cells segment={segment} rank={segments.indexOf(segment) + 1} fewest={fewest} onOpen={() => onOpen(segment)} />
      )}
    />
  );
}

function Cells(props: { segment: EnforcementHoursFinding; rank: number; fewest: number; onOpen: () => void }) {
  const { segment, rank, fewest, onOpen } = props;
  const words = useWords(PATROL_WORDS);
  const shared = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const text = usePatrolText();
  const number = (value: number) => formatNumber(value, language);
  const { place, casualty, fatal, best, chanceShare, qValue, answer } = segment;
  const orNone = (told: string | null) => told ?? words.noBlock;
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={shared.open(place.label)} onClick={onOpen}>
          <span className={styles.rank}>{rank}</span>
          <b title={place.label}>{place.label}</b>
        </button>
      </td>
      <td data-answer={answer}>{orNone(best && text(best))}</td>
      <td className={styles.number}>
        <b>{best ? words.heldOf(number(best.crashes), number(casualty)) : number(casualty)}</b>
        {best && <small>{shareText(best.share, language)}</small>}
      </td>
      <td className={styles.number}>{orNone(chanceShare === null ? null : shareText(chanceShare, language))}</td>
      <td className={styles.number}>{number(fatal)}</td>
      <td className={styles.number}>{orNone(qValue === null ? null : chanceText(qValue, language))}</td>
      <td data-answer={answer} title={words.answerHints[answer](number(fewest))}>
        {words.answers[answer]}
      </td>
    </>
  );
}
