import { Button } from "antd";
import type { CrashTimesSummary, TimedAccident } from "#data/analyses/crash-times-results.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTimes, useCrashTimes } from "../../../state/times.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AccidentList } from "./accident-list.tsx";
import { ClockNotice } from "./clock-notice.tsx";
import { ConditionTables } from "./condition-tables.tsx";
import { MatrixLegend } from "./matrix-legend.tsx";
import { MonthBars } from "./month-bars.tsx";
import styles from "./times.module.css";
import { useAccidentMarks } from "./use-accident-marks.ts";
import { useIdsOf } from "./use-ids-of.ts";
import { blockText } from "./week-block.ts";
import { WeekMatrix } from "./week-matrix.tsx";
import { YearComparison } from "./year-comparison.tsx";

const NONE: readonly TimedAccident[] = [];

/** When crashes happen: the week, the years, the months, and in which conditions. */
export function RhythmTab() {
  const words = useWords(TIMES_WORDS);
  const answer = useCrashTimes((result) => result.answer);
  const pending = useCrashTimes((result) => result.pending);
  const ids = useIdsOf(answer?.findings ?? NONE);
  useAccidentMarks(ids);
  if (!answer) return pending ? <output className={styles.notice}>{words.working}</output> : <NoSite />;
  const { summary } = answer;
  return (
    <>
      <section className={styles.section} aria-label={words.matrix}>
        <ScopeLine summary={summary} />
        <ClockNotice clock={summary.clock} crashes={summary.counts.crashes} />
        <WeekMatrix summary={summary} />
        <MatrixLegend values={summary.matrix[summary.weight]} />
        <p id="week-matrix-hint" className={styles.soft}>
          <Busiest summary={summary} /> {words.matrixHint}
        </p>
        <BlockAccidents summary={summary} ids={ids} />
      </section>
      <YearComparison summary={summary} />
      <MonthBars summary={summary} />
      <ConditionTables summary={summary} />
    </>
  );
}

function NoSite() {
  const words = useWords(TIMES_WORDS);
  const lacksSite = useView(({ traffic }) => traffic.times.scope === "site" && traffic.site === null);
  return lacksSite && <p className={styles.notice}>{words.noSite}</p>;
}

/** What is counted where. */
function ScopeLine({ summary: { place, counts, tally } }: { summary: CrashTimesSummary }) {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const scope = useView((view) => view.traffic.times.scope);
  const number = (value: number) => formatNumber(value, language);
  return (
    <p className={styles.scope}>
      {place && <b>{place.label} · </b>}
      {words.inScope(number(counts.crashes), number(tally.used))} ·{" "}
      <span className={styles.soft}>{words.scopeFacts[scope]}</span>
    </p>
  );
}

function Busiest({ summary: { busiest, counts, weight } }: { summary: CrashTimesSummary }) {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  if (!busiest) return null;
  const { weekday, hour, value } = busiest;
  const when = blockText({ fromDay: weekday, toDay: weekday, fromHour: hour, toHour: hour }, words);
  const mean = formatNumber(counts[weight] / 168, language, 1);
  return <b>{words.busiest(when, words.counted(formatNumber(value, language), weight), mean)} </b>;
}

/** The accidents of the hours that are chosen. */
function BlockAccidents({ summary, ids }: { summary: CrashTimesSummary; ids: readonly string[] }) {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const block = useView((view) => view.traffic.times.block);
  if (!block) return null;
  const number = (value: number) => formatNumber(value, language);
  const { found, listed } = summary;
  const when = words.listTitle(blockText(block, words));
  return (
    <section className={styles.chosen} aria-label={when}>
      <header>
        <h4>{when}</h4>
        <span className={styles.soft}>
          {listed < found ? words.listed(number(listed), number(found)) : found > 0 && words.listCount(number(found))}
        </span>
        <Button size="small" onClick={() => changeTimes({ block: null })}>
          {words.clear}
        </Button>
      </header>
      {found === 0 ? <p className={styles.soft}>{words.listEmpty}</p> : <AccidentList ids={ids} />}
    </section>
  );
}
