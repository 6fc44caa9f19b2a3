import { WarningOutlined } from "@ant-design/icons";
import { type Freshness, freshnessOf, localDayOf } from "#data/snapshot/freshness.ts";
import { LAYER_WORDS } from "../../messages/layers.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import styles from "./layers.module.css";
import { useToday } from "./use-today.ts";

function useFreshness({ definition, snapshot }: Ledger): Freshness & { readonly deliveredOn: string | null } {
  const lastDelivered = useLedgers((ledgers) => ledgers.lastDelivered[definition.id] ?? null);
  const deliveredOn = lastDelivered === null ? null : localDayOf(new Date(lastDelivered));
  const { refreshDays } = definition;
  return { ...freshnessOf({ dataDate: snapshot.dataDate, deliveredOn, refreshDays }, useToday()), deliveredOn };
}

/** How old a layer is; on request when it came in, and how old it may become. */
export function DataDate({ ledger }: { ledger: Ledger }) {
  const words = useWords(LAYER_WORDS);
  const title = useTitle();
  const isDemo = useLedgers(({ zone }) => zone?.demo ?? false);
  const { dataAgeDays, deliveredDaysAgo, deliveredOn } = useFreshness(ledger);
  const { definition, snapshot } = ledger;
  if (snapshot.count === 0) return <span className={styles.date}>{words.noData}</span>;
  const { refreshDays, refreshReason } = definition;
  const hint = [
    words.ageHint(snapshot.dataDate),
    ...(deliveredOn !== null && deliveredDaysAgo !== null ? [words.delivered(deliveredOn, deliveredDaysAgo)] : []),
    refreshDays !== undefined && refreshReason ? words.interval(refreshDays, title(refreshReason)) : words.noInterval,
    ...(isDemo ? [words.demoDates] : []),
  ].join("\n");
  return (
    <span className={styles.date} title={hint}>
      {dataAgeDays === null ? words.noDate : <time dateTime={snapshot.dataDate!}>{words.age(dataAgeDays)}</time>}
    </span>
  );
}

/** Says that a layer is older than was agreed, where it is. */
export function OverdueNote({ ledger }: { ledger: Ledger }) {
  const words = useWords(LAYER_WORDS);
  const { dataAgeDays, deliveredDaysAgo, state } = useFreshness(ledger);
  const { dataDate, count } = ledger.snapshot;
  const { refreshDays } = ledger.definition;
  if (state !== "overdue" || count === 0) return null;
  return (
    <p className={styles.overdue}>
      <WarningOutlined aria-hidden="true" />{" "}
      {dataDate === null
        ? words.overdueUndated(deliveredDaysAgo!, refreshDays!)
        : words.overdue(dataDate, dataAgeDays!, refreshDays!)}
    </p>
  );
}
