import { UndoOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { DAY_MS, parseLocalTime } from "#data/snapshot/local-time.ts";
import { WATCH_WORDS } from "../../../messages/traffic-watch.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic, watchDay } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { readDay } from "../screening/period-days.ts";
import rule from "../screening/rule.module.css";
import styles from "./watch.module.css";
import { lastWatchDay } from "./watch-days.ts";

/** Until which day one more crash would count. */
export function WatchDayField() {
  const words = useWords(WATCH_WORDS);
  const language = useLanguage();
  const chosen = useView((view) => view.traffic.watchBy);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const today = localDayOf(new Date());
  const last = lastWatchDay(today);
  const day = chosen ?? watchDay();
  const write = (text: string) => {
    const next = readDay(text);
    if (next === null || next < today || next > last) return setWrong(text);
    setWrong(null);
    changeTraffic({ watchBy: next });
  };
  const reset = () => {
    setWrong(null);
    changeTraffic({ watchBy: null });
  };
  const days = Math.round((parseLocalTime(day) - parseLocalTime(today)) / DAY_MS);
  return (
    <div className={styles.day}>
      <label htmlFor={`${id}-day`}>{words.by}</label>
      <Input
        id={`${id}-day`}
        size="small"
        type="date"
        min={today}
        max={last}
        value={wrong ?? day}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : id}
        {...(wrong !== null && { status: "error" as const })}
        onChange={({ target }) => write(target.value)}
      />
      <span className={rule.soft}>{words.inDays(formatNumber(days, language))}</span>
      {(chosen !== null || wrong !== null) && (
        <Button type="text" size="small" icon={<UndoOutlined />} onClick={reset}>
          {words.standard}
        </Button>
      )}
      {wrong !== null && (
        <span id={id} role="alert" className={rule.wrong}>
          {words.notAfterToday(today, last)}
        </span>
      )}
    </div>
  );
}
