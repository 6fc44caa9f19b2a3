import { Slider } from "antd";
import { SITING_WORDS } from "../../../messages/planning-siting.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { reasonText } from "../check/reason-text.ts";
import styles from "./siting.module.css";
import { useSiting, useSitingQuestion } from "./siting-state.ts";
import { SHADE_TONES } from "./use-siting-picture.ts";

const SHOWN = ["allowed", "unverified", "doubtful", "forbidden"] as const;

/** What the shades mean, with the area of each. */
export function SitingLegend() {
  const words = useWords(SITING_WORDS);
  const language = useLanguage();
  const verdicts = useWords(VERDICT_WORDS);
  const { answer, refusal, pending } = useSiting();
  const opacity = useSitingQuestion((question) => question.opacity);
  const where = answer?.parameters.bounds ? "view" : "zone";
  return (
    <section className={styles.section} aria-label={words.legend}>
      <h3>
        {words.legend} <span className={styles.where}>{words.area[where]}</span>
      </h3>
      <ul className={styles.legend}>
        {SHOWN.map((shade) => (
          <li key={shade}>
            <span className={styles.swatch} data-tone={SHADE_TONES[shade]} aria-hidden="true" />
            <span>
              {words.shades[shade]}
              <span className={styles.note}>{words.shadeHints[shade]}</span>
            </span>
            <b>{answer && words.km2(formatNumber(answer.summary.areaKm2[shade], language, 3))}</b>
          </li>
        ))}
      </ul>
      <output className={styles.soft}>
        {refusal
          ? words.refused([refusal.reason, refusal.allowed].filter(Boolean).join(": "))
          : answer &&
            words.cell(
              metres(answer.summary.frame.cellM),
              formatNumber(answer.summary.neighbours, language),
              formatNumber(answer.tookMs, language),
            )}
        {pending && ` ${words.pending}`}
      </output>
      {answer?.summary.reasons.map((reason) => (
        <p key={reason.code} className={styles.soft}>
          {reasonText(reason, verdicts)}
        </p>
      ))}
      <div className={styles.slider}>
        <span>{words.opacity}</span>
        <output>{Math.round(opacity * 100)}%</output>
        <Slider
          className={styles.track!}
          min={0.1}
          max={1}
          step={0.05}
          ariaLabelForHandle={words.opacity}
          tooltip={{ formatter: null }}
          value={opacity}
          onChange={(next) => useSitingQuestion.setState({ opacity: next })}
        />
      </div>
    </section>
  );
}
