import type { CrashTimesSummary } from "#data/analyses/crash-times-results.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { relationText } from "./chance-text.ts";
import styles from "./times.module.css";

const COLUMNS = ["crashes", "casualty", "fatal", "deaths", "injuries"] as const;

/** Every year, and the last one against the one before on the same days: more, fewer, or not to be told. */
export function YearComparison({ summary }: { summary: CrashTimesSummary }) {
  const { perYear, comparison, weight } = summary;
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <section className={styles.section} aria-label={words.headings.years}>
      <h3>
        {words.headings.years} <small>{words.weights[weight]}</small>
      </h3>
      <Answer summary={summary} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.number} aria-current={column === weight}>
                {words.weights[column]}
              </th>
            ))}
            {comparison && (
              <th scope="col" className={styles.number}>
                {comparison.fromDay} – {comparison.toDay}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {perYear.map((each) => (
            <tr key={each.year}>
              <th scope="row">
                {each.year}
                {each.isPart && <Part />}
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className={styles.number}>
                  {number(each[column])}
                </td>
              ))}
              {comparison && (
                <td className={styles.number}>{each.toDate ? number(each.toDate[weight]) : words.outside}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Answer({ summary: { comparison, weight } }: { summary: CrashTimesSummary }) {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  if (!comparison) return <p className={styles.soft}>{words.noComparison}</p>;
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const { year, withYear, fromDay, toDay, now, before, ratio, pValue, answer } = comparison;
  const count = (value: number) => words.counted(number(value), weight);
  const facts = [
    ratio === null ? words.noRatio : words.ratio(number(ratio, 2)),
    ...(pValue === null ? [] : [relationText("p", pValue, language)]),
    ...(answer === "cannot-tell" ? [words.whyUntold[pValue === null ? "persons" : "chance"]] : []),
  ];
  return (
    <p className={styles.answer}>
      <b data-answer={answer}>{words.answers[answer]}</b>{" "}
      {words.compared(String(year), count(now[weight]), String(withYear), count(before[weight]))}
      <span className={styles.soft}>
        {" "}
        {words.sameDays(fromDay, toDay)} · {facts.join(" · ")}
      </span>
    </p>
  );
}

/** Marks what the period holds only in part. */
export function Part() {
  const words = useWords(TIMES_WORDS);
  return (
    <small className={styles.part} title={words.partHint}>
      ◐ {words.part}
    </small>
  );
}
