import type {
  BlackSpotFinding,
  BlackSpotSummary,
  WatchFinding,
  WatchSummary,
} from "#data/analyses/black-spot-results.ts";
import type { CrashTimesSummary, TimedAccident } from "#data/analyses/crash-times-results.ts";
import type { SitePlace } from "#data/traffic/site.ts";
import { SCREEN_TRAFFIC_WORDS } from "../../../messages/screen-traffic.ts";
import { DEFAULT_VIEW } from "../../../state/view.ts";
import { CRASH_LAYERS, useScreeningQuestion, useTimesQuestion, useWatchQuestion } from "../traffic/crash-question.ts";
import { BLOCK_STARTS, blocksOf, HOURS } from "../traffic/week-blocks.ts";
import { useAnswer } from "../use-answer.ts";
import type { Behind, Figure, ListedLine, PanelFigures } from "./behind.ts";
import { deskAddress, type Listing, ledgerOf, lineOf, useListing } from "./listing.ts";
import { refsById } from "./refs.ts";

/** Accidents by their ids, in the order given, each with its time. */
function accidentsBehind(
  listing: Listing,
  ids: readonly string[],
  facts: Pick<Behind, "title" | "value" | "reading" | "link"> & { readonly count?: number },
): Behind | null {
  const ledger = ledgerOf(listing, "accidents");
  if (!ledger) return null;
  const { count = ids.length, ...rest } = facts;
  const marked = refsById(listing.ledgers, "accidents", ids);
  const time = ledger.snapshot.columns[ledger.definition.time ?? ""];
  const lineAt = (place: number): ListedLine => {
    const { row } = marked[place]!;
    const line = lineOf(listing, ledger, row);
    const at = time?.type === "time" ? time.milliseconds[row]! : Number.NaN;
    // Local time of the ledger, which has no zone.
    return Number.isNaN(at) ? line : { ...line, name: new Date(at).toISOString().slice(0, 16).replace("T", " ") };
  };
  return {
    ...rest,
    layers: ["accidents"],
    groups: [{ heading: null, count, lineOf: lineAt, listed: marked.length }],
    marked,
    filters: { accidents: "" },
  };
}

/** Both lists are of places with the accidents that make them. */
function behindPlace(
  listing: Listing,
  finding: {
    readonly place: SitePlace;
    readonly accidentIds: readonly string[];
    readonly counts: { readonly crashes: number };
  },
  reading: readonly string[],
  part: "screening" | "watch",
): Behind | null {
  const { place, accidentIds, counts } = finding;
  const crashes = listing.number(counts.crashes);
  return accidentsBehind(listing, accidentIds, {
    title: place.label,
    value: `${crashes} ${listing.words.crashes}`,
    reading,
    link: deskAddress(listing, "/traffic", { traffic: { ...DEFAULT_VIEW.traffic, part } }),
  });
}

const placeFigure = (
  { id, place, counts }: Pick<BlackSpotFinding, "id" | "place" | "counts">,
  number: Listing["number"],
): Figure => ({ id, title: place.label, text: number(counts.crashes) });

const periodOf = (listing: Listing, from: string | null, to: string | null): string[] =>
  from && to ? [SCREEN_TRAFFIC_WORDS[listing.wording.language].period(from, to)] : [];

const useSpots = () =>
  useAnswer<BlackSpotFinding, BlackSpotSummary>("black-spots", useScreeningQuestion(), CRASH_LAYERS).answer;

export const spotFigures: PanelFigures = {
  useFigures: () => {
    const { number } = useListing();
    const answer = useSpots();
    return (answer?.findings ?? []).map((finding) => placeFigure(finding, number));
  },
  useBehind: (id) => {
    const listing = useListing();
    const answer = useSpots();
    const finding = answer?.findings.find((each) => each.id === id);
    if (!answer || !finding) return null;
    const { ruleSet, from, to } = answer.summary;
    return behindPlace(listing, finding, [listing.title(ruleSet.title), ...periodOf(listing, from, to)], "screening");
  },
};

const useWatched = () => useAnswer<WatchFinding, WatchSummary>("watch-list", useWatchQuestion(), CRASH_LAYERS).answer;

export const watchFigures: PanelFigures = {
  useFigures: () => {
    const { number } = useListing();
    const answer = useWatched();
    return (answer?.findings ?? []).map((finding) => placeFigure(finding, number));
  },
  useBehind: (id) => {
    const listing = useListing();
    const answer = useWatched();
    const finding = answer?.findings.find((each) => each.id === id);
    if (!answer || !finding) return null;
    const words = SCREEN_TRAFFIC_WORDS[listing.wording.language];
    const { ruleSet, by } = answer.summary;
    return behindPlace(listing, finding, [listing.title(ruleSet.title), ...(by ? [words.before(by)] : [])], "watch");
  },
};

/** More accidents than a list of them could hold on any screen. */
const MOST_ACCIDENTS = 20_000;

type Cell = { readonly weekday?: number; readonly hour?: number; readonly toHour?: number };

/** Casualty crashes of hours of the week within a period. */
function useTimedAccidents(
  cell: Cell | null,
  period: { readonly from: string; readonly to: string } | null,
): readonly TimedAccident[] | null {
  const question = { ...useTimesQuestion(), limit: MOST_ACCIDENTS, cell: cell ?? {}, ...period };
  return (
    useAnswer<TimedAccident, CrashTimesSummary>("crash-times", question, CRASH_LAYERS, cell !== null).answer
      ?.findings ?? null
  );
}

const useTimes = () =>
  useAnswer<TimedAccident, CrashTimesSummary>("crash-times", useTimesQuestion(), CRASH_LAYERS).answer?.summary ?? null;

const CELL = /^([1-7])-(\d{1,2})$/;

const timesLink = (listing: Listing): string =>
  deskAddress(listing, "/traffic", { traffic: { ...DEFAULT_VIEW.traffic, part: "times" } });

export const weekFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const summary = useTimes();
    if (!summary) return [];
    const { weekdays } = SCREEN_TRAFFIC_WORDS[listing.wording.language];
    return blocksOf(summary.matrix.casualty).map((count, place): Figure => {
      const [day, block] = [Math.floor(place / BLOCK_STARTS.length), place % BLOCK_STARTS.length];
      const hour = BLOCK_STARTS[block]!;
      return { id: `${day + 1}-${hour}`, title: hoursOf(weekdays[day]!, hour), text: listing.number(count) };
    });
  },
  useBehind: (id) => {
    const listing = useListing();
    const [, day, start] = CELL.exec(id) ?? [];
    const hour = Number(start);
    const cell = day === undefined ? null : { weekday: Number(day), hour, toHour: hour + HOURS - 1 };
    const found = useTimedAccidents(cell, null);
    const summary = useTimes();
    if (!found || !summary || !cell) return null;
    const words = SCREEN_TRAFFIC_WORDS[listing.wording.language];
    return accidentsBehind(
      listing,
      found.map((accident) => accident.id),
      {
        title: hoursOf(words.weekdays[cell.weekday - 1]!, hour),
        value: listing.number(found.length),
        reading: [listing.words.casualty, ...periodOf(listing, summary.from, summary.to)],
        link: timesLink(listing),
      },
    );
  },
};

const hoursOf = (weekday: string, hour: number): string => `${weekday} ${hour}:00–${hour + HOURS}:00`;

const MONTH = /^(\d{4})-(\d\d)$/;

/** The day after the last of a month, or of the days `MM-DD` that are compared. */
const dayAfter = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);

/** Whole days, the end exclusive. */
function periodBehind(
  id: string,
  summary: CrashTimesSummary | null,
): { readonly from: string; readonly to: string } | null {
  const [, year, month] = MONTH.exec(id) ?? [];
  if (year !== undefined) return { from: `${year}-${month}-01`, to: dayAfter(Number(year), Number(month) + 1, 0) };
  const comparison = summary?.comparison;
  const of = comparison && { now: comparison.year, before: comparison.withYear }[id];
  if (!of || !comparison) return null;
  const [lastMonth, lastDay] = comparison.toDay.split("-").map(Number) as [number, number];
  return { from: `${of}-${comparison.fromDay}`, to: dayAfter(of, lastMonth, lastDay) };
}

export const monthFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const summary = useTimes();
    const comparison = summary?.comparison;
    if (!summary || !comparison) return [];
    const compared = [
      { id: "now", year: comparison.year, count: comparison.now.casualty },
      { id: "before", year: comparison.withYear, count: comparison.before.casualty },
    ].map(({ id, year, count }) => ({ id, title: String(year), text: listing.number(count) }));
    const months = summary.months
      .filter(({ year, isPart }) => !isPart && (year === comparison.year || year === comparison.withYear))
      .map(({ year, month, casualty }) => {
        const id = `${year}-${String(month).padStart(2, "0")}`;
        return { id, title: id, text: listing.number(casualty) };
      });
    return [...compared, ...months];
  },
  useBehind: (id) => {
    const listing = useListing();
    const period = periodBehind(id, useTimes());
    const found = useTimedAccidents(period && {}, period);
    if (!found || !period) return null;
    return accidentsBehind(
      listing,
      found.map((accident) => accident.id),
      {
        title: id === "now" || id === "before" ? period.from.slice(0, 4) : id,
        value: listing.number(found.length),
        reading: [listing.words.casualty, ...periodOf(listing, period.from, period.to)],
        link: timesLink(listing),
      },
    );
  },
};
