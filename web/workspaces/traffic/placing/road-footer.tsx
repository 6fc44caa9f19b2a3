import { ROAD_REPORT_WORDS } from "../../../messages/traffic-placing-roads.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useRoadReport } from "../../../state/placing.ts";
import { formatNumber } from "../../../ui/quantities.ts";

export function RoadFooter() {
  const words = useWords(ROAD_REPORT_WORDS);
  const language = useLanguage();
  const answer = useRoadReport((result) => result.answer);
  const dataDate = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "roads")?.snapshot.dataDate ?? null,
  );
  return answer && <>{words.footer(dataDate ?? words.unknown, formatNumber(answer.tookMs, language))}</>;
}
