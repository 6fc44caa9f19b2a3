import { Button, DatePicker } from "antd";
import dayjs from "dayjs";
import { RECENT_PERIODS, recentPeriod } from "#data/wall/recent-periods.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { FILTER_WORDS } from "../../../messages/filters.ts";
import { MAP_PAD_WORDS } from "../../../messages/screen-map-pad.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { dayText } from "../../../panels/time/days.ts";
import { useTimeline } from "../../../panels/time/use-timeline.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { useTold } from "./use-told.ts";

type Period = ScreenState["period"];

const DAY = "YYYY-MM-DD";

/** Which days the maps of the chosen screens are about. */
export function TimePad() {
  const words = useWords(MAP_PAD_WORDS);
  const { separator } = useWords(FILTER_WORDS);
  const title = useTitle();
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const told = useTold("period");
  const today = useToday();
  const timeline = useTimeline();
  const lastDay = timeline ? dayText(timeline.span.to - 1) : today;
  const set = (period: Period) => void tell({ action: "time", period });
  const isTold = (period: Period) =>
    told.kind === "same" && told.value?.from === period?.from && told.value?.to === period?.to;
  return (
    <section aria-label={words.time}>
      <div className={styles.buttons}>
        <Button size="large" type={isTold(null) ? "primary" : "default"} disabled={isTelling} onClick={() => set(null)}>
          {words.allTime}
        </Button>
        {RECENT_PERIODS.map((name) => {
          const period = recentPeriod(name, lastDay);
          return (
            <Button
              key={name}
              size="large"
              type={isTold(period) ? "primary" : "default"}
              disabled={isTelling}
              onClick={() => set(period)}
            >
              {words.periods[name]}
            </Button>
          );
        })}
        <DatePicker.RangePicker
          size="large"
          aria-label={words.period}
          allowEmpty={[true, true]}
          value={told.kind === "same" ? toDays(told.value) : null}
          onChange={(days) => set(toPeriod(days))}
        />
      </div>
      <p className={styles.hint}>
        {lastDay === today
          ? words.reckonedFromToday(today)
          : words.reckonedFromData(
              lastDay,
              (timeline?.layers ?? []).map((layer) => title(layer.title)).join(separator),
            )}
        {told.kind === "differ" && ` ${words.differ}`}
      </p>
    </section>
  );
}

type Days = [dayjs.Dayjs | null, dayjs.Dayjs | null] | null;

/** Screens take the day after the last as the end; people name the last. */
const toDays = (period: Period): Days =>
  period && [period.from ? dayjs(period.from) : null, period.to ? dayjs(period.to).subtract(1, "day") : null];

function toPeriod(days: Days): Period {
  const [from, to] = days ?? [null, null];
  if (!from && !to) return null;
  return { from: from ? from.format(DAY) : null, to: to ? to.add(1, "day").format(DAY) : null };
}
