import { StepBackwardOutlined, StepForwardOutlined } from "@ant-design/icons";
import { Button, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { TIME_WORDS } from "../../messages/time.ts";
import { useWords } from "../../messages/words.ts";
import { addMonths, type DaySpan, dayText, toDay, yearOf } from "./days.ts";
import styles from "./time-bar.module.css";
import { meets, sameSpan, shifted } from "./time-window.ts";
import type { Timeline } from "./use-timeline.ts";

interface Props {
  readonly timeline: Timeline;
  readonly window: DaySpan | null;
  show(window: DaySpan | null): void;
}

const LAST_MONTHS = [12, 36];

/** Windows that people name, and exact days. */
export function WindowControls({ timeline: { span, domain }, window, show }: Props) {
  const words = useWords(TIME_WORDS);
  const thisYear = yearSpan(yearOf(toDay(dayjs().format("YYYY-MM-DD"))));
  const last = (months: number): DaySpan => ({ from: addMonths(span.to, -months), to: span.to });
  return (
    <>
      <div className={styles.group}>
        <ShiftButton direction={-1} domain={domain} window={window} show={show} />
        <ShiftButton direction={1} domain={domain} window={window} show={show} />
      </div>
      <div className={styles.group}>
        <Preset name={words.all} pressed={window === null} onClick={() => show(null)} />
        {LAST_MONTHS.map((months) => (
          <Preset
            key={months}
            name={words.lastMonths(months)}
            hint={words.lastMonthsHint(dayText(span.to - 1))}
            pressed={sameSpan(window, last(months))}
            disabled={last(months).from < domain.from}
            onClick={() => show(last(months))}
          />
        ))}
        <Preset
          name={words.thisYear}
          pressed={sameSpan(window, thisYear)}
          disabled={!meets(thisYear, span)}
          onClick={() => show(thisYear)}
        />
        <YearSelect span={span} window={window} show={show} />
      </div>
      <DatePicker.RangePicker
        size="small"
        className={styles.days!}
        aria-label={words.days}
        allowEmpty
        placeholder={[words.from, words.lastDay]}
        value={window && [dayjs(dayText(window.from)), dayjs(dayText(window.to - 1))]}
        onChange={(days) => {
          const [from, lastDay] = days ?? [];
          show(
            from || lastDay
              ? {
                  from: from ? toDay(from.format("YYYY-MM-DD")) : domain.from,
                  to: lastDay ? toDay(lastDay.format("YYYY-MM-DD")) + 1 : domain.to,
                }
              : null,
          );
        }}
      />
    </>
  );
}

interface ShiftProps {
  readonly direction: 1 | -1;
  readonly domain: DaySpan;
  readonly window: DaySpan | null;
  show(window: DaySpan): void;
}

function ShiftButton({ direction, domain, window, show }: ShiftProps) {
  const words = useWords(TIME_WORDS);
  const name = direction === 1 ? words.forward : words.back;
  const next = window && shifted(window, direction);
  return (
    <Button
      size="small"
      icon={direction === 1 ? <StepForwardOutlined /> : <StepBackwardOutlined />}
      aria-label={name}
      title={name}
      disabled={!next || !meets(next, domain)}
      onClick={() => next && show(next)}
    />
  );
}

interface PresetProps {
  readonly name: string;
  readonly hint?: string;
  readonly pressed: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}

const Preset = ({ name, hint, pressed, disabled = false, onClick }: PresetProps) => (
  <Button
    size="small"
    type={pressed ? "primary" : "default"}
    ghost={pressed}
    aria-pressed={pressed}
    title={hint}
    disabled={disabled}
    onClick={onClick}
  >
    {name}
  </Button>
);

function YearSelect({ span, window, show }: Omit<Props, "timeline"> & { span: DaySpan }) {
  const words = useWords(TIME_WORDS);
  const first = yearOf(span.from);
  const years = Array.from({ length: yearOf(span.to - 1) - first + 1 }, (_, i) => first + i);
  return (
    <Select
      size="small"
      aria-label={words.year}
      className={styles.year!}
      placeholder={words.year}
      options={years.map((value) => ({ value, label: String(value) }))}
      value={years.find((year) => sameSpan(window, yearSpan(year))) ?? null}
      onChange={(year) => year !== null && show(yearSpan(year))}
    />
  );
}

const yearSpan = (year: number): DaySpan => {
  const from = toDay(`${String(year).padStart(4, "0")}-01-01`);
  return { from, to: addMonths(from, 12) };
};
