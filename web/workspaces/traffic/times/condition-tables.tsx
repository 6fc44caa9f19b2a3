import type { ConditionCounts, CrashTimesSummary, TimeCounts } from "#data/analyses/crash-times-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { shareText } from "./chance-text.ts";
import styles from "./times.module.css";

const COLUMNS = ["crashes", "casualty", "fatal", "deaths", "injuries"] as const;

/** Crashes by weather, light and surface; what the record does not say stands apart and is in no share. */
export function ConditionTables({ summary: { conditions } }: { summary: CrashTimesSummary }) {
  const words = useWords(TIMES_WORDS);
  return (
    <section className={styles.section} aria-label={words.headings.conditions}>
      <h3>{words.headings.conditions}</h3>
      <div className={styles.columns}>
        {conditions.map((each) => (
          <ConditionTable key={each.attribute} {...each} />
        ))}
      </div>
    </section>
  );
}

function ConditionTable({ attribute, values, unknown }: ConditionCounts) {
  const words = useWords(TIMES_WORDS);
  const title = useTitle();
  const definition = getLayer("accidents").attributes[attribute]!;
  const known = values.reduce((sum, { crashes }) => sum + crashes, 0);
  const nameOf = (value: string) => {
    const found = definition.type === "code" ? definition.values.find(({ code }) => code === value) : undefined;
    return found ? title(found.title) : value;
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title(definition.title)}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles.number}>
              {words.short[column]}
            </th>
          ))}
          <th scope="col" className={styles.number} title={words.shareHint}>
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ value, ...counts }) => (
          <Row key={value} name={nameOf(value)} counts={counts} share={counts.crashes / known} />
        ))}
        <Row name={words.unknown} counts={unknown} share={null} />
      </tbody>
    </table>
  );
}

function Row({ name, counts, share }: { name: string; counts: TimeCounts; share: number | null }) {
  const language = useLanguage();
  return (
    <tr data-unknown={share === null}>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column} className={styles.number}>
          {formatNumber(counts[column], language)}
        </td>
      ))}
      <td className={styles.number}>{share === null ? "–" : shareText(share, language)}</td>
    </tr>
  );
}
