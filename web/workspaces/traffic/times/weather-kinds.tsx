import type { WeatherSegmentFinding, WeatherSegmentsSummary } from "#data/analyses/crash-times-results.ts";
import { WEATHER_WORDS } from "../../../messages/traffic-weather.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTimes } from "../../../state/times.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import screening from "../screening/screening.module.css";
import styles from "./times.module.css";

/** One kind of weather or all, with how many stretches each has; what is too rare to test says so. */
export function WeatherKinds(props: { summary: WeatherSegmentsSummary; segments: readonly WeatherSegmentFinding[] }) {
  const { summary, segments } = props;
  const words = useWords(WEATHER_WORDS);
  const language = useLanguage();
  const shown = useView((view) => view.traffic.times.weather);
  const number = (value: number) => formatNumber(value, language);
  const chosen = summary.kinds.find(({ kind }) => kind === shown);
  return (
    <div className={styles.kinds}>
      <fieldset className={screening.chips} aria-label={words.kindLabel}>
        <button
          type="button"
          className={screening.chip}
          aria-pressed={shown === null}
          onClick={() => changeTimes({ weather: null })}
        >
          {words.allKinds(number(segments.length))}
        </button>
        {summary.kinds.map(({ kind, answer, inKind, known, unknown }) => (
          <button
            key={kind}
            type="button"
            className={screening.chip}
            title={
              answer === "too-few"
                ? words.tooFewHint(number(inKind), number(summary.fewestInKind))
                : words.kindFacts(number(inKind), number(known), number(unknown))
            }
            aria-pressed={shown === kind}
            onClick={() => changeTimes({ weather: kind })}
          >
            {answer === "too-few"
              ? words.kindTooFew(words.kinds[kind])
              : words.kindCount(words.kinds[kind], number(segments.filter((each) => each.kind === kind).length))}
          </button>
        ))}
      </fieldset>
      {chosen && (
        <p className={styles.soft}>
          {chosen.answer === "too-few"
            ? words.tooFewHint(number(chosen.inKind), number(summary.fewestInKind))
            : words.kindFacts(number(chosen.inKind), number(chosen.known), number(chosen.unknown))}
        </p>
      )}
    </div>
  );
}
