import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Conflict } from "../../../api.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { exactMetres } from "../check/exact-metres.ts";
import { VerdictSign } from "../verdict-mark.tsx";
import styles from "./backlog.module.css";
import { bindingRule, shortfallOf } from "./filter-conflicts.ts";
import { localDay } from "./local-day.ts";

const ROW_PX = 64;
const COLUMNS = ["pair", "distance", "urgency", "state"] as const;

/** The most urgent first, three lines each. */
export function ConflictTable(props: {
  conflicts: readonly Conflict[];
  openedId: string | null;
  onOpen: (conflict: Conflict) => void;
}) {
  const { conflicts, openedId, onOpen } = props;
  const words = useWords(BACKLOG_WORDS);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: conflicts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const { scrollToIndex } = virtual;
  useEffect(() => {
    const index = conflicts.findIndex(({ id }) => id === openedId);
    if (index >= 0) scrollToIndex(index, { align: "auto" });
  }, [conflicts, openedId, scrollToIndex]);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-rowcount={conflicts.length + 1}>
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
            const conflict = conflicts[index]!;
            return (
              <tr
                key={conflict.id}
                className={styles.row}
                aria-rowindex={index + 2}
                aria-current={conflict.id === openedId}
                style={{ height: ROW_PX }}
              >
                <ConflictCells conflict={conflict} onOpen={() => onOpen(conflict)} />
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

function ConflictCells({ conflict, onOpen }: { conflict: Conflict; onOpen: () => void }) {
  const words = useWords(BACKLOG_WORDS);
  const language = useLanguage();
  const { finding, people } = conflict;
  const rule = bindingRule(finding);
  const { shortM, mayBeM } = shortfallOf(finding);
  const clause = rule ? `${rule.clause} ${rule.standard}` : "";
  return (
    <>
      <td>
        <button
          type="button"
          className={styles.name}
          aria-label={words.open(finding.hazard.name, finding.target.name)}
          onClick={onOpen}
        >
          <VerdictSign verdict={conflict.verdict} />
          <span className={styles.lines}>
            <b title={finding.hazard.name}>{finding.hazard.name}</b>
            <span title={finding.target.name}>→ {finding.target.name}</span>
            <small title={clause}>{clause}</small>
          </span>
        </button>
      </td>
      <td className={styles.number}>
        <b>{exactMetres(rule?.measuredM ?? finding.distanceM)}</b>
        {rule && <div>{words.required(exactMetres(rule.requiredAtMostM))}</div>}
      </td>
      <td className={styles.number}>
        {shortM > 0 ? (
          <b className={styles.bad}>{words.short(exactMetres(shortM))}</b>
        ) : (
          <span className={styles.unsure}>{words.mayBeShort(exactMetres(mayBeM))}</span>
        )}
        <div>{people === null ? words.peopleUnknown : words.people(formatNumber(people, language))}</div>
      </td>
      <td>
        <StateLines conflict={conflict} />
      </td>
    </>
  );
}

function StateLines({ conflict }: { conflict: Conflict }) {
  const words = useWords(BACKLOG_WORDS);
  const { state, owner, dueOn, goneAt, firstSeenAt, change } = conflict;
  const isOverdue = dueOn !== null && goneAt === null && dueOn < localDay(new Date().toISOString());
  return (
    <span className={styles.lines}>
      <span>
        {change === "new" && <b>{words.isNew} </b>}
        <span className={styles.state} data-state={state}>
          {words.states[state]}
        </span>
      </span>
      {owner !== null && <span title={owner}>{owner}</span>}
      {dueOn !== null ? (
        <small className={isOverdue ? styles.bad : undefined}>
          {isOverdue ? words.overdue(dueOn) : words.due(dueOn)}
        </small>
      ) : (
        <small>{goneAt === null ? words.sinceDay(localDay(firstSeenAt)) : words.goneOn(localDay(goneAt))}</small>
      )}
    </span>
  );
}
