import type { WeatherSegmentFinding } from "#data/analyses/crash-times-results.ts";
import { WEATHER_WORDS } from "../../../messages/traffic-weather.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AccidentList } from "./accident-list.tsx";
import { relationText, shareText } from "./chance-text.ts";
import { SegmentDetail } from "./segment-detail.tsx";
import styles from "./times.module.css";

/** What the open stretch has more of, by which test, and the crashes themselves. */
export function WeatherDetail({ segment }: { segment: WeatherSegmentFinding }) {
  const words = useWords(WEATHER_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { kind, place, inKind, known, unknown, share, elsewhereShare, pValue, qValue, accidentIds } = segment;
  return (
    <SegmentDetail place={place}>
      <p>
        {words.sentence(
          words.kinds[kind],
          number(inKind),
          number(known),
          shareText(share, language),
          shareText(elsewhereShare, language),
        )}
      </p>
      <p className={styles.soft}>
        {words.tested(relationText("p", pValue, language), relationText("q", qValue, language))}
        {unknown > 0 && ` · ${words.unknown(number(unknown))}`}
      </p>
      <h4>
        {words.accidents(words.kinds[kind])} {number(accidentIds.length)}
      </h4>
      <AccidentList ids={accidentIds} />
    </SegmentDetail>
  );
}
