import type { Verdict } from "#data/analyses/spacing-results.ts";
import type { Tone } from "../../map/picture.ts";
import { VERDICT_WORDS } from "../../messages/planning-verdict.ts";
import { useWords } from "../../messages/words.ts";
import styles from "./verdict-mark.module.css";

export const TONES: Readonly<Record<Verdict, Tone>> = { "too-near": "bad", "cannot-tell": "unsure", clear: "good" };

/** Shapes differ as well, for who cannot tell the colours apart. */
const SIGNS: Readonly<Record<Verdict, string>> = { "too-near": "✕", "cannot-tell": "?", clear: "✓" };

/** A verdict as sign, colour and word. */
export function VerdictMark({ verdict, isLong = false }: { verdict: Verdict; isLong?: boolean }) {
  const words = useWords(VERDICT_WORDS);
  return (
    <span className={styles.mark} data-tone={TONES[verdict]}>
      <VerdictSign verdict={verdict} />
      {isLong ? words.verdicts[verdict] : words.marks[verdict]}
    </span>
  );
}

export function VerdictSign({ verdict }: { verdict: Verdict }) {
  return (
    <span className={styles.sign} data-tone={TONES[verdict]} aria-hidden="true">
      {SIGNS[verdict]}
    </span>
  );
}
