import { Input } from "antd";
import { useId, useState } from "react";
import { THRESHOLD_LIMITS } from "#data/traffic/carriers/carrier-thresholds.ts";
import type { CarrierMeasure } from "#data/traffic/carriers/grade-carrier.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { readNumber } from "../screening/number-limits.ts";
import styles from "./carriers.module.css";
import type { Threshold } from "./changed-thresholds.ts";

type Grade = "medium" | "high";

/** From how much on a measure makes a grade; empty: it never does. What makes no sense stays in the field, is told and changes nothing. */
export function ThresholdField(props: {
  measure: CarrierMeasure;
  grade: Grade;
  threshold: Threshold;
  onChange: (value: number | null) => void;
}) {
  const { measure, grade, threshold, onChange } = props;
  const words = useWords(CARRIERS_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const limits = THRESHOLD_LIMITS[measure];
  const say = (value: number) => formatNumber(value, language, 2);
  const trouble = (text: string): string | null => {
    const value = readNumber(text, limits);
    if (text.trim() === "") return null;
    if (value === null) return rules.allowedOrNone(`${say(limits.least)} – ${say(limits.most)}`);
    const { medium, high } = threshold;
    if (grade === "medium" && high !== null && value > high) return words.mediumAbove(say(high));
    if (grade === "high" && medium !== null && value < medium) return words.highBelow(say(medium));
    return null;
  };
  const wrong = draft === null ? null : trouble(draft);
  const write = (text: string) => {
    setDraft(text);
    if (trouble(text) === null) onChange(readNumber(text, limits));
  };
  const value = threshold[grade];
  return (
    <span className={styles.thresholdField}>
      <span aria-hidden="true">{words.grades[grade]} ≥</span>
      <Input
        size="small"
        inputMode="decimal"
        aria-label={words.field(words.measures[measure], words.grades[grade])}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : id}
        {...(wrong !== null && { status: "error" as const })}
        placeholder={words.never}
        value={draft ?? (value === null ? "" : String(value))}
        onChange={({ target }) => write(target.value)}
        onBlur={() => wrong === null && setDraft(null)}
      />
      {wrong !== null && (
        <span id={id} role="alert" className={styles.wrong}>
          {wrong}
        </span>
      )}
    </span>
  );
}
