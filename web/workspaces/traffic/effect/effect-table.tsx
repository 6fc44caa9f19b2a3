import type { BeforeAfterSummary, ComparedPeriod, SeverityEffect } from "#data/analyses/before-after-results.ts";
import { EFFECT_WORDS } from "../../../messages/traffic-effect.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { bestOf } from "./best-estimate.ts";
import styles from "./effect.module.css";

/** One line for each kind of crashes, by the estimate that its verdict stands on. */
export function EffectTable({ summary }: { summary: BeforeAfterSummary }) {
  const words = useWords(EFFECT_WORDS);
  const { columns } = words;
  return (
    <section className={styles.section} aria-label={words.headings.effects}>
      <h3>{words.headings.effects}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.by}</th>
            <th scope="col">
              {columns.before}
              <Span period={summary.before} />
            </th>
            <th scope="col">
              {columns.after}
              <Span period={summary.after} />
            </th>
            <th scope="col">{columns.expected}</th>
            <th scope="col">{columns.theta}</th>
            <th scope="col">{columns.interval}</th>
            <th scope="col">{columns.method}</th>
          </tr>
        </thead>
        <tbody>
          {summary.effects.map((effect) => (
            <EffectRow key={effect.by} effect={effect} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Span({ period: { from, to, years } }: { period: ComparedPeriod }) {
  const words = useWords(EFFECT_WORDS);
  const language = useLanguage();
  if (from === null || to === null) return null;
  return (
    <div className={styles.soft} title={words.span(from, to)}>
      {words.years(formatNumber(years, language, 2))}
    </div>
  );
}

function EffectRow({ effect }: { effect: SeverityEffect }) {
  const words = useWords(EFFECT_WORDS);
  const language = useLanguage();
  const best = bestOf(effect);
  const number = (value: number, digits = 2) => formatNumber(value, language, digits);
  const why = typeof effect.comparison === "string" ? words.none[effect.comparison] : words.unclear;
  return (
    <tr>
      <th scope="row">
        {words.by[effect.by]}
        <div className={styles.verdict} data-verdict={effect.verdict}>
          {words.verdicts[effect.verdict]}
        </div>
      </th>
      <td>{effect.before}</td>
      <td>{effect.after}</td>
      {best ? (
        <>
          <td>{number(best.expected, 1)}</td>
          <td>
            {number(best.theta)} ± {number(best.standardError)}
          </td>
          <td>
            {number(best.low)} – {best.high === null ? words.noEnd : number(best.high)}
          </td>
          <td>{effect.basis && words.methods[effect.basis]}</td>
        </>
      ) : (
        <td colSpan={4}>{why}</td>
      )}
    </tr>
  );
}
