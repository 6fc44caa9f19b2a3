import { useMemo } from "react";
import type { WeatherSegmentFinding, WeatherSegmentsSummary } from "#data/analyses/crash-times-results.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { WEATHER_WORDS } from "../../../messages/traffic-weather.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTimes, useWeatherSegments } from "../../../state/times.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { goToPlace } from "../screening/go-to-place.ts";
import { type DrawnPlace, usePlacePicture } from "../screening/use-place-picture.ts";
import { shareText } from "./chance-text.ts";
import styles from "./times.module.css";
import { useOpened } from "./use-opened.ts";
import { WeatherDetail } from "./weather-detail.tsx";
import { drawnSegments, openSegment } from "./weather-drawn.ts";
import { WeatherKinds } from "./weather-kinds.tsx";
import { WeatherTable } from "./weather-table.tsx";

const NONE: readonly WeatherSegmentFinding[] = [];
const NO_ACCIDENTS: readonly string[] = [];

/** Stretches where bad weather has more of the crashes than elsewhere, and how sure that is. */
export function WeatherTab() {
  const words = useWords(WEATHER_WORDS);
  const times = useWords(TIMES_WORDS);
  const answer = useWeatherSegments((result) => result.answer);
  const pending = useWeatherSegments((result) => result.pending);
  const kind = useView((view) => view.traffic.times.weather);
  const all = answer?.findings ?? NONE;
  const segments = useMemo(() => (kind === null ? all : all.filter((each) => each.kind === kind)), [all, kind]);
  const openKind = useView((view) => view.traffic.times.openWeather);
  const opened = openSegment(segments, useOpened(segments), openKind);
  useWeatherPicture(segments, opened);
  if (!answer) return pending && <output className={styles.notice}>{times.working}</output>;
  return (
    <>
      <WeatherKinds summary={answer.summary} segments={all} />
      <Method summary={answer.summary} />
      {segments.length > 0 ? (
        <WeatherTable
          segments={segments}
          openedId={opened?.id ?? null}
          onOpen={(segment) => {
            open(segment);
            goToPlace(segment.place);
          }}
        />
      ) : (
        <p className={styles.notice}>{words.none}</p>
      )}
      {opened && <WeatherDetail key={opened.id} segment={opened} />}
    </>
  );
}

function open({ kind, place }: WeatherSegmentFinding): void {
  changeTraffic({ site: place.site });
  changeTimes({ openWeather: kind });
}

function Method({ summary }: { summary: WeatherSegmentsSummary }) {
  const words = useWords(WEATHER_WORDS);
  const shared = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { windowM, level, placesTested, placesTooFew, fewest, listed, found } = summary;
  return (
    <p className={styles.method}>
      {words.measure}{" "}
      <span className={styles.soft}>
        {words.method(
          metres(windowM),
          shareText(level, language),
          number(placesTested),
          number(placesTooFew),
          number(fewest),
        )}
        {listed < found && ` · ${shared.listed(number(listed), number(found))}`}
      </span>
    </p>
  );
}

/** Each stretch with its rank in the list and the weather's name: told apart without colours. */
function useWeatherPicture(segments: readonly WeatherSegmentFinding[], opened: WeatherSegmentFinding | null): void {
  const words = useWords(WEATHER_WORDS);
  const places = useMemo(
    () =>
      drawnSegments(segments).map(
        ({ rank, segment }): DrawnPlace => ({
          areas: [{ geometry: segment.place.geometry, tone: "unsure", label: `${rank} ${words.kinds[segment.kind]}` }],
          accidentIds: segment.accidentIds,
          open: () => open(segment),
        }),
      ),
    [segments, words],
  );
  usePlacePicture(places, opened?.accidentIds ?? NO_ACCIDENTS);
}
