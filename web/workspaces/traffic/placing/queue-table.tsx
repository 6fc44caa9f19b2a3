import { codeIn, numberIn } from "#data/analyses/row-values.ts";
import { getLayer } from "#data/layers/index.ts";
import { PLACING_WORDS, type PlacingWords } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import type { AccidentList } from "../../../state/view.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./placing.module.css";
import { isReason, type QueueRow, statedOf } from "./queue-rows.ts";

const ROW_PX = 42;
const COLUMNS = ["accident", "why"] as const;

/** The accidents of a list, each with why it is there. */
export function QueueTable(props: {
  rows: readonly QueueRow[];
  list: AccidentList | null;
  openedId: string | null;
  onOpen: (row: QueueRow) => void;
}) {
  const { rows, list, openedId, onOpen } = props;
  const words = useWords(PLACING_WORDS);
  return (
    <LongTable
      rows={rows}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(row) => <QueueCells row={row} list={list} onOpen={() => onOpen(row)} />}
    />
  );
}

function QueueCells({ row, list, onOpen }: { row: QueueRow; list: AccidentList | null; onOpen: () => void }) {
  const words = useWords(PLACING_WORDS);
  const { code, name, severity, happenedAt } = row;
  const why = useWhy(row, list, words);
  const layer = getLayer("accidents");
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={words.open(code)} onClick={onOpen}>
          <Swatch layer={layer} look={lookOf(layer, severity)} size={16} />
          <span className={styles.lines}>
            <span title={name}>{name || code}</span>
            <small>
              {code} · {happenedAt?.replace("T", " ") ?? words.unknown}
            </small>
          </span>
        </button>
      </td>
      <td>
        <span className={styles.lines}>
          <span title={why[0]}>{why[0]}</span>
          <small title={why[1]}>{why[1]}</small>
        </span>
      </td>
    </>
  );
}

/** Of a doubt the reason and the likeliest place; of a settled one what was settled; of trouble the casualties. */
function useWhy({ id, finding }: QueueRow, list: AccidentList | null, words: PlacingWords): readonly [string, string] {
  const layers = useLedgers((state) => state.layers);
  if (finding && finding.reason !== null && (list === null || isReason(list))) {
    const [first] = finding.candidates;
    const count = words.candidateCount(finding.candidates.length);
    return [words.lists[finding.reason], first ? `${count} · ${first.label}` : count];
  }
  const accidents = layers.find(({ definition }) => definition.id === "accidents")?.snapshot;
  const row = findRow(layers, { layer: "accidents", id });
  if (!accidents || row === null) return ["", ""];
  const { road, stake } = statedOf(accidents, row);
  const place = [road, stake].filter((part) => part !== null).join(" ") || words.unknown;
  if (list === "settled")
    return [codeIn(accidents, row, "placing") === "confirmed" ? words.confirmed : words.offRoad, place];
  const count = (attribute: string) => String(numberIn(accidents, row, attribute) ?? "?");
  return [words.casualties(count("deaths"), count("injuries")), place];
}
