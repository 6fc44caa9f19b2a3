import { UndoOutlined } from "@ant-design/icons";
import { Button, Input, Slider } from "antd";
import { useId, useState } from "react";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { type NumberLimits, readNumber } from "./number-limits.ts";
import styles from "./rule.module.css";

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly limits: NumberLimits;
  /** `null`: none is set; only where there is a word for that. */
  readonly value: number | null;
  /** What the rule set has, where that can be gone back to. */
  readonly own?: number | null | undefined;
  /** What an empty field means; without it a number must be there. */
  readonly emptyWord?: string;
  /** A slider over this part of the range. */
  readonly slider?: { readonly from: number; readonly to: number; readonly step: number };
  readonly onChange: (value: number | null) => void;
}

/** A number of the rule, followed while it changes. What makes no sense stays in the field, is told and changes nothing. */
export function NumberSetting({ label, unit, limits, value, own, emptyWord, slider, onChange }: Props) {
  const words = useWords(RULE_WORDS);
  const language = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const isOptional = emptyWord !== undefined;
  const text = draft ?? (value === null ? "" : String(value));
  const isWrong = draft !== null && !(isOptional && draft.trim() === "") && readNumber(draft, limits) === null;
  const say = (number: number | null) =>
    number === null ? (emptyWord ?? "") : `${formatNumber(number, language, 2)} ${unit}`;
  const range = `${formatNumber(limits.least, language, 2)} – ${formatNumber(limits.most, language, 2)} ${unit}`;
  const write = (next: string) => {
    setDraft(next);
    const read = readNumber(next, limits);
    if (read !== null || (isOptional && next.trim() === "")) onChange(read);
  };
  const set = (next: number | null) => {
    setDraft(null);
    onChange(next);
  };
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{label}</label>
      {slider && (
        <Slider
          className={styles.track!}
          min={slider.from}
          max={slider.to}
          step={slider.step}
          ariaLabelForHandle={label}
          ariaValueTextFormatterForHandle={(step) => say(step)}
          tooltip={{ formatter: null }}
          value={value ?? slider.from}
          onChange={set}
        />
      )}
      <Input
        id={id}
        size="small"
        className={styles.figureInput!}
        inputMode="decimal"
        value={text}
        suffix={unit}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-range` : undefined}
        {...(isWrong && { status: "error" as const })}
        {...(emptyWord !== undefined && { placeholder: emptyWord })}
        onChange={({ target }) => write(target.value)}
        onBlur={() => !isWrong && setDraft(null)}
      />
      <Reset
        shown={own !== undefined && own !== value}
        title={words.reset(say(own ?? null))}
        onClick={() => set(own ?? null)}
      />
      {isWrong && (
        <p id={`${id}-range`} role="alert" className={styles.wrong}>
          {(isOptional ? words.allowedOrNone : words.allowed)(range)}
        </p>
      )}
    </div>
  );
}

/** Marks a number that is not the rule's own, and takes it back. Its place is kept while there is nothing to take back. */
export function Reset({ shown, title, onClick }: { shown: boolean; title: string; onClick: () => void }) {
  const words = useWords(RULE_WORDS);
  return (
    <span className={styles.reset}>
      {shown && (
        <Button type="text" size="small" icon={<UndoOutlined />} title={title} aria-label={title} onClick={onClick}>
          {words.wasChanged}
        </Button>
      )}
    </span>
  );
}
