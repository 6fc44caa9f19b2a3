import { useMemo } from "react";
import { districtNames } from "../../export/provenance.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { formatDms } from "../../ui/dms.ts";
import { formatNumber, formatPosition } from "../../ui/quantities.ts";
import { CopyButton } from "./copy-button.tsx";
import styles from "./detail-panel.module.css";
import type { DetailRecord } from "./detail-record.ts";
import { STAKE_WITHIN_M, stakeText } from "./stake-text.ts";

interface Props {
  readonly record: DetailRecord;
  /** `[longitude, latitude]` of the feature's symbol. */
  readonly position: readonly [number, number] | null;
  /** A road's own stakes are among its attributes. */
  readonly isRoad: boolean;
}

/** Where a feature is: coordinates and how sure they are, district, and the stake of the nearest road. */
export function PlaceFacts({ record, position, isRoad }: Props) {
  const words = useWords(DETAIL_WORDS);
  const language = useLanguage();
  const ledgers = useLedgers(({ layers }) => layers);
  const roads = ledgers.find(({ definition }) => definition.id === "roads")?.snapshot;
  const district = useMemo(
    () => record.district && (districtNames(ledgers).get(record.district) ?? record.district),
    [ledgers, record.district],
  );
  const stake = useMemo(
    () => (roads && roads.count > 0 && position && !isRoad ? stakeText(roads, position, language) : undefined),
    [roads, position, isRoad, language],
  );
  const { positionErrorM } = record;
  return (
    <dl className={styles.facts}>
      {position && (
        <>
          <dt>{words.position}</dt>
          <dd className={styles.figures}>
            {formatPosition(position)}
            <CopyButton text={`${position[0].toFixed(6)}, ${position[1].toFixed(6)}`} label={words.copy} />
            <div className={styles.soft}>{formatDms(position)}</div>
          </dd>
        </>
      )}
      <dt>{words.positionErrorM}</dt>
      <dd>
        {positionErrorM === null ? (
          <Unknown />
        ) : (
          <span className={styles.figures}>± {formatNumber(positionErrorM, language, 2)} m</span>
        )}
      </dd>
      <dt>{words.district}</dt>
      <dd>{district ?? <Unknown />}</dd>
      {stake !== undefined && (
        <>
          <dt>{words.stake}</dt>
          <dd>{stake ?? <span className={styles.soft}>{words.noStake(STAKE_WITHIN_M)}</span>}</dd>
        </>
      )}
    </dl>
  );
}

export function Unknown() {
  return <span className={styles.unknown}>{useWords(DETAIL_WORDS).unknown}</span>;
}
