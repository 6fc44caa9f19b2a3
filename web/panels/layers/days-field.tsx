import { DatePicker, Slider } from "antd";
import dayjs from "dayjs";
import { useMemo } from "react";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import { fieldTitle } from "./condition-words.ts";
import { columnOf, rangeOf } from "./counts.ts";
import styles from "./details.module.css";
import type { FieldProps } from "./filter-form.tsx";
import { boundsAt } from "./range-scale.ts";
import { UnknownChoice } from "./unknown-choice.tsx";
import { useWording } from "./use-wording.ts";

const dayNumber = (date: string): number => parseLocalTime(date) / DAY_MS;
const dateOf = (number: number): string => formatLocalDay(number * DAY_MS);

/** From one day to another, both included. */
export function DaysField({ ledger, layer, field, condition, onChange }: FieldProps<"days">) {
  const { definition, snapshot } = ledger;
  const words = useWords(FILTER_WORDS);
  const title = fieldTitle(field, useWording());
  const scale = useMemo(() => {
    const range = rangeOf(columnOf(snapshot, definition, field.property));
    return range && { min: Math.floor(range[0] / DAY_MS), max: Math.floor(range[1] / DAY_MS), step: 1 };
  }, [snapshot, definition, field.property]);
  const { from, to, unknown } = condition ?? { from: null, to: null, unknown: false };
  const set = (patch: Partial<{ from: string | null; to: string | null; unknown: boolean }>) =>
    onChange({ control: "days", from, to, unknown, ...patch });
  const labels = { from: `${title} ${words.fromDay}`, to: `${title} ${words.toDay}` };
  const picker = (date: string | null, end: "from" | "to", outermost: number) => (
    <DatePicker
      size="small"
      className={styles.bound!}
      suffixIcon={null}
      aria-label={labels[end]}
      placeholder={dateOf(outermost)}
      value={date ? dayjs(date) : null}
      onChange={(picked) => set({ [end]: picked?.format("YYYY-MM-DD") ?? null })}
    />
  );
  return (
    <>
      {scale && scale.min < scale.max && (
        <Slider
          range
          {...scale}
          value={[from ? dayNumber(from) : scale.min, to ? dayNumber(to) : scale.max]}
          onChange={(ends) => {
            const days = boundsAt(scale, ends);
            set({ from: days.from === null ? null : dateOf(days.from), to: days.to === null ? null : dateOf(days.to) });
          }}
          ariaLabelForHandle={[labels.from, labels.to]}
          ariaValueTextFormatterForHandle={[dateOf, dateOf]}
          tooltip={{ formatter: null }}
        />
      )}
      {scale ? (
        <div className={styles.bounds}>
          {picker(from, "from", scale.min)}
          <span aria-hidden="true">–</span>
          {picker(to, "to", scale.max)}
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
