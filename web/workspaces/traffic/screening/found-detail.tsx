import type { BlackSpotFinding } from "#data/analyses/black-spot-results.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useBlackSpots, useCrashClusters } from "../../../state/traffic.ts";
import { WEIGHTS } from "../../../state/traffic-choices.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { criterionText, patternText } from "./criterion-text.ts";
import type { FoundRow, Ranked } from "./found-rows.ts";
import { ruleBasis, statisticsBasis } from "./register-basis.ts";
import styles from "./site.module.css";
import { SiteDetail } from "./site-detail.tsx";
import type { Compared } from "./use-found.ts";

/** What rule and statistics say of the open site, condition by condition and cluster by cluster. */
export function FoundDetail({ row, compared }: { row: FoundRow; compared: Compared }) {
  const screened = useBlackSpots(({ answer }) => answer);
  const clustered = useCrashClusters(({ answer }) => answer);
  const { rule, clusters } = row;
  if (rule && screened)
    return (
      <SiteDetail key={row.id} {...rule.finding} basis={ruleBasis(rule.finding, screened)}>
        <RuleSays finding={rule.finding} />
        <StatisticsSay row={row} compared={compared} />
      </SiteDetail>
    );
  const [cluster] = clusters;
  if (!cluster || !clustered) return null;
  return (
    <SiteDetail key={row.id} {...cluster.finding} basis={statisticsBasis(cluster.finding, clustered)}>
      <StatisticsSay row={row} compared={compared} />
    </SiteDetail>
  );
}

function RuleSays({ finding }: { finding: BlackSpotFinding }) {
  const words = useWords(SCREENING_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  const criteria = useBlackSpots(({ answer }) => answer?.summary.settings.criteria ?? []);
  const number = (value: number) => formatNumber(value, language);
  const { merged, doubtful, scores } = finding;
  const notes = [
    merged > 1 ? words.merged(number(merged)) : "",
    doubtful > 0 ? words.doubtfulBeside(number(doubtful)) : "",
  ].filter((note) => note !== "");
  return (
    <>
      <h4>{words.ruleSays}</h4>
      <ul className={styles.outcomes}>
        {finding.criteria.map((outcome) => (
          <li key={outcome.id} data-outcome={outcome.outcome}>
            <span className={styles.outcome}>{words.outcomes[outcome.outcome]}</span>
            <span className={styles.number}>{words.countOf(number(outcome.counted), number(outcome.needed))}</span>
            <span>
              {criterionText(outcome, criteria, rules)}
              {outcome.pattern && ` · ${patternText(outcome.pattern, words, language)}`}
            </span>
          </li>
        ))}
      </ul>
      {notes.length > 0 && <p className={styles.soft}>{notes.join(" · ")}</p>}
      <h4>{words.scores}</h4>
      <ul className={styles.scores}>
        {WEIGHTS.map(({ id, title }) => (
          <li key={id}>
            <b>{scores[id] === undefined ? words.unknown : formatNumber(scores[id], language, 1)}</b> {title[language]}
          </li>
        ))}
      </ul>
    </>
  );
}

function StatisticsSay({ row: { rule, clusters, isUntested }, compared }: { row: FoundRow; compared: Compared }) {
  const words = useWords(SCREENING_WORDS);
  if (clusters.length === 0) {
    if (!rule) return null;
    const unheard = compared === "done" ? words.agreementHints.rule : words.unheard[compared];
    return <p className={styles.soft}>{isUntested ? words.junctionUntested : unheard}</p>;
  }
  return (
    <>
      <h4>{words.statisticsSay}</h4>
      <ul className={styles.scores}>
        {clusters.map((cluster) => (
          <ClusterLine key={cluster.finding.id} cluster={cluster} />
        ))}
      </ul>
      {!rule && <p className={styles.soft}>{words.agreementHints.statistics}</p>}
    </>
  );
}

function ClusterLine({ cluster: { rank, finding } }: { cluster: Ranked<FoundRow["clusters"][number]["finding"]> }) {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const number = (value: number, digits: number) => formatNumber(value, language, digits);
  const { place, strength, pValue, qValue, doubtful } = finding;
  return (
    <li>
      <b>{words.rankStatistics(String(rank))}</b> {place.label} ·{" "}
      {words.clusterSays(number(strength, 2), number(pValue, 4), number(qValue, 4))}
      {doubtful > 0 && ` · ${words.doubtfulBeside(number(doubtful, 0))}`}
    </li>
  );
}
