import { Button } from "antd";
import { useMemo, useState } from "react";
import type { SpacingFinding, SpacingSummary, Verdict } from "#data/analyses/spacing-results.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useWords } from "../../../messages/words.ts";
import { openQuestions, type ProposalDraft } from "../../../state/proposal-draft.ts";
import { VerdictMark } from "../verdict-mark.tsx";
import { FindingTable } from "./finding-table.tsx";
import { reasonText } from "./reason-text.ts";
import styles from "./result.module.css";
import { useChecked } from "./use-checked.ts";

const VERDICTS: readonly Verdict[] = ["too-near", "cannot-tell", "clear"];

/** How many rows stand in the table before somebody asks for more. */
const ROWS = 60;

/** Every neighbour with the clause that decides. */
export function ResultView({ draft }: { draft: ProposalDraft }) {
  const { answer, refusal, pending } = useChecked();
  if (!answer || refusal || !draft.geometry || openQuestions(draft).length > 0) return null;
  return <Answered findings={answer.findings} summary={answer.summary} isStale={pending} />;
}

function Answered(props: { findings: readonly SpacingFinding[]; summary: SpacingSummary; isStale: boolean }) {
  const { findings, summary, isStale } = props;
  const words = useWords(PLANNING_WORDS).result;
  const verdicts = useWords(VERDICT_WORDS);
  const [hidden, setHidden] = useState<readonly Verdict[]>([]);
  const [rows, setRows] = useState(ROWS);
  const shown = useMemo(() => findings.filter(({ verdict }) => !hidden.includes(verdict)), [findings, hidden]);
  const toggle = (verdict: Verdict) =>
    setHidden(hidden.includes(verdict) ? hidden.filter((each) => each !== verdict) : [...hidden, verdict]);
  return (
    <section aria-label={verdicts.verdicts[summary.verdict]} aria-busy={isStale}>
      {summary.unverifiedRules.length > 0 && (
        <p className={styles.note} title={words.unverifiedHint}>
          {words.unverified(summary.unverifiedRules.length)}。{words.unverifiedHint}
        </p>
      )}
      {summary.reasons.map((reason) => (
        <p key={JSON.stringify(reason)} className={styles.note}>
          {reasonText(reason, verdicts)}
        </p>
      ))}
      <fieldset className={styles.filters}>
        <legend className={styles.legend}>{words.showing}</legend>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className={styles.filter}
            aria-pressed={!hidden.includes(verdict)}
            onClick={() => toggle(verdict)}
          >
            <VerdictMark verdict={verdict} isLong />
            <b>{summary.counts[verdict]}</b>
          </button>
        ))}
      </fieldset>
      {findings.length === 0 ? (
        <p className={styles.notice}>{words.none}</p>
      ) : (
        <FindingTable findings={shown.slice(0, rows)} />
      )}
      {shown.length > rows && (
        <p className={styles.notice}>
          <Button size="small" onClick={() => setRows(rows + ROWS)}>
            {words.more(Math.min(ROWS, shown.length - rows))}
          </Button>
        </p>
      )}
    </section>
  );
}
