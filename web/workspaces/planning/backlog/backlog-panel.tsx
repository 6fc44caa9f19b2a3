import { DownloadOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type Conflict, type ConflictsAsked, conflictsWorkbookAddress } from "../../../api.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useAnnouncements } from "../../../state/announcements.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import styles from "./backlog.module.css";
import { BacklogFilters, EVERY_CONFLICT } from "./backlog-filters.tsx";
import { BacklogStatus } from "./backlog-status.tsx";
import { ConflictDetail } from "./conflict-detail.tsx";
import { rereadConflicts, useConflictList } from "./conflict-queries.ts";
import { ConflictTable } from "./conflict-table.tsx";
import { siftConflicts } from "./filter-conflicts.ts";
import { goToConflict } from "./go-to-conflict.ts";
import { useBacklogPicture } from "./use-backlog-picture.ts";

const VERDICTS = ["too-near", "cannot-tell"] as const;
const NO_CONFLICTS: readonly Conflict[] = [];

/** What stands too near today, or may: ranked, with what was decided of it. Follows ledgers and rules by itself. */
export function BacklogPanel() {
  const words = useWords(BACKLOG_WORDS);
  const planning = useWords(PLANNING_WORDS);
  const language = useLanguage();
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>("too-near");
  const [filter, setFilter] = useState(EVERY_CONFLICT);
  const [openedId, open] = useState<string | null>(null);
  const asked: ConflictsAsked = {
    verdict,
    ...(filter.state !== null && { state: filter.state }),
    ...(filter.since !== "" && { since: filter.since }),
    ...(filter.change !== null && { change: filter.change }),
  };
  const heard = useAnnouncements(({ conflicts, rules }) => conflicts + rules);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was heard is the reason, not an input
  useEffect(() => void rereadConflicts(), [heard]);
  const { data: list, error, refetch } = useConflictList(asked);
  const all = list?.conflicts ?? NO_CONFLICTS;
  const conflicts = useMemo(() => siftConflicts(all, filter), [all, filter]);
  const opened = conflicts.find(({ id }) => id === openedId) ?? null;
  useBacklogPicture(conflicts, opened, open);
  const openRow = useCallback((conflict: Conflict) => {
    open(conflict.id);
    goToConflict(conflict);
  }, []);
  const number = (value: number | undefined) => (value === undefined ? "" : formatNumber(value, language));
  const totals = list?.totals;
  return (
    <PartFrame
      title={planning.parts.backlog}
      footer={<BacklogStatus />}
      actions={
        <Button size="small" icon={<DownloadOutlined />} href={conflictsWorkbookAddress(asked, language)}>
          {words.download}
        </Button>
      }
    >
      <div className={styles.page}>
        <div className={styles.tabs}>
          <Segmented
            size="small"
            value={verdict}
            options={VERDICTS.map((value) => ({
              value,
              label: words.tabs[value](number(value === "too-near" ? totals?.tooNear : totals?.cannotTell)),
            }))}
            onChange={setVerdict}
          />
          {filter.since !== "" && totals && <span>{words.tally(number(totals.new), number(totals.gone))}</span>}
        </div>
        <BacklogFilters filter={filter} conflicts={all} onChange={setFilter} />
        {error && (
          <p className={styles.notice} role="alert">
            {words.failed(error.message)}{" "}
            <Button size="small" onClick={() => void refetch()}>
              {words.again}
            </Button>
          </p>
        )}
        {list?.isCut && (
          <p className={styles.notice}>
            {words.listed(number(all.length), number(verdict === "too-near" ? totals?.tooNear : totals?.cannotTell))}
          </p>
        )}
        {conflicts.length > 0 ? (
          <ConflictTable conflicts={conflicts} openedId={openedId} onOpen={openRow} />
        ) : (
          !error && (
            <p className={styles.notice}>
              {!list ? words.loading : filter === EVERY_CONFLICT ? words.none : words.noneFiltered}
            </p>
          )
        )}
        {opened && <ConflictDetail key={opened.id} conflict={opened} onClose={() => open(null)} />}
      </div>
    </PartFrame>
  );
}
