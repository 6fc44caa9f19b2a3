import { Tooltip } from "antd";
import type { HazardGradeSummary } from "#data/analyses/grade-results.ts";
import { SOURCES } from "#data/standards/sources.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./grading.module.css";

/** Every addend of S and R with the clauses of its numbers. */
export function TermTable({ summary: { terms } }: { summary: HazardGradeSummary }) {
  const words = useWords(GRADING_WORDS).terms;
  const verdicts = useWords(VERDICT_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const number = (value: number) => formatNumber(value, language, 3);
  if (terms.length === 0) return null;
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {[words.substance, "q (t)", "Q (t)", words.ratio, "β", words.weighted].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map((term, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a substance may stand twice
            <tr key={at}>
              <td>
                {term.name}
                {term.listedAs !== null && term.listedAs !== term.name && ` → ${term.listedAs}`}
                <Tooltip title={words.source(SOURCES[term.source] ? title(SOURCES[term.source]!.title) : term.source)}>
                  <small className={styles.clause}>
                    {[...new Set([term.quantityClause, term.betaClause])].join(" · ")} ·{" "}
                    {verdicts.confidences[term.confidence]}
                    {term.categoryGiven && ` · ${words.given}`}
                  </small>
                </Tooltip>
              </td>
              <td className={styles.number}>{number(term.q)}</td>
              <td className={styles.number}>{number(term.Q)}</td>
              <td className={styles.number}>{number(term.q / term.Q)}</td>
              <td className={styles.number}>{number(term.beta)}</td>
              <td className={styles.number}>{number((term.beta * term.q) / term.Q)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
