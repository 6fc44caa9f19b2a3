import { type CountFigure, countFigure, rowsOfFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import type { CountPanel } from "#data/wall/panels.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { deskAddress, filterWords, type Listing, ledgerOf, rowGroup, useListing } from "./listing.ts";
import { refsOf } from "./refs.ts";

/** The features that a figure counts and, apart, those of which the ledger cannot tell. */
export function behindCount(listing: Listing, figure: CountFigure): Behind | null {
  const ledger = ledgerOf(listing, figure.layer);
  if (!ledger) return null;
  const { snapshot } = ledger;
  const { words, title, number } = listing;
  const { value, filter } = countFigure(figure, snapshot, listing.today);
  const { matching, unknown } = rowsOfFigure(figure, snapshot, listing.today);
  return {
    title: title(figure.title),
    value: number(value),
    reading: [
      ...(figure.reading ? [title(figure.reading)] : filterWords(listing, ledger, filter)),
      ...(filter === "" ? [words.all] : []),
    ],
    layers: [figure.layer],
    groups: [
      rowGroup(listing, ledger, matching, { heading: unknown.length > 0 ? words.counted : null }),
      ...(unknown.length > 0 ? [rowGroup(listing, ledger, unknown, { heading: words.cannotTell })] : []),
    ],
    marked: refsOf(figure.layer, [...matching, ...unknown]),
    filters: { [figure.layer]: unknown.length > 0 ? "" : filter },
    link: deskAddress(listing, "/", {
      layers: [figure.layer],
      filters: filter === "" ? {} : { [figure.layer]: filter },
    }),
  };
}

/** The figures of a panel of numbers. */
export const countPanelFigures = (panel: CountPanel): PanelFigures => ({
  useFigures: () => {
    const listing = useListing();
    return panel.figures.flatMap((id): Figure[] => {
      const figure: CountFigure = LEDGER_FIGURES[id];
      const ledger = ledgerOf(listing, figure.layer);
      if (!ledger) return [];
      const { value } = countFigure(figure, ledger.snapshot, listing.today);
      return [{ id, title: listing.title(figure.title), text: listing.number(value) }];
    });
  },
  useBehind: (id) => {
    const listing = useListing();
    const figure = panel.figures.find((each) => each === id);
    return figure ? behindCount(listing, LEDGER_FIGURES[figure]) : null;
  },
});
