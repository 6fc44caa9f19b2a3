import type { Conflict } from "../../../api.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
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
  return (
    <LongTable
      rows={conflicts}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(conflict) => <ConflictCells conflict={conflict} onOpen={() => onOpen(conflict)} />}
    />
  );
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
