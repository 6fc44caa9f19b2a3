import type { AdviceStep, LandUseFinding } from "#data/analyses/grade-results.ts";
import { HSE_ZONES } from "#data/standards/hse.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { useAdvice, useAdviceCase } from "./advice-state.ts";
import { RefusalNote } from "./refusal-note.tsx";
import styles from "./second.module.css";
import { useJoined } from "./use-joined.ts";

type Words = (typeof SECOND_WORDS)["zh"];

/** One step of the reason as a sentence. */
export function stepText(step: AdviceStep, { steps }: Words["advice"]): string {
  const say = steps[step.code] as (values: unknown) => string;
  return say("values" in step ? step.values : undefined);
}

const TONES = { AA: "bad", DAA: "good", none: "plain" } as const;

/** The advice of all hazards and uses, and the reason for each. */
export function AdviceResult() {
  const all = useWords(SECOND_WORDS);
  const words = all.advice;
  const joined = useJoined();
  const { answer, refusal, pending } = useAdvice();
  if (refusal)
    return (
      <RefusalNote refusal={refusal} input={{ hazards: useAdviceCase.getState().hazards.map(({ name }) => name) }} />
    );
  if (!answer) return <output className={styles.notice}>{pending ? all.pending : words.waiting}</output>;
  const { advice, decidedBy, notAssessed } = answer.summary;
  return (
    <>
      <div className={styles.banner} data-tone={TONES[advice]} role="status" aria-busy={pending}>
        <strong>{words.advices[advice]}</strong>
        {notAssessed.length > 0 && <p>{words.notAssessed(joined(notAssessed.map((type) => words.types[type])))}</p>}
      </div>
      <ul className={styles.findings} aria-label={words.reason}>
        {answer.findings.map((finding, at) => (
          <Finding
            // biome-ignore lint/suspicious/noArrayIndexKey: hazards and uses may share their names
            key={at}
            finding={finding}
            isDecisive={decidedBy.includes(at)}
          />
        ))}
      </ul>
    </>
  );
}

function Finding({ finding, isDecisive }: { finding: LandUseFinding; isDecisive: boolean }) {
  const words = useWords(SECOND_WORDS).advice;
  const { hazard, use, level, zone, shares, advice, steps } = finding;
  return (
    <li>
      <p className={styles.head}>
        <b>{words.advices[advice]}</b>
        <span>
          {hazard} × {words.types[use]}
        </span>
        {isDecisive && <span className={styles.tag}>{words.decides}</span>}
      </p>
      <p className={styles.soft}>
        {[
          words.levels(level),
          zone === null ? words.outside : words.zones[zone],
          ...HSE_ZONES.flatMap((each) =>
            shares[each] === null ? [] : [`${words.zones[each]} ${Number((shares[each] * 100).toFixed(1))} %`],
          ),
        ].join(" · ")}
      </p>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a reason have nothing but their place
          <li key={at}>{stepText(step, words)}</li>
        ))}
      </ol>
    </li>
  );
}
