import { useCallback, useMemo } from "react";
import type { WatchFinding } from "#data/analyses/black-spot-results.ts";
import type { AreaPicture } from "../../../map/picture.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { WATCH_WORDS } from "../../../messages/traffic-watch.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic, useWatchList, watchDay } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { goToPlace } from "../screening/go-to-place.ts";
import { refusalText } from "../screening/refusal-text.ts";
import { RuleBar } from "../screening/rule-bar.tsx";
import screening from "../screening/screening.module.css";
import { findSite } from "../screening/site-match.ts";
import { type DrawnPlace, usePlacePicture } from "../screening/use-place-picture.ts";
import { TallyLine } from "../tally-line.tsx";
import { WatchDayField } from "./watch-day-field.tsx";
import { WatchDetail } from "./watch-detail.tsx";
import { WatchTable } from "./watch-table.tsx";

/** More names than these would hide the map; the list has all. */
const MOST_DRAWN = 400;

const NO_SITES: readonly WatchFinding[] = [];
const NO_ACCIDENTS: readonly string[] = [];

/** Sites that are one crash short of being black spots, and until when. */
export function WatchPanel() {
  const traffic = useWords(TRAFFIC_WORDS);
  const words = useWords(WATCH_WORDS);
  const shared = useWords(SCREENING_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  const { answer, refusal, pending } = useWatchList();
  const sites = answer?.findings ?? NO_SITES;
  const opened = useOpened(sites);
  useWatchPicture(sites, opened);
  const open = useCallback(({ place }: WatchFinding) => {
    changeTraffic({ site: place.site });
    goToPlace(place);
  }, []);
  const number = (value: number) => formatNumber(value, language);
  return (
    <PartFrame
      title={traffic.parts.watch}
      footer={answer && <TallyLine {...answer.summary} tookMs={number(answer.tookMs)} />}
    >
      <div className={screening.page}>
        <RuleBar hasPeriod={false} />
        <WatchDayField />
        {refusal && (
          <p role="alert" className={screening.refused}>
            {rules.refused(refusalText(refusal, rules))}
          </p>
        )}
        <p className={screening.notice}>
          {words.hint}
          {answer && ` ${words.found(number(answer.summary.found))}`}
          {answer && answer.summary.listed < answer.summary.found && (
            <> · {shared.listed(number(answer.summary.listed), number(answer.summary.found))}</>
          )}
          {answer && answer.summary.lapsing > 0 && ` · ${words.lapsing(number(answer.summary.lapsing))}`}
        </p>
        {sites.length > 0 ? (
          <WatchTable sites={sites} openedId={opened?.id ?? null} onOpen={open} />
        ) : (
          <p className={screening.notice}>
            {answer ? words.none(answer.summary.by ?? watchDay()) : pending && shared.working}
          </p>
        )}
        {opened && answer && <WatchDetail site={opened} answer={answer} />}
      </div>
    </PartFrame>
  );
}

function useOpened(sites: readonly WatchFinding[]): WatchFinding | null {
  const site = useView((view) => view.traffic.site);
  return useMemo(() => {
    const at = findSite(
      sites.map(({ place }) => place.site),
      site,
    );
    return sites[at] ?? null;
  }, [sites, site]);
}

function useWatchPicture(sites: readonly WatchFinding[], opened: WatchFinding | null): void {
  const openedId = opened?.id ?? null;
  const places = useMemo(
    () =>
      sites.slice(0, MOST_DRAWN).map(
        ({ id, place, accidentIds, oneMore }, index): DrawnPlace => ({
          areas: [
            { geometry: place.geometry, tone: "unsure", label: String(index + 1) },
            ...(id === openedId ? oneMore.map(({ at }) => densestPlace(at)) : []),
          ],
          accidentIds,
          open: () => changeTraffic({ site: place.site }),
        }),
      ),
    [sites, openedId],
  );
  usePlacePicture(places, opened?.accidentIds ?? NO_ACCIDENTS);
}

/** Where one more crash is counted with all the others. */
const densestPlace = (at: readonly [number, number]): AreaPicture => ({
  geometry: { type: "Point", coordinates: [...at] },
  tone: "unsure",
  muted: true,
});
