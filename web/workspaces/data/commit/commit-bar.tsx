import { Button } from "antd";
import { useState } from "react";
import { ApiProblem, commitDraft, type DraftView, type ImportReport } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { tellDraftGone, tellRecordChanged } from "../intake-queries.ts";
import { PersonField } from "../upload/person-field.tsx";
import styles from "./commit.module.css";
import { findHindrance } from "./commit-state.ts";

/** The one button that writes: it says how much, or why not yet. */
export function CommitBar(props: {
  draft: DraftView;
  onDone: (report: ImportReport) => void;
  onConflict: (problem: unknown) => void;
}) {
  const { draft, onDone, onConflict } = props;
  const words = useWords(INTAKE_WORDS).commit;
  const language = useLanguage();
  const person = usePerson(({ name }) => name);
  const [isWriting, setWriting] = useState(false);
  const number = (value: number) => formatNumber(value, language);
  const hindrance = findHindrance(draft, person);
  const counts = draft.preview?.counts;
  const write = async () => {
    setWriting(true);
    try {
      const report = await commitDraft(draft.id, person.trim());
      onDone(report);
      if (report.importId === null) tellDraftGone(draft.id);
      else tellRecordChanged(draft.id);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      onConflict(problem);
    } finally {
      setWriting(false);
    }
  };
  const notes = [
    hindrance && words.reasons[hindrance],
    counts && counts.suspicious > 0 && words.waiting(number(counts.suspicious)),
    counts && counts.refused > 0 && words.refused(number(counts.refused)),
  ].filter(Boolean);
  return (
    <div className={styles.bar}>
      <span className={styles.notes} aria-live="polite">
        {notes.map((note) => (
          <span key={String(note)}>{note}</span>
        ))}
      </span>
      <span className={styles.person}>
        <PersonField />
      </span>
      <Button type="primary" disabled={hindrance !== null} loading={isWriting} onClick={() => void write()}>
        {isWriting
          ? words.working
          : words.button(counts ? number(counts.new) : "–", counts ? number(counts.changed) : "–")}
      </Button>
    </div>
  );
}
