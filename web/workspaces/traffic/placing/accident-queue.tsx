import { useCallback, useEffect } from "react";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { usePlacement } from "../../../state/placing.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { refusalText } from "../screening/refusal-text.ts";
import { AccidentCard } from "./accident-card.tsx";
import { goToCandidates } from "./go-to-candidates.ts";
import { JustSettledNote } from "./just-settled-note.tsx";
import { ListChips } from "./list-chips.tsx";
import styles from "./placing.module.css";
import type { QueueRow } from "./queue-rows.ts";
import { QueueTable } from "./queue-table.tsx";
import { ToleranceField } from "./tolerance-field.tsx";
import { useOpened } from "./use-opened.ts";
import { usePlacingPicture } from "./use-placing-picture.ts";
import { useQueue } from "./use-queue.ts";

/** The accidents of a list, and the one that is being placed. */
export function AccidentQueue() {
  const words = useWords(PLACING_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  const { answer, refusal } = usePlacement();
  const list = useView((view) => view.traffic.accidentList);
  const { rows, counts } = useQueue();
  const opened = useOpened(rows);
  const open = useCallback((row: QueueRow | undefined) => {
    if (!row) return;
    changeTraffic({ accident: row.id });
    goToCandidates(row);
  }, []);
  const at = opened ? rows.findIndex(({ id }) => id === opened.id) : -1;
  const step = useCallback((by: 1 | -1) => open(at < 0 ? rows[0] : rows[at + by]), [open, rows, at]);
  useStepKeys(step);
  usePlacingPicture(rows, opened, open);
  const number = (value: number) => formatNumber(value, language);
  const { summary } = answer ?? {};
  return (
    <>
      <ToleranceField />
      {refusal && (
        <p role="alert" className={styles.refused}>
          {rules.refused(refusalText(refusal, rules))}
        </p>
      )}
      <ListChips counts={counts} />
      {list !== null && list in words.recordHints && (
        <p className={styles.notice}>{words.recordHints[list as keyof typeof words.recordHints]}</p>
      )}
      {summary && summary.listed < summary.found && (
        <p className={styles.notice}>{words.listed(number(summary.listed), number(summary.found))}</p>
      )}
      <JustSettledNote />
      {rows.length > 0 ? (
        <QueueTable rows={rows} list={list} openedId={opened?.id ?? null} onOpen={open} />
      ) : (
        <p className={styles.notice}>
          {answer ? (list === null ? words.none : words.noneInList) : !refusal && words.working}
        </p>
      )}
      <AccidentCard opened={opened} rows={rows} at={at} onStep={step} onOpen={open} />
    </>
  );
}

const TYPING =
  "input:not([type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=combobox]";

/** `]` and `[` wherever nobody is typing, whatever the keyboard's language. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.code !== "BracketRight" && event.code !== "BracketLeft") return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      event.preventDefault();
      step(event.code === "BracketRight" ? 1 : -1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [step]);
}
