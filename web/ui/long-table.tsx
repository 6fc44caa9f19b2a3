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
  /** Brings that row into sight when another one is looked at, and keeps it there when the box shrinks; rows that only come in move nothing. */
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
  // A row that was just made is looked at before the list that has it is there.
  const isListed = follows && current !== null && rows.some((row) => keyOf(row) === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another row is looked at
  useEffect(() => {
    const box = scroller.current!;
    const index = follows && current !== null ? rows.findIndex((row) => keyOf(row) === current) : -1;
    if (index < 0) return;
    bringIntoSight(box, index, rowPx);
    let heightPx = box.clientHeight;
    const observer = new ResizeObserver(() => {
      // What opens below the table may come late and must not cover the row that it is about.
      if (box.clientHeight < heightPx && isInSight(box, index, rowPx, heightPx)) bringIntoSight(box, index, rowPx);
      heightPx = box.clientHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [current, isListed]);
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

/** The head stays over the rows that scroll. @returns where the box may be scrolled to while it shows the whole row. */
function scrollRange(
  box: HTMLElement,
  index: number,
  rowPx: number,
  heightPx: number,
): { least: number; most: number } {
  const headPx = box.querySelector("thead")!.offsetHeight;
  return { least: headPx + (index + 1) * rowPx - heightPx, most: index * rowPx };
}

function isInSight(box: HTMLElement, index: number, rowPx: number, heightPx: number): boolean {
  const { least, most } = scrollRange(box, index, rowPx, heightPx);
  return box.scrollTop >= least && box.scrollTop <= most;
}

/** Scrolls no further than it takes. */
function bringIntoSight(box: HTMLElement, index: number, rowPx: number): void {
  const { least, most } = scrollRange(box, index, rowPx, box.clientHeight);
  box.scrollTop = Math.min(most, Math.max(least, box.scrollTop));
}
