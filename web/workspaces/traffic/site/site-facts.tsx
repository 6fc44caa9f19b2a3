import { Select } from "antd";
import { useState } from "react";
import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { getLayer } from "#data/layers/index.ts";
import type { CrashCounts } from "#data/traffic/site.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./site.module.css";

const COLUMNS = ["crashes", "fatal", "injury", "damage", "deaths", "injuries"] as const;

/** What happened here, year by year; a score only with the name of its weights. */
export function SiteFacts({ summary }: { summary: SiteDiagnosisSummary }) {
  const words = useWords(SITE_WORDS);
  const { counts: names } = useWords(TRAFFIC_WORDS);
  const language = useLanguage();
  const { counts, perYear, doubtful } = summary;
  const unknown = Math.max(counts.deathsUnknown, counts.injuriesUnknown);
  return (
    <section className={styles.section} aria-label={words.headings.facts}>
      <h3 className={styles.heading}>
        {words.headings.facts}
        <Score summary={summary} />
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {names[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {perYear.map((year) => (
            <tr key={year.year}>
              <th scope="row">
                {year.year} {year.isPart && <span className={styles.soft}>{words.partYear}</span>}
              </th>
              <Numbers counts={year} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <Numbers counts={counts} />
          </tr>
        </tfoot>
      </table>
      {doubtful > 0 && <p className={styles.warn}>{words.doubtful(doubtful)}</p>}
      {unknown > 0 && <p className={styles.warn}>{words.unknownCasualties(unknown)}</p>}
      {counts.unknownSeverity > 0 && (
        <p className={styles.warn}>
          {words.crashes.unknown}: {formatNumber(counts.unknownSeverity, language)}
        </p>
      )}
    </section>
  );
}

function Numbers({ counts }: { counts: CrashCounts }) {
  const language = useLanguage();
  return COLUMNS.map((column) => (
    <td key={column} className={styles.number}>
      {formatNumber(counts[column], language)}
    </td>
  ));
}

function Score({ summary: { scores } }: { summary: SiteDiagnosisSummary }) {
  const words = useWords(SITE_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const schemes = (getLayer("accidents").weights ?? []).filter(({ id }) => scores[id] !== undefined);
  const [chosen, choose] = useState(schemes[0]?.id ?? "");
  const scheme = schemes.find(({ id }) => id === chosen);
  if (!scheme) return null;
  return (
    <span className={styles.row}>
      {words.score} <b>{formatNumber(scores[scheme.id]!, language, 1)}</b>
      <Select
        size="small"
        aria-label={words.weights}
        title={title(scheme.source)}
        popupMatchSelectWidth={280}
        value={chosen}
        options={schemes.map((each) => ({ value: each.id, label: title(each.title) }))}
        onChange={choose}
      />
    </span>
  );
}
