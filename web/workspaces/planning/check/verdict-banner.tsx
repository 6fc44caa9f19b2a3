import { Alert } from "antd";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useWords } from "../../../messages/words.ts";
import { openQuestions, type ProposalDraft } from "../../../state/proposal-draft.ts";
import { useView } from "../../../state/view-store.ts";
import { metres } from "../../../ui/quantities.ts";
import { TONES, VerdictSign } from "../verdict-mark.tsx";
import styles from "./result.module.css";
import { useChecked } from "./use-checked.ts";

/** The answer in one line, always in sight: may it stand here, or what is still missing. */
export function VerdictBanner({ draft }: { draft: ProposalDraft }) {
  const words = useWords(PLANNING_WORDS).result;
  const uses = useWords(USE_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const { answer, refusal, problem, pending } = useChecked();
  const asOf = useView((view) => view.planning.asOf);
  const open = openQuestions(draft);
  if (!draft.geometry) return <p className={styles.notice}>{words.waiting}</p>;
  if (open.length > 0)
    return <p className={styles.notice}>{words.open(open.map((id) => uses.fields[id] ?? id).join(" / "))}</p>;
  if (refusal)
    return (
      <Alert
        type="error"
        banner
        title={words.refused}
        description={[refusal.field, refusal.reason, refusal.allowed].filter(Boolean).join(" · ")}
      />
    );
  if (problem !== null) return <Alert type="error" banner title={problem} />;
  if (!answer) return <output className={styles.notice}>{pending ? words.pending : words.waiting}</output>;
  const { verdict, counts, reachM, examined } = answer.summary;
  return (
    <div className={styles.banner} data-tone={TONES[verdict]} role="status" aria-busy={pending}>
      <VerdictSign verdict={verdict} />
      <div>
        <strong>{verdicts.banner[verdict]}</strong>
        <span className={styles.counts}>{words.tally(counts["too-near"], counts["cannot-tell"], counts.clear)}</span>
        <p>{verdicts.bannerHint[verdict]}</p>
        <p>{words.reach(metres(reachM), examined)}</p>
        {asOf !== null && <p>{words.asOfDay(asOf)}</p>}
      </div>
    </div>
  );
}
