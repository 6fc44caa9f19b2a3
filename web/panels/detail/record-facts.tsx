import type { LayerDefinition } from "#data/layers/define.ts";
import { freshnessOf } from "#data/snapshot/freshness.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { useToday } from "../layers/use-today.ts";
import styles from "./detail-panel.module.css";
import type { DetailRecord } from "./detail-record.ts";
import { formatInstant } from "./instants.ts";
import { Unknown } from "./place-facts.tsx";

/** Where the entry comes from and how old it is. */
export function RecordFacts({ definition, record }: { definition: LayerDefinition; record: DetailRecord }) {
  const words = useWords(DETAIL_WORDS);
  const language = useLanguage();
  const { source, observedOn, revision } = record;
  const { refreshDays } = definition;
  const { dataAgeDays, state } = freshnessOf({ dataDate: observedOn, deliveredOn: null, refreshDays }, useToday());
  return (
    <dl className={styles.facts}>
      <dt>{words.source}</dt>
      <dd>{source || <Unknown />}</dd>
      <dt>{words.observedOn}</dt>
      <dd>
        {observedOn && dataAgeDays !== null ? (
          <>
            <span className={styles.figures}>{observedOn}</span>
            <span className={styles.soft}> {words.age(dataAgeDays)}</span>
            {state === "overdue" && <span className={styles.stale}>⚠ {words.overdue(refreshDays!)}</span>}
          </>
        ) : (
          <Unknown />
        )}
      </dd>
      {revision && (
        <>
          <dt>{words.changedAt}</dt>
          <dd className={styles.figures}>{formatInstant(revision.at, language)}</dd>
          <dt>{words.changedBy}</dt>
          <dd>{revision.by || words.nobody}</dd>
          <dt>{words.revision}</dt>
          <dd className={styles.figures}>{formatNumber(revision.number, language)}</dd>
        </>
      )}
    </dl>
  );
}
