import { Alert, Button } from "antd";
import { useMemo, useState } from "react";
import type { SpacingFinding, SpacingSummary, Verdict } from "#data/analyses/spacing-results.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useWords } from "../../../messages/words.ts";
import { openQuestions, type ProposalDraft } from "../../../state/proposal-draft.ts";
import { metres } from "../../../ui/quantities.ts";
import { TONES, VerdictMark, VerdictSign } from "../verdict-mark.tsx";
import { FindingTable } from "./finding-table.tsx";
import { reasonText } from "./reason-text.ts";
import styles from "./result.module.css";
import { useChecked } from "./use-checked.ts";

const VERDICTS: readonly Verdict[] = ["too-near", "cannot-tell", "clear"];

/** How many rows stand in the table before somebody asks for more. */
const ROWS = 60;

/** The verdict, and every neighbour with the clause that decides. */
export function ResultView({ draft }: { draft: ProposalDraft }) {
  const words = useWords(PLANNING_WORDS).result;
  const uses = useWords(USE_WORDS);
  const { answer, refusal, pending } = useChecked();
  const open = openQuestions(draft);
  if (refusal)
    return (
      <div className={styles.notice}>
        <Alert
          type="error"
          showIcon
          title={words.refused}
          description={[refusal.field, refusal.reason, refusal.allowed].filter(Boolean).join(" · ")}
        />
      </div>
    );
  if (open.length > 0)
    return <p className={styles.notice}>{words.open(open.map((id) => uses.fields[id] ?? id).join("、"))}</p>;
  if (!draft.geometry) return <p className={styles.notice}>{words.waiting}</p>;
  if (!answer) return <output className={styles.notice}>{pending ? words.pending : words.waiting}</output>;
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
      <div className={styles.banner} data-tone={TONES[summary.verdict]} role="status">
        <VerdictSign verdict={summary.verdict} />
        <div>
          <strong>{verdicts.banner[summary.verdict]}</strong>
          <p>{verdicts.bannerHint[summary.verdict]}</p>
          <p>{words.reach(metres(summary.reachM), summary.examined)}</p>
        </div>
      </div>
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
