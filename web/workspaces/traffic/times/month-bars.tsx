import type { CrashTimesSummary, MonthCounts } from "#data/analyses/crash-times-results.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./months.module.css";
import times from "./times.module.css";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** A row of months for each year, so that the same months stand above each other; each with its number and a bar. */
export function MonthBars({ summary: { months, weight } }: { summary: CrashTimesSummary }) {
  const words = useWords(TIMES_WORDS);
  const years = [...new Set(months.map(({ year }) => year))];
  const largest = Math.max(1, ...months.map((month) => month[weight]));
  const byMonth = new Map(months.map((each) => [`${each.year}-${each.month}`, each]));
  return (
    <section className={times.section} aria-label={words.headings.months}>
      <h3>
        {words.headings.months} <small>{words.weights[weight]}</small>
      </h3>
      <table className={styles.months}>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {words.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {MONTHS.map((month) => (
                <MonthCell
                  key={month}
                  counts={byMonth.get(`${year}-${month}`)}
                  value={byMonth.get(`${year}-${month}`)?.[weight] ?? 0}
                  largest={largest}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MonthCell(props: { counts: MonthCounts | undefined; value: number; largest: number }) {
  const { counts, value, largest } = props;
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  if (!counts)
    return (
      <td className={times.soft} title={words.outside} aria-label={words.outside}>
        –
      </td>
    );
  return (
    <td title={counts.isPart ? words.partHint : undefined}>
      <span className={styles.figure}>
        {counts.isPart && "◐ "}
        {formatNumber(value, language)}
      </span>
      <i className={styles.bar} data-part={counts.isPart} style={{ height: `${(value / largest) * 100}%` }} />
    </td>
  );
}
