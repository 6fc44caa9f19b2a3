import { UndoOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic, useBlackSpots } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { lastDayBefore, readDay, withDay } from "./period-days.ts";
import styles from "./rule.module.css";

type End = "from" | "to";

/** The period of the rule: what is not set is shown as the rule makes it. */
export function PeriodFields() {
  const words = useWords(RULE_WORDS);
  const language = useLanguage();
  const from = useBlackSpots(({ answer }) => answer?.summary.from ?? null);
  const to = useBlackSpots(({ answer }) => answer?.summary.to ?? null);
  const years = useBlackSpots(({ answer }) => answer?.summary.settings.periodYears ?? null);
  const whole = years === null ? null : words.wholePeriod(formatNumber(years, language, 2));
  return <PeriodInputs from={from} to={to} whole={whole} />;
}

/**
 * From which day to which, both counted.
 *
 * @param props.from - what an answer stands on where no day is set; `to` is the day after the last one.
 * @param props.whole - what the period is without any day set.
 */
export function PeriodInputs({ from, to, whole }: { from: string | null; to: string | null; whole: string | null }) {
  const words = useWords(RULE_WORDS);
  const language = useLanguage();
  const period = useView((view) => view.traffic.period);
  const [wrong, setWrong] = useState<{ readonly end: End; readonly text: string; readonly why: string } | null>(null);
  const id = useId();
  const shown = {
    from: period?.from ?? from ?? "",
    to: lastDay(period?.to ?? to),
  };
  const write = (end: End, text: string) => {
    const day = readDay(text);
    if (text !== "" && day === null) return setWrong({ end, text, why: words.noDay });
    const next = withDay(period ?? null, end, day);
    if (next === undefined) return setWrong({ end, text, why: words.endBeforeStart(end === "to" ? shown.from : text) });
    setWrong(null);
    changeTraffic({ period: next });
  };
  return (
    <span className={styles.period}>
      {(["from", "to"] as const).map((end) => (
        <span key={end}>
          {words[end]}
          <Input
            size="small"
            type="date"
            min="1990-01-01"
            max="2099-12-31"
            aria-label={`${words.period}${language === "zh" ? "" : " "}${words[end]}`}
            aria-invalid={wrong?.end === end}
            aria-describedby={wrong?.end === end ? id : undefined}
            {...(wrong?.end === end && { status: "error" as const })}
            value={wrong?.end === end ? wrong.text : shown[end]}
            onChange={({ target }) => write(end, target.value)}
          />
        </span>
      ))}
      {period ? (
        <Button
          type="text"
          size="small"
          icon={<UndoOutlined />}
          onClick={() => {
            setWrong(null);
            changeTraffic({ period: null });
          }}
        >
          {whole}
        </Button>
      ) : (
        <span className={styles.soft}>{whole}</span>
      )}
      {wrong && (
        <span id={id} role="alert" className={styles.wrong}>
          {wrong.why}
        </span>
      )}
    </span>
  );
}

const lastDay = (end: string | null): string => (end === null ? "" : lastDayBefore(end));
