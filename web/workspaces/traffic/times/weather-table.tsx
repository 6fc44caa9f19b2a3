import type { WeatherSegmentFinding } from "#data/analyses/crash-times-results.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { WEATHER_WORDS } from "../../../messages/traffic-weather.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { chanceText, shareText } from "./chance-text.ts";
import styles from "./list.module.css";

const ROW_PX = 42;
const COLUMNS = ["place", "kind", "share", "elsewhere", "ratio", "casualty", "fatal", "q"] as const;

/** Stretches, surest first. */
export function WeatherTable(props: {
  segments: readonly WeatherSegmentFinding[];
  openedId: string | null;
  onOpen: (segment: WeatherSegmentFinding) => void;
}) {
  const { segments, openedId, onOpen } = props;
  const words = useWords(WEATHER_WORDS);
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
        <Cells segment={segment} rank={segments.indexOf(segment) + 1} onOpen={() => onOpen(segment)} />
      )}
    />
  );
}

function Cells({ segment, rank, onOpen }: { segment: WeatherSegmentFinding; rank: number; onOpen: () => void }) {
  const words = useWords(WEATHER_WORDS);
  const shared = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const { kind, place, inKind, known, unknown, share, elsewhereShare, ratio, casualty, fatal, qValue } = segment;
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={shared.open(place.label)} onClick={onOpen}>
          <span className={styles.rank}>{rank}</span>
          <b title={place.label}>{place.label}</b>
        </button>
      </td>
      <td>{words.kinds[kind]}</td>
      <td className={styles.number}>
        <b>{shareText(share, language)}</b>
        <small>
          {words.of(number(inKind), number(known))}
          {unknown > 0 && ` · ${words.unknown(number(unknown))}`}
        </small>
      </td>
      <td className={styles.number}>{shareText(elsewhereShare, language)}</td>
      <td className={styles.number}>{ratio === null ? words.noneElsewhere : words.times(number(ratio, 1))}</td>
      <td className={styles.number}>{number(casualty)}</td>
      <td className={styles.number}>{number(fatal)}</td>
      <td className={styles.number}>{chanceText(qValue, language)}</td>
    </>
  );
}
