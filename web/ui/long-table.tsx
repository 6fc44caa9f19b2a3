import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

/** A table of which only the rows in sight are drawn; all rows are equally high. */
export function LongTable<Row, Column extends string>(props: {
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  rowPx: number;
  columns: readonly Column[];
  columnWords: Readonly<Record<Column, ReactNode>>;
  /** Of the scrolling box, the table, a row, and each column's head by its name. */
  styles: Readonly<Record<string, string | undefined>>;
  rowClass?: string | undefined;
  /** The row that is looked at. */
  current: string | number | null;
  /** Brings that row into sight when another one is looked at; rows that only come in move nothing. */
  follows?: boolean;
  cells: (row: Row) => ReactNode;
}) {
  const { rows, keyOf, rowPx, columns, columnWords, styles, rowClass, current, follows, cells } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  const { scrollToIndex } = virtual;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another row is looked at
  useEffect(() => {
    const index = follows && current !== null ? rows.findIndex((row) => keyOf(row) === current) : -1;
    if (index >= 0) scrollToIndex(index, { align: "auto" });
  }, [current, follows, scrollToIndex]);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  // Stands for the rows that are not drawn.
  const spacer = (heightPx: number) =>
    heightPx > 0 && (
      <tr>
        <td colSpan={columns.length} style={{ height: heightPx, padding: 0 }} />
      </tr>
    );
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {columnWords[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spacer(above)}
          {items.map(({ index }) => {
            const row = rows[index]!;
            const key = keyOf(row);
            return (
              <tr
                key={key}
                className={rowClass}
                aria-rowindex={index + 2}
                aria-current={key === current}
                style={{ height: rowPx }}
              >
                {cells(row)}
              </tr>
            );
          })}
          {spacer(below)}
        </tbody>
      </table>
    </div>
  );
}
