import { InputNumber, Slider } from "antd";
import { useMemo } from "react";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import { fieldTitle, fieldUnit } from "./condition-words.ts";
import { columnOf, rangeOf } from "./counts.ts";
import styles from "./details.module.css";
import type { FieldProps } from "./filter-form.tsx";
import { boundsAt, rangeScale } from "./range-scale.ts";
import { UnknownChoice } from "./unknown-choice.tsx";
import { useWording } from "./use-wording.ts";

/** From, to, or both, in the attribute's unit. */
export function RangeField({ ledger, layer, field, condition, onChange }: FieldProps<"range">) {
  const { definition, snapshot } = ledger;
  const words = useWords(FILTER_WORDS);
  const wording = useWording();
  const range = useMemo(
    () => rangeOf(columnOf(snapshot, definition, field.property)),
    [snapshot, definition, field.property],
  );
  const { from, to, unknown } = condition ?? { from: null, to: null, unknown: false };
  const set = (patch: Partial<{ from: number | null; to: number | null; unknown: boolean }>) =>
    onChange({ control: "range", from, to, unknown, ...patch });
  const title = fieldTitle(field, wording);
  const unit = fieldUnit(field, wording);
  const isInteger = field.attribute?.type === "integer";
  const scale = range && rangeScale(range, isInteger);
  const input = (value: number | null, label: string, end: "from" | "to") => (
    <InputNumber
      size="small"
      className={styles.bound!}
      value={value}
      aria-label={label}
      placeholder={range ? String(range[end === "from" ? 0 : 1]) : ""}
      controls={false}
      {...(unit && { suffix: unit })}
      {...(isInteger && { precision: 0 })}
      onChange={(typed) => set({ [end]: typed })}
    />
  );
  return (
    <>
      {scale && scale.min < scale.max && (
        <Slider
          range
          {...scale}
          value={[from ?? scale.min, to ?? scale.max]}
          onChange={(ends) => set(boundsAt(scale, ends))}
          ariaLabelForHandle={[words.from(title), words.to(title)]}
          tooltip={{ formatter: null }}
        />
      )}
      {range ? (
        <div className={styles.bounds}>
          {input(from, words.from(title), "from")}
          <span aria-hidden="true">–</span>
          {input(to, words.to(title), "to")}
        </div>
      ) : (
        <p className={styles.note}>{words.allUnknown}</p>
      )}
      <UnknownChoice
        ledger={ledger}
        layer={layer}
        property={field.property}
        checked={unknown}
        onChange={(next) => set({ unknown: next })}
      />
    </>
  );
}
