import { gradeDistricts, PROPOSED_REASONS } from "#data/wall/district-risk.ts";
import { rowsOfDistrict } from "#data/wall/district-rows.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { type Listing, ledgerOf, rowGroup, useListing } from "./listing.ts";
import { refsOf } from "./refs.ts";

/** The figure of what names no district. */
export const WITHOUT_DISTRICT = "none";

const snapshotsOf = ({ ledgers }: Listing) =>
  new Map(ledgers.map(({ definition, snapshot }) => [definition.id, snapshot]));

/** What gives a district its colour, reason by reason. */
export function behindDistrict(listing: Listing, id: string): Behind | null {
  const { wording, words, number } = listing;
  const code = id === WITHOUT_DISTRICT ? null : id;
  const reasons = rowsOfDistrict(snapshotsOf(listing), code);
  const screen = SCREEN_WORDS[wording.language];
  const count = reasons.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    title: code === null ? words.withoutDistrict : (wording.districts.get(code) ?? code),
    value: number(count),
    reading: [screen.districtRule],
    layers: [...new Set(PROPOSED_REASONS.map(({ layer }) => layer))],
    groups: reasons.flatMap(({ reason, rows }) => {
      const ledger = ledgerOf(listing, reason.layer);
      return ledger ? [rowGroup(listing, ledger, rows, { heading: screen.reasons[reason.id] ?? reason.id })] : [];
    }),
    marked: reasons.flatMap(({ reason, rows }) => refsOf(reason.layer, rows)),
    filters: {},
    link: null,
  };
}

export const districtFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { districts, withoutDistrict } = gradeDistricts(snapshotsOf(listing));
    const figures = districts.map(({ code, name, counts }): Figure => {
      const found = counts.reduce((sum, { count }) => sum + count, 0);
      return { id: code, title: name, text: listing.number(found) };
    });
    if (withoutDistrict === 0) return figures;
    const without = { title: listing.words.withoutDistrict, text: listing.number(withoutDistrict) };
    return [...figures, { id: WITHOUT_DISTRICT, ...without }];
  },
  useBehind: (id) => behindDistrict(useListing(), id),
};
