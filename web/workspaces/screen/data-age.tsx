import { freshnessOf, localDayOf } from "#data/snapshot/freshness.ts";
import { SCREEN_WORDS } from "../../messages/screen.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useToday } from "../../panels/layers/use-today.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import styles from "./screen.module.css";

/** Whether any of the ledgers is older than was agreed, or the line on which changes come is broken. */
export function useIsStale(ledgers: readonly Ledger[]): boolean {
  const connected = useLedgers((state) => state.connected);
  const delivered = useLedgers((state) => state.lastDelivered);
  const today = useToday();
  return !connected || ledgers.some((ledger) => freshness(ledger, delivered, today).state === "overdue");
}

/** From which ledgers the numbers of a panel come, to which day, and how old that is. */
export function DataAge({ ledgers }: { ledgers: readonly Ledger[] }) {
  const words = useWords(SCREEN_WORDS);
  const title = useTitle();
  const delivered = useLedgers((state) => state.lastDelivered);
  const today = useToday();
  const several = ledgers.length > 1;
  return ledgers.map((ledger) => {
    const { dataAgeDays, state } = freshness(ledger, delivered, today);
    const { dataDate, count } = ledger.snapshot;
    const isDated = count > 0 && dataDate !== null;
    const age =
      count === 0 ? words.noData : dataDate === null || dataAgeDays === null ? words.noDate : words.age(dataAgeDays);
    return (
      <span key={ledger.definition.id} className={styles.age}>
        <span className={styles.whole}>
          {title(ledger.definition.title)} {several || !isDated ? age : words.dataTo(dataDate)}
        </span>
        {!several && isDated && <span className={styles.whole}>{age}</span>}
        {state === "overdue" && <span className={styles.whole}>{words.overdue(ledger.definition.refreshDays!)}</span>}
      </span>
    );
  });
}

/** How current a ledger is by its own interval. */
export function freshness(
  { definition, snapshot }: Ledger,
  delivered: Readonly<Record<string, string | null>>,
  today: string,
) {
  const last = delivered[definition.id] ?? null;
  return freshnessOf(
    {
      dataDate: snapshot.dataDate,
      deliveredOn: last === null ? null : localDayOf(new Date(last)),
      refreshDays: definition.refreshDays,
    },
    today,
  );
}
