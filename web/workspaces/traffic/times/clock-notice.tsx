import type { ClockCheck } from "#data/analyses/crash-times-results.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { shareText } from "./chance-text.ts";
import styles from "./times.module.css";

const MARKS: Readonly<Record<ClockCheck["answer"], string>> = { credible: "✓", "not-credible": "!", "too-few": "◇" };

/** Whether the hours mean anything, in plain words. */
export function ClockNotice({ clock, crashes }: { clock: ClockCheck; crashes: number }) {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { answer, commonest, atCommonest, fewest } = clock;
  const share = shareText(crashes === 0 ? 0 : atCommonest / crashes, language);
  const minute = commonest ?? words.unknown;
  const why =
    answer === "too-few"
      ? words.clock.tooFew(number(crashes), number(fewest))
      : answer === "credible"
        ? words.clock.credible(minute, share)
        : words.clock.notCredible(minute, share);
  return (
    <p className={styles.clock} data-answer={answer} role={answer === "credible" ? undefined : "status"}>
      <b>
        {MARKS[answer]} {words.clockAnswers[answer]}
      </b>{" "}
      {why}
    </p>
  );
}
