import type { CrashTimesSummary, MonthCounts, TimedAccident } from "#data/analyses/crash-times-results.ts";
import { SCREEN_TRAFFIC_WORDS } from "../../../messages/screen-traffic.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { BarChart } from "../../../ui/bar-chart.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import lists from "../lists.module.css";
import { useTypePx } from "../type-context.ts";
import { useAnswer } from "../use-answer.ts";
import { CRASH_LAYERS, useTimesQuestion } from "./crash-question.ts";
import styles from "./traffic.module.css";

/** Title and frame, the chart, two lines of comparison, three of foot. */
export const MONTH_PANEL_LEAST_EM = 2.6 + 7 + 2.6 + 3 * 1.3;

/** The page's own colours, which a chart cannot read from a style sheet. */
const LOOKS = {
  light: { now: "#1a5fd0", before: "#aab6c4", ink: "#1f2730", line: "#dde1e6" },
  dark: { now: "#7db1ff", before: "#566373", ink: "#e7ecf1", line: "#313c48" },
} as const;

/** Casualty crashes of this year by month beside those of the year before, and whether the difference is more than chance. */
export function MonthPanel() {
  const words = useWords(SCREEN_TRAFFIC_WORDS);
  const language = useLanguage();
  const theme = useView((view) => view.theme);
  const typePx = useTypePx();
  const { answer, refusal, lastGoodAt } = useAnswer<TimedAccident, CrashTimesSummary>(
    "crash-times",
    useTimesQuestion(),
    CRASH_LAYERS,
  );
  const summary = answer?.summary;
  const comparison = summary?.comparison ?? null;
  const number = (value: number) => formatNumber(value, language);
  const look = LOOKS[theme];
  const valuesOf = (year: number) =>
    Array.from({ length: 12 }, (_, month) => casualtyOf(summary?.months ?? [], year, month + 1));
  return (
    <AnswerPanel
      id="crash-months"
      layers={["accidents"]}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={comparison ? [words.sameDays(comparison.fromDay, comparison.toDay), words.openMonth] : []}
    >
      {comparison && (
        <div className={styles.months}>
          <p className={styles.compared} data-answer={comparison.answer}>
            <b>
              <FigureButton panel="crash-months" figure="now">
                {comparison.year} {number(comparison.now.casualty)}
              </FigureButton>
            </b>{" "}
            <span>
              <FigureButton panel="crash-months" figure="before">
                {comparison.withYear} {number(comparison.before.casualty)}
              </FigureButton>
            </span>{" "}
            <em>{words.compared[comparison.answer]}</em>
          </p>
          <div className={styles.chart}>
            <BarChart
              label={words.months}
              categories={words.monthNames}
              series={[
                {
                  name: String(comparison.withYear),
                  color: look.before,
                  values: valuesOf(comparison.withYear),
                  isBackdrop: true,
                },
                { name: String(comparison.year), color: look.now, values: valuesOf(comparison.year) },
              ]}
              typePx={typePx}
              ink={look.ink}
              line={look.line}
            />
            <MonthButtons year={comparison.year} withYear={comparison.withYear} months={summary?.months ?? []} />
          </div>
        </div>
      )}
      {summary && !comparison && <p className={lists.note}>{words.noComparison}</p>}
    </AnswerPanel>
  );
}

/** The bars stand in twelve equal columns: a button on each opens the month of this year or, while that has none, of the last. */
function MonthButtons(props: { year: number; withYear: number; months: readonly MonthCounts[] }) {
  const { year, withYear, months } = props;
  return (
    <div className={styles.monthButtons}>
      {Array.from({ length: 12 }, (_, at) => {
        const month = at + 1;
        const shown = [year, withYear].find((each) => casualtyOf(months, each, month) !== null);
        if (shown === undefined) return <span key={month} />;
        const id = `${shown}-${String(month).padStart(2, "0")}`;
        return (
          <FigureButton key={month} panel="crash-months" figure={id} label={id}>
            {null}
          </FigureButton>
        );
      })}
    </div>
  );
}

/** `null` for a month that the data does not hold whole. */
function casualtyOf(months: readonly MonthCounts[], year: number, month: number): number | null {
  const found = months.find((each) => each.year === year && each.month === month);
  return found && !found.isPart ? found.casualty : null;
}
