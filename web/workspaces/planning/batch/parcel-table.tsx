import type { ParcelResult } from "../../../api-batches.ts";
import { BATCH_WORDS } from "../../../messages/planning-batch.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { exactMetres } from "../check/exact-metres.ts";
import { reasonText } from "../check/reason-text.ts";
import { VerdictSign } from "../verdict-mark.tsx";
import styles from "./batch.module.css";

const ROW_PX = 62;
const COLUMNS = ["parcel", "demand", "margin", "why"] as const;

/** A row for each parcel: verdict, what asks for most, what is missed by most, and why it is open. */
export function ParcelTable(props: {
  rows: readonly ParcelResult[];
  opened: number | null;
  onOpen: (row: ParcelResult) => void;
}) {
  const { rows, opened, onOpen } = props;
  const words = useWords(BATCH_WORDS);
  return (
    <LongTable
      rows={rows}
      keyOf={({ place }) => place}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.parcelRow}
      current={opened}
      follows
      cells={(row) => <ParcelCells row={row} onOpen={() => onOpen(row)} />}
    />
  );
}

function ParcelCells({ row, onOpen }: { row: ParcelResult; onOpen: () => void }) {
  const words = useWords(BATCH_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const { place, name, useCode, verdict, mostDemanding, nearest, marginM, problem } = row;
  const why = problem
    ? `${words.parcelProblems[problem.code]} · ${problem.detail}`
    : row.reasons.map((reason) => reasonText(reason, verdicts)).join(" · ");
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={words.show(name)} onClick={onOpen}>
          {verdict && <VerdictSign verdict={verdict} />}
          <span className={styles.lines}>
            <b title={name}>{name}</b>
            <span>{verdict ? verdicts.verdicts[verdict] : words.unchecked}</span>
            <small>{[words.place(place), useCode].filter(Boolean).join(" · ")}</small>
          </span>
        </button>
      </td>
      <td>
        {mostDemanding && (
          <span className={styles.lines}>
            <b>{words.demand(exactMetres(mostDemanding.requiredM))}</b>
            <span title={`${mostDemanding.standard} ${mostDemanding.clause}`}>{mostDemanding.clause}</span>
            <small>{mostDemanding.standard}</small>
          </span>
        )}
      </td>
      <td className={styles.number} data-short={marginM !== null && marginM < 0}>
        {marginM !== null && exactMetres(marginM)}
      </td>
      <td>
        <span className={styles.clamp} title={why}>
          {nearest ? <b>{words.nearest(nearest.neighbour.name, nearest.clause)}</b> : verdict && words.nothingNear}{" "}
          {why}
        </span>
      </td>
    </>
  );
}
