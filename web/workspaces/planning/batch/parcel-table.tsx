import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { ParcelResult } from "../../../api-batches.ts";
import { BATCH_WORDS } from "../../../messages/planning-batch.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useWords } from "../../../messages/words.ts";
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
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const { scrollToIndex } = virtual;
  // Only when another one is opened: rows that come in while the check runs must not move the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const index = rows.findIndex(({ place }) => place === opened);
    if (index >= 0) scrollToIndex(index, { align: "auto" });
  }, [opened, scrollToIndex]);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer heightPx={above} />
          {items.map(({ index }) => {
            const row = rows[index]!;
            return (
              <tr
                key={row.place}
                className={styles.parcelRow}
                aria-rowindex={index + 2}
                aria-current={row.place === opened}
                style={{ height: ROW_PX }}
              >
                <ParcelCells row={row} onOpen={() => onOpen(row)} />
              </tr>
            );
          })}
          <Spacer heightPx={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ heightPx }: { heightPx: number }) {
  return heightPx > 0 ? (
    <tr>
      <td colSpan={COLUMNS.length} style={{ height: heightPx, padding: 0 }} />
    </tr>
  ) : null;
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
