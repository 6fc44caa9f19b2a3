import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useBlackSpots } from "../../../state/traffic.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";

/** Which stretches the rule finds, and which the statistics, side by side. */
export function ScreeningPanel() {
  const words = useWords(TRAFFIC_WORDS);
  const language = useLanguage();
  const answer = useBlackSpots((result) => result.answer);
  return (
    <PartFrame title={words.parts.screening}>
      {answer && <output>{formatNumber(answer.summary.found, language)}</output>}
    </PartFrame>
  );
}
