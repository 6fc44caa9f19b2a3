import { useState } from "react";
import type { FactorFinding, SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./site.module.css";
import { useSiteText } from "./use-site-text.ts";

/** What occurs here more often than on roads of the same kind, and how sure that is. */
export function SiteFactors({ summary: { factors } }: { summary: SiteDiagnosisSummary }) {
  const { headings, factors: words } = useWords(SITE_WORDS);
  const language = useLanguage();
  const text = useSiteText();
  const [isWhole, showWhole] = useState(false);
  const { answer, fewest, tested, reference, level } = factors;
  const over = tested.filter(({ isOver }) => isOver);
  const shown = isWhole ? tested : over;
  const of = [
    words.by[reference.by],
    reference.roadClass === null
      ? reference.roadKind && words.roadKinds[reference.roadKind]
      : text.accident("roadClass", reference.roadClass),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <section className={styles.section} aria-label={headings.factors}>
      <h3 className={styles.heading}>
        {headings.factors}
        {tested.length > 0 && (
          <button type="button" className={styles.link} aria-pressed={isWhole} onClick={() => showWhole(!isWhole)}>
            {isWhole ? words.fewer : words.all(tested.length)}
          </button>
        )}
      </h3>
      {answer !== "over" && <p className={styles.warn}>{words.answers[answer](fewest)}</p>}
      {shown.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.columns.factor}</th>
              <th scope="col" className={styles.number}>
                {words.columns.site}
              </th>
              <th scope="col" className={styles.number}>
                {words.columns.reference}
              </th>
              <th scope="col" className={styles.number}>
                {words.columns.ratio}
              </th>
              <th scope="col" className={styles.number}>
                {words.columns.p}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((finding) => (
              <FactorRow key={`${finding.factor}${finding.value}`} finding={finding} />
            ))}
          </tbody>
        </table>
      )}
      {tested.length > 0 && (
        <p className={styles.soft}>
          {words.reference(formatNumber(reference.crashes, language), of)}
          {language === "zh" ? "。" : ". "}
          {words.level(`${formatNumber(level * 100, language)} %`)}
        </p>
      )}
    </section>
  );
}

function FactorRow({ finding }: { finding: FactorFinding }) {
  const { factors: words } = useWords(SITE_WORDS);
  const language = useLanguage();
  const text = useSiteText();
  const { isOver, atSite, siteKnown, siteUnknown, inReference, referenceKnown, ratio, qValue } = finding;
  const percent = (share: number) => `${formatNumber(share * 100, language, 1)} %`;
  return (
    <tr data-over={isOver}>
      <td>
        <span role="img" aria-label={isOver ? words.over : words.notOver}>
          {isOver ? words.mark : "–"}
        </span>{" "}
        {text.factor(finding)}
        {siteUnknown > 0 && <small>{words.unknown(siteUnknown)}</small>}
      </td>
      <td className={styles.number}>
        {percent(finding.share)}
        <small>
          {atSite} / {siteKnown}
        </small>
      </td>
      <td className={styles.number}>
        {percent(finding.referenceShare)}
        <small>
          {formatNumber(inReference, language)} / {formatNumber(referenceKnown, language)}
        </small>
      </td>
      <td className={styles.number}>{ratio === null ? "–" : `×${formatNumber(ratio, language, 1)}`}</td>
      <td className={styles.number}>{qValue < 0.001 ? "< 0.001" : formatNumber(qValue, language, 3)}</td>
    </tr>
  );
}
