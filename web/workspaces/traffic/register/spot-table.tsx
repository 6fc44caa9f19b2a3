import { getLayer } from "#data/layers/index.ts";
import type { BlackSpotEntry } from "../../../api-black-spots.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./register.module.css";

const ROW_PX = 46;
const COLUMNS = ["site", "state", "dates", "crashes", "deaths", "injuries"] as const;

/** The register's lines, two rows of text each. */
export function SpotTable(props: {
  entries: readonly BlackSpotEntry[];
  openedId: string | null;
  onOpen: (entry: BlackSpotEntry) => void;
}) {
  const { entries, openedId, onOpen } = props;
  const words = useWords(REGISTER_WORDS);
  return (
    <LongTable
      rows={entries}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(entry) => <SpotCells entry={entry} onOpen={() => onOpen(entry)} />}
    />
  );
}

function SpotCells({ entry, onOpen }: { entry: BlackSpotEntry; onOpen: () => void }) {
  const words = useWords(REGISTER_WORDS);
  const layer = getLayer("black-spots");
  const known = (count: number | null) => (count === null ? words.unknown : String(count));
  return (
    <>
      <td>
        <button
          type="button"
          className={styles.name}
          aria-label={words.open(entry.name)}
          title={entry.name}
          onClick={onOpen}
        >
          {entry.name}
        </button>
        <span className={styles.soft}>{entry.code}</span>
      </td>
      <td>
        <Swatch layer={layer} look={lookOf(layer, entry.state)} size={15} /> {words.states[entry.state]}
        {entry.level && <div className={styles.soft}>{words.levels[entry.level]}</div>}
      </td>
      <td>
        <DateLines entry={entry} />
      </td>
      {[entry.accidents, entry.deaths, entry.injuries].map((count, at) => (
        <td key={COLUMNS[at + 3]} className={styles.number}>
          {known(count)}
        </td>
      ))}
    </>
  );
}

/** What is due next, or what has been done last. */
function DateLines({ entry }: { entry: BlackSpotEntry }) {
  const words = useWords(REGISTER_WORDS);
  const { overdueDays, dueOn, nextOn, nextPassed, treatedOn, closedOn, evaluateFrom, evaluationDue } = entry;
  return (
    <>
      {overdueDays > 0 && <b className={styles.bad}>{words.overdue(overdueDays)} </b>}
      {closedOn ? words.closedOn(closedOn) : treatedOn ? words.treatedOn(treatedOn) : dueOn && words.dueOn(dueOn)}
      <div className={evaluationDue || nextPassed ? styles.bad : styles.soft}>
        {evaluationDue
          ? words.evaluationDue
          : nextOn
            ? nextPassed
              ? words.nextPassed(nextOn)
              : words.nextOn(nextOn)
            : evaluateFrom && words.evaluateFrom(evaluateFrom)}
      </div>
    </>
  );
}
