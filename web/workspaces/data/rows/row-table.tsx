import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { DraftSettings, RemarkGroup } from "../../../api.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useWords } from "../../../messages/words.ts";
import { Trouble } from "../trouble.tsx";
import type { FileColumns } from "./file-columns.ts";
import { RowLine } from "./row-line.tsx";
import styles from "./rows.module.css";
import type { RowActions } from "./rows-panel.tsx";
import type { RowPages } from "./use-rows.ts";

/** Of a row with one remark; the others are measured. */
const ROW_PX = 58;
/** The next page is on its way before the last row is in sight. */
const READ_AHEAD = 30;

/** Rows as many as there are; only those in sight are drawn. */
export function RowTable(props: {
  layer: LayerDefinition;
  pages: RowPages;
  groups: readonly RemarkGroup[];
  columns: FileColumns;
  settings: DraftSettings;
  disabled: boolean;
  actions: RowActions;
  empty: string;
}) {
  const { layer, pages, groups, columns, settings, disabled, actions, empty } = props;
  const { rows, hasMore, readMore } = pages;
  const words = useWords(ROW_WORDS);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]!.row,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - READ_AHEAD) readMore();
  }, [hasMore, last, rows.length, readMore]);
  return (
    <div className={styles.table}>
      <div className={styles.head} aria-hidden="true">
        {(["place", "code", "name", "content", "action"] as const).map((column) => (
          <span key={column}>{words[column]}</span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} className={styles.scroller} tabIndex={0}>
        {pages.error !== null && <Trouble error={pages.error} />}
        {rows.length === 0 && pages.error === null && (
          <p className={styles.empty}>{pages.isLoading ? words.loading : empty}</p>
        )}
        <ul className={styles.rows} aria-label={words.title} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.row}
              data-kind={rows[index]!.kind}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : rows.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <RowLine
                row={rows[index]!}
                layer={layer}
                groups={groups}
                columns={columns}
                settings={settings}
                disabled={disabled}
                actions={actions}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
