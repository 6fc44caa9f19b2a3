import { localDayOf } from "#data/snapshot/freshness.ts";
import { useToday } from "../../panels/layers/use-today.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { useLineLost } from "../../state/line-lost.ts";
import { freshness } from "./data-age.tsx";
import { lastGoodText } from "./last-good-text.ts";

/**
 * When what a panel says was last known to be true: when the line was lost, when the last good answer was given, or the day of the last
 * delivery of the ledger that is overdue the longest; the earliest of these.
 *
 * @param answeredAt - when the answer that is shown was good, where asking again has failed; milliseconds since 1970.
 * @returns `null`: as far as anybody knows it is true now.
 */
export function useLastGood(ledgers: readonly Ledger[], answeredAt: number | null = null): string | null {
  const lostAt = useLineLost((line) => line.lostAt);
  const delivered = useLedgers((state) => state.lastDelivered);
  const today = useToday();
  const days = ledgers
    .filter((ledger) => freshness(ledger, delivered, today).state === "overdue")
    .flatMap(({ definition: { id }, snapshot: { dataDate } }) => {
      const last = delivered[id] ?? null;
      const day = last === null ? dataDate : localDayOf(new Date(last));
      return day === null ? [] : [day];
    });
  return lastGoodText(
    [lostAt, answeredAt].filter((at) => at !== null),
    days,
    today,
  );
}
