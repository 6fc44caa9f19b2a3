import { type NearHouse, PERHAPS_DANGEROUS } from "#data/wall/houses-near-hazards.ts";
import { SCREEN_HOUSE_WORDS } from "../../../messages/screen-houses.ts";
import { metres } from "../../../ui/quantities.ts";
import { type NearGroup, nearGroups } from "../houses/near-groups.ts";
import { NEAR_LAYERS, useHousesTooNear, useNearHouses } from "../houses/use-near-houses.ts";
import { MAJOR_SOURCES } from "../major-sources.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { idGroup } from "./id-group.ts";
import { deskAddress, type Listing, ledgerOf, useListing } from "./listing.ts";

const FILTERS = { houses: PERHAPS_DANGEROUS, "hazard-sources": MAJOR_SOURCES };

const wordsOf = ({ wording }: Listing) => SCREEN_HOUSE_WORDS[wording.language];

/** A part of the number above it names that, too. */
function titleOf(listing: Listing, id: NearGroup["id"]): string {
  const words = wordsOf(listing);
  return id === "inUse" || id === "inBusiness" ? `${words.within} · ${words[id]}` : words[id];
}

const amountOf = ({ grade, distanceM }: NearHouse): string => `${grade} · ${metres(distanceM)}`;

/** The houses of a number, the nearest first, and apart those of which the ledger cannot tell. */
export function behindNear(listing: Listing, { id, houses, cannotTell }: NearGroup): Behind | null {
  const ledger = ledgerOf(listing, "houses");
  if (!ledger) return null;
  const { words, number } = listing;
  const known = idGroup(listing, ledger, houses, { heading: cannotTell.length > 0 ? words.counted : null, amountOf });
  const unknown = idGroup(
    listing,
    ledger,
    cannotTell.map((house) => ({ id: house })),
    { heading: words.cannotTell },
  );
  const groups = cannotTell.length > 0 ? [known, unknown] : [known];
  return {
    title: titleOf(listing, id),
    value: number(houses.length),
    reading: [wordsOf(listing).screeningSource, words.outline],
    layers: NEAR_LAYERS,
    groups: groups.map(({ group }) => group),
    marked: groups.flatMap(({ marked }) => marked),
    filters: FILTERS,
    link: deskAddress(listing, "/", { layers: NEAR_LAYERS, filters: FILTERS }),
  };
}

/** One house, and the hazard source that it is nearest to. */
export function behindNearHouse(listing: Listing, house: NearHouse): Behind | null {
  const [houses, hazards] = NEAR_LAYERS.map((layer) => ledgerOf(listing, layer));
  if (!houses) return null;
  const itself = idGroup(listing, houses, [house], { amountOf });
  const nearest = hazards && house.origin !== null ? idGroup(listing, hazards, [{ id: house.origin }]) : null;
  return {
    title: house.name || house.code,
    value: metres(house.distanceM),
    reading: [listing.words.outline],
    layers: NEAR_LAYERS,
    groups: [
      itself.group,
      ...(nearest ? [{ ...nearest.group, heading: listing.title(hazards!.definition.title) }] : []),
    ],
    marked: [...itself.marked, ...(nearest?.marked ?? [])],
    filters: FILTERS,
    link: null,
  };
}

function useNumbers() {
  const { near } = useNearHouses();
  const { judged } = useHousesTooNear();
  return { groups: nearGroups(near, judged), dangerous: near?.dangerous ?? [] };
}

export const nearHouseFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { groups, dangerous } = useNumbers();
    const numbers = groups.map(
      ({ id, houses }): Figure => ({ id, title: titleOf(listing, id), text: listing.number(houses.length) }),
    );
    return [
      ...numbers,
      ...dangerous.map(({ id, name, code, distanceM }) => ({ id, title: name || code, text: metres(distanceM) })),
    ];
  },
  useBehind: (figure) => {
    const listing = useListing();
    const { groups, dangerous } = useNumbers();
    const group = groups.find(({ id }) => id === figure);
    const house = dangerous.find(({ id }) => id === figure);
    return group ? behindNear(listing, group) : house ? behindNearHouse(listing, house) : null;
  },
};
