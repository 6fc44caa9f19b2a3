import { getLayer } from "#data/layers/index.ts";
import { type CountFigure, countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { findOverdueServices, findUnusableSources } from "#data/wall/water-service.ts";
import { SCREEN_WATER_WORDS } from "../../../messages/screen-water.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { behindCount } from "./count-figures.ts";
import { idGroup } from "./id-group.ts";
import { type Listing, ledgerOf, useListing } from "./listing.ts";

/** A source as its panel names it, with what the list goes by. */
interface NamedSource {
  readonly id: string;
  readonly name: string;
  /** What is with it, as short as a title has room for. */
  readonly value: string;
  readonly amount: string;
}

/** A panel that names the water sources which a figure counts. */
interface SourceList {
  readonly figure: CountFigure;
  readonly sourcesOf: (listing: Listing) => readonly NamedSource[];
}

const waterOf = (listing: Listing) => ledgerOf(listing, "water-sources");

export const UNUSABLE: SourceList = {
  figure: LEDGER_FIGURES["water-unusable"],
  sourcesOf: (listing) => {
    const words = SCREEN_WATER_WORDS[listing.wording.language];
    const states = getLayer("water-sources").attributes.state;
    const titles = states?.type === "code" ? states.values : [];
    const ledger = waterOf(listing);
    return (ledger ? findUnusableSources(ledger.snapshot) : []).map(({ id, code, name, state, seenOn }) => {
      const title = titles.find((each) => each.code === state)?.title;
      const value = title ? listing.title(title) : state;
      return { id, name: name || code, value, amount: `${value} · ${seenOn ?? words.noDay}` };
    });
  },
};

export const OVERDUE: SourceList = {
  figure: LEDGER_FIGURES["water-service-overdue"],
  sourcesOf: (listing) => {
    const words = SCREEN_WATER_WORDS[listing.wording.language];
    const ledger = waterOf(listing);
    return (ledger ? findOverdueServices(ledger.snapshot, listing.today) : []).map(
      ({ id, code, name, dueOn, daysOver }) => {
        const value = words.daysOver(listing.number(daysOver));
        return { id, name: name || code, value, amount: `${dueOn} · ${value}` };
      },
    );
  },
};

/** All that the panel names, in its order, and apart those of which the ledger cannot tell; or one of them. */
export function behindSources(listing: Listing, { figure, sourcesOf }: SourceList, id: string): Behind | null {
  const all = behindCount(listing, figure);
  const ledger = waterOf(listing);
  if (!all || !ledger) return null;
  const sources = sourcesOf(listing);
  const amountOf = ({ amount }: NamedSource) => amount;
  if (id === figure.id) {
    const [counted, ...rest] = all.groups;
    const { group } = idGroup(listing, ledger, sources, { heading: counted!.heading, amountOf });
    return { ...all, groups: [group, ...rest] };
  }
  const source = sources.find((each) => each.id === id);
  if (!source) return null;
  const { group, marked } = idGroup(listing, ledger, [source], { amountOf });
  return { ...all, title: source.name, value: source.value, groups: [group], marked };
}

const sourceListFigures = (list: SourceList): PanelFigures => ({
  useFigures: () => {
    const listing = useListing();
    const { figure, sourcesOf } = list;
    const ledger = waterOf(listing);
    if (!ledger || ledger.snapshot.count === 0) return [];
    const { value } = countFigure(figure, ledger.snapshot, listing.today);
    const all: Figure = { id: figure.id, title: listing.title(figure.title), text: listing.number(value) };
    return [all, ...sourcesOf(listing).map(({ id, name, value: text }) => ({ id, title: name, text }))];
  },
  useBehind: (id) => behindSources(useListing(), list, id),
});

export const unusableFigures = sourceListFigures(UNUSABLE);

export const overdueFigures = sourceListFigures(OVERDUE);
