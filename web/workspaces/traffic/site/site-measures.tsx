import type { SiteDiagnosisSummary, SuggestedCountermeasure } from "#data/analyses/site-diagnosis-results.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import styles from "./site.module.css";
import { useSiteText } from "./use-site-text.ts";

/** Usual treatments for such crashes, why each is listed, and what is published of its effect. */
export function SiteMeasures({ summary: { countermeasures } }: { summary: SiteDiagnosisSummary }) {
  const { headings, measures: words } = useWords(SITE_WORDS);
  return (
    <section className={styles.section} aria-label={headings.measures}>
      <h3 className={styles.heading}>{headings.measures}</h3>
      <p className={styles.soft}>{countermeasures.length === 0 ? words.none : words.hint}</p>
      <div className={styles.columns}>
        {countermeasures.map((measure) => (
          <Measure key={measure.id} measure={measure} />
        ))}
      </div>
    </section>
  );
}

function Measure({ measure: { title: name, reason, because, reduction } }: { measure: SuggestedCountermeasure }) {
  const { measures: words } = useWords(SITE_WORDS);
  const title = useTitle();
  const text = useSiteText();
  return (
    <article className={styles.measure}>
      <h4>{title(name)}</h4>
      <p>{title(reason)}</p>
      {because.length > 0 && (
        <p className={styles.soft}>
          {words.because}{" "}
          {because
            .map(
              ({ basis, atSite, siteKnown, ...factor }) =>
                `${text.factor(factor)} ${atSite}/${siteKnown} (${words[basis]})`,
            )
            .join("; ")}
        </p>
      )}
      {reduction ? (
        <p className={styles.soft}>
          {words.reduction(rangeOf(reduction), title(reduction.of))} · {words.source}: {title(reduction.source)} ·{" "}
          {words.confidence[reduction.confidence]}
        </p>
      ) : (
        <p className={styles.soft}>{words.noReduction}</p>
      )}
    </article>
  );
}

const rangeOf = ({ leastPercent, mostPercent }: NonNullable<SuggestedCountermeasure["reduction"]>): string =>
  leastPercent === mostPercent ? `${leastPercent} %` : `${leastPercent}–${mostPercent} %`;
