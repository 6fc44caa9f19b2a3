import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { usePlacement } from "../../../state/placing.ts";
import { formatNumber } from "../../../ui/quantities.ts";

/** Every accident is one of the three, and of which day the ledger is. */
export function PlacementFooter() {
  const traffic = useWords(TRAFFIC_WORDS);
  const words = useWords(PLACING_WORDS);
  const language = useLanguage();
  const answer = usePlacement((result) => result.answer);
  const dataDate = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "accidents")?.snapshot.dataDate ?? null,
  );
  if (!answer) return null;
  const number = (value: number) => formatNumber(value, language);
  const { all, placed, doubtful, unplaced } = answer.summary.tally;
  return (
    <>
      <div>{traffic.tally(number(all), number(placed), number(doubtful), number(unplaced))}</div>
      <div>
        {words.footer(dataDate ?? words.unknown, number(answer.tookMs))}
        {answer.parameters.filter !== undefined && ` · ${words.filtered}`}
      </div>
    </>
  );
}
