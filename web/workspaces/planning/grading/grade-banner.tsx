import { Alert, Button } from "antd";
import type { HazardGradeSummary } from "#data/analyses/grade-results.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { peopleForLevel } from "./filed-difference.ts";
import styles from "./grading.module.css";
import { useGrade, useGrading } from "./grading-state.ts";
import { levelText } from "./level-text.ts";

/** The level with its numbers, always in sight. */
export function GradeBanner() {
  const words = useWords(GRADING_WORDS);
  const language = useLanguage();
  const { answer, refusal, pending } = useGrade();
  if (refusal)
    return (
      <Alert
        type="error"
        banner
        title={words.refused}
        description={[refusal.field, refusal.reason, refusal.allowed].filter(Boolean).join(" · ")}
        action={
          <Button size="small" onClick={() => useGrading.setState({ corrections: [], added: [] })}>
            {words.clearCorrections}
          </Button>
        }
      />
    );
  if (!answer) return <output className={styles.notice}>{pending ? words.pending : words.waiting}</output>;
  const { summary } = answer;
  const { S, alpha, alphaRange, R, rRange, people, unknownPeople, level } = summary;
  const number = (value: number) => formatNumber(value, language, 3);
  return (
    <div className={styles.banner} role="status" aria-busy={pending} data-open={level === null}>
      <strong>
        {level === null && `${words.cannotTell}: `}
        {levelText(summary, words)}
      </strong>
      <dl className={styles.numbers}>
        <dt>S</dt>
        <dd>{number(S)}</dd>
        <dt>α</dt>
        <dd>{alpha === null ? `${number(alphaRange.least)} – ${number(alphaRange.most)}` : number(alpha)}</dd>
        <dt>R</dt>
        <dd>
          {R === null
            ? `${number(rRange.least)} – ${rRange.most === null ? words.noUpperEnd : number(rRange.most)}`
            : number(R)}
        </dd>
        <dt>500 m</dt>
        <dd>{unknownPeople > 0 ? words.atLeast(people) : words.people(people)}</dd>
      </dl>
      <Filed summary={summary} />
      {unknownPeople > 0 && (
        <p className={styles.warn}>
          {level === null
            ? words.unknownPeople.may(
                unknownPeople,
                words.levels[summary.levelRange.least],
                words.levels[summary.levelRange.most],
              )
            : words.unknownPeople.cannot(unknownPeople)}
        </p>
      )}
    </div>
  );
}

/** What is filed beside what is computed, and why the two differ. */
function Filed({ summary }: { summary: HazardGradeSummary }) {
  const all = useWords(GRADING_WORDS);
  const words = all.filed;
  const { filedLevel, changed } = summary;
  if (summary.hazard.id === null) return null;
  if (filedLevel === null) return <p>{words.none}</p>;
  const filed = all.levels[filedLevel];
  if (changed === false) return <p>{words.same(filed)}</p>;
  if (changed === null) return <p>{words.open(filed)}</p>;
  const range = peopleForLevel(summary, filedLevel);
  return (
    <>
      <p className={styles.bad}>{words.differs(filed, levelText(summary, all))}</p>
      <p>
        {range === null
          ? words.never(filed)
          : words.needs(
              filed,
              range.to === null ? words.peopleFrom(range.from) : words.peopleBetween(range.from, range.to),
            )}
      </p>
    </>
  );
}
