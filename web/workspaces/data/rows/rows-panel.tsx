import { useMemo, useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import type { DraftSettings, DraftView, RemarkGroup, RowCounts, RowDecision, RowKind } from "../../../api.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { fileColumns } from "./file-columns.ts";
import { GroupActions } from "./group-actions.tsx";
import { GroupList } from "./group-list.tsx";
import { KIND_COUNTS, KIND_MARKS, KINDS } from "./row-kinds.ts";
import { RowTable } from "./row-table.tsx";
import styles from "./rows.module.css";
import { SettledFixes } from "./settled-fixes.tsx";
import { type RowFilter, useRows } from "./use-rows.ts";

/** What can be done with rows; each is one question to the server. */
export interface RowActions {
  decide(decisions: readonly RowDecision[]): void;
  change(settings: Partial<DraftSettings>): void;
}

/** Every row with what would come of it, by kind or by remark. */
export function RowsPanel(props: { draft: DraftView; disabled: boolean; actions: RowActions }) {
  const { draft, disabled, actions } = props;
  const preview = draft.preview!;
  const words = useWords(ROW_WORDS);
  const language = useLanguage();
  const [kind, setKind] = useState<RowKind>(() => firstKind(preview.counts));
  const [asked, setAsked] = useState<Pick<RemarkGroup, "reason" | "column"> | null>(null);
  const group = asked && preview.groups.find((each) => each.reason === asked.reason && each.column === asked.column);
  const filter: RowFilter = group ? { reason: group.reason, column: group.column } : { kind };
  const layer = getLayer(draft.settings.layer);
  const columns = useMemo(() => fileColumns(layer, draft.facts, preview), [layer, draft.facts, preview]);
  const pages = useRows(draft, filter);
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.tabs} role="tablist" aria-label={words.title}>
        {KINDS.map((each) => {
          const count = preview.counts[KIND_COUNTS[each]];
          return (
            <button
              key={each}
              type="button"
              role="tab"
              className={styles.tab}
              data-kind={each}
              aria-selected={!group && kind === each}
              onClick={() => {
                setKind(each);
                setAsked(null);
              }}
            >
              <span aria-hidden="true" className={styles.mark}>
                {KIND_MARKS[each]}
              </span>
              {words.kinds[each]} <strong>{formatNumber(count, language)}</strong>
            </button>
          );
        })}
      </div>
      {preview.groups.length > 0 && <GroupList groups={preview.groups} chosen={group ?? null} onChoose={setAsked} />}
      <SettledFixes settings={draft.settings} disabled={disabled} onChange={actions.change} />
      {group && <GroupActions group={group} settings={draft.settings} disabled={disabled} actions={actions} />}
      <RowTable
        layer={layer}
        pages={pages}
        groups={preview.groups}
        columns={columns}
        settings={draft.settings}
        disabled={disabled}
        actions={actions}
        empty={words.none[kind]}
      />
    </section>
  );
}

/** What needs a person first. */
function firstKind(counts: RowCounts): RowKind {
  const first = (["suspicious", "refused", "changed", "new"] as const).find((kind) => counts[kind] > 0);
  return first ?? "unchanged";
}
