import { getGradeLook } from "#data/wall/alarms/grades.ts";
import { districtCode } from "#data/wall/district-codes.ts";
import { PANELS } from "#data/wall/panels.ts";
import type { DutyView, FeedSource, WarningView } from "../../../api-feeds.ts";
import { SCREEN_FEED_WORDS, type ScreenFeedWords } from "../../../messages/screen-feeds.ts";
import type { Ledger } from "../../../state/ledgers.ts";
import { dayAndClock } from "../incident/clock-text.ts";
import { useDuty, useSources, useWarnings } from "../incident/use-feeds.ts";
import { useNow } from "../incident/use-now.ts";
import { holdsText } from "../incident/warning-text.ts";
import type { Behind, Figure, ListedGroup, PanelFigures } from "./behind.ts";
import { type Listing, ledgerOf, rowGroup, useListing } from "./listing.ts";
import { refsOf } from "./refs.ts";

/** The figure of all that the panel lists. */
export const ALL_NEWS = "all";

/** What came by feeds, from where, and when it is read; `now` in milliseconds since 1970. */
interface News<Message> {
  readonly messages: readonly Message[];
  readonly sources: readonly Pick<FeedSource, "title" | "receivedAt">[];
  readonly now: number;
}

const wordsOf = ({ wording }: Listing) => SCREEN_FEED_WORDS[wording.language];

const panelTitle = (listing: Listing, panel: string): string =>
  listing.title(PANELS.find(({ id }) => id === panel)!.title);

/** What no ledger holds: its sources stand for the age of the data. */
const sourceNotes = (words: ScreenFeedWords, { sources, now }: Pick<News<unknown>, "sources" | "now">): string[] =>
  sources.map(({ title, receivedAt }) =>
    receivedAt === null
      ? words.sourceSilent(title)
      : words.sourceHeard(title, words.age(Math.max(0, Math.floor((now - Date.parse(receivedAt)) / 1_000)))),
  );

const warningTitle = (words: ScreenFeedWords, { kind, headline }: WarningView): string =>
  `${words.weatherKinds[kind]} ${headline}`;

/** Districts by name: where one lies it says itself. */
function areaGroup(listing: Listing, areas: Ledger, rows: readonly number[]): ListedGroup {
  const group = rowGroup(listing, areas, rows, { heading: listing.title(areas.definition.title) });
  return { ...group, lineOf: (place) => ({ ...group.lineOf(place), where: "", amount: "" }) };
}

/** All warnings, or one with the districts that it is for: the map moves to them. */
export function behindWarnings(listing: Listing, figure: string, news: News<WarningView>): Behind | null {
  const words = wordsOf(listing);
  const { messages, now } = news;
  const shown = figure === ALL_NEWS ? messages : messages.filter(({ id }) => id === figure);
  const [first] = shown;
  if (!first) return null;
  const isOne = figure !== ALL_NEWS;
  const areas = ledgerOf(listing, "districts");
  const rows = Array.from({ length: isOne && areas ? areas.snapshot.count : 0 }, (_, row) => row).filter((row) =>
    first.districts.includes(districtCode(areas!.snapshot, row)),
  );
  return {
    title: isOne ? warningTitle(words, first) : panelTitle(listing, "weather"),
    value: isOne ? getGradeLook(first.grade).numeral : listing.number(shown.length),
    reading: [
      ...(isOne ? [`${words.issued(dayAndClock(first.issuedAt, now))} ${first.areaName}`] : []),
      ...sourceNotes(words, news),
    ],
    layers: [],
    groups: [
      {
        heading: null,
        count: shown.length,
        lineOf: (place) => {
          const warning = shown[place]!;
          return {
            key: warning.id,
            name: warningTitle(words, warning),
            code: getGradeLook(warning.grade).numeral,
            where: warning.areaName,
            amount: holdsText(warning, words, now),
            isSimulated: warning.simulated,
          };
        },
      },
      ...(areas && rows.length > 0 ? [areaGroup(listing, areas, rows)] : []),
    ],
    marked: refsOf("districts", rows),
    filters: rows.length > 0 ? { districts: "" } : {},
    link: null,
  };
}

/** Everybody on duty, as the server lets them be shown. */
export function behindDuty(listing: Listing, news: News<DutyView>): Behind | null {
  const words = wordsOf(listing);
  const { messages: shifts, now } = news;
  if (shifts.length === 0) return null;
  return {
    title: panelTitle(listing, "duty"),
    value: listing.number(shifts.length),
    reading: [words.callsFor, ...sourceNotes(words, news)],
    layers: [],
    groups: [
      {
        heading: null,
        count: shifts.length,
        lineOf: (place) => {
          const { id, unit, role, name, phoneEnding, to, simulated } = shifts[place]!;
          return {
            key: id,
            name: role === null ? unit : `${unit} ${role}`,
            code: "",
            where: phoneEnding === null ? name : `${name} ${words.phoneEnding(phoneEnding)}`,
            amount: words.until(dayAndClock(to, now)),
            isSimulated: simulated,
          };
        },
      },
    ],
    marked: [],
    filters: {},
    link: null,
  };
}

export const weatherFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const words = wordsOf(listing);
    const { answer: warnings = [] } = useWarnings();
    if (warnings.length === 0) return [];
    return [
      { id: ALL_NEWS, title: panelTitle(listing, "weather"), text: listing.number(warnings.length) },
      ...warnings.map(
        (warning): Figure => ({
          id: warning.id,
          title: warningTitle(words, warning),
          text: getGradeLook(warning.grade).numeral,
        }),
      ),
    ];
  },
  useBehind: (figure) => {
    const listing = useListing();
    const { answer: messages = [] } = useWarnings();
    const sources = useSources("weather") ?? [];
    return behindWarnings(listing, figure, { messages, sources, now: useNow() });
  },
};

export const dutyFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { answer: shifts = [] } = useDuty();
    if (shifts.length === 0) return [];
    return [{ id: ALL_NEWS, title: panelTitle(listing, "duty"), text: listing.number(shifts.length) }];
  },
  useBehind: (figure) => {
    const listing = useListing();
    const { answer: messages = [] } = useDuty();
    const sources = useSources("roster") ?? [];
    const now = useNow();
    return figure === ALL_NEWS ? behindDuty(listing, { messages, sources, now }) : null;
  },
};
