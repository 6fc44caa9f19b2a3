import { WarningOutlined } from "@ant-design/icons";
import { LAYER_WORDS } from "../../messages/layers.ts";
import { useWords } from "../../messages/words.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { dataAge } from "./data-age.ts";
import styles from "./layers.module.css";
import { useToday } from "./use-today.ts";

/** How old a layer is, with a plain mark when it is older than it is meant to be. */
export function DataDate({ ledger: { definition, snapshot } }: { ledger: Ledger }) {
  const words = useWords(LAYER_WORDS);
  const isDemo = useLedgers(({ zone }) => zone?.demo ?? false);
  const today = useToday();
  const age = dataAge(snapshot.dataDate, definition.refreshDays, today);
  if (snapshot.count === 0) return <span className={styles.date}>{words.noData}</span>;
  if (!age) return <span className={styles.date}>{words.noDate}</span>;
  const hint = words.ageHint(snapshot.dataDate!, definition.refreshDays);
  return (
    <span className={styles.date} title={isDemo ? `${hint}\n${words.demoDates}` : hint}>
      <time dateTime={snapshot.dataDate!}>{words.age(age.days)}</time>
      {age.stale && (
        <span className={styles.stale}>
          <WarningOutlined aria-hidden="true" /> {words.stale}
        </span>
      )}
    </span>
  );
}
