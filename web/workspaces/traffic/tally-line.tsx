import type { CrashTally } from "#data/traffic/site.ts";
import { TRAFFIC_WORDS } from "../../messages/traffic.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { unrecordedDays } from "./unrecorded-days.ts";

/** What an answer stands on: every accident is placed, doubtful or unplaced, and in the period or not. */
export function TallyLine(props: {
  tally: CrashTally;
  from: string | null;
  to: string | null;
  /** Already formatted, milliseconds. */
  tookMs?: string;
}) {
  const { tally, from, to, tookMs } = props;
  const words = useWords(TRAFFIC_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const accidents = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "accidents")?.snapshot,
  );
  const lacking = accidents && from !== null && to !== null ? unrecordedDays(accidents, from, to) : 0;
  const { all, placed, doubtful, unplaced, used, undated, future, outsidePeriod, contradictory } = tally;
  return (
    <>
      <div>{words.tally(number(all), number(placed), number(doubtful), number(unplaced))}</div>
      <div>
        {from !== null && to !== null && `${words.period(from, to)} · `}
        {words.used(number(used), number(undated), number(future), number(outsidePeriod))}
        {contradictory > 0 && ` · ${words.contradictory(number(contradictory))}`}
        {lacking > 0 && ` · ${words.unrecorded(number(lacking))}`}
        {tookMs !== undefined && ` · ${words.took(tookMs)}`}
      </div>
    </>
  );
}
