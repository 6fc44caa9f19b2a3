import { rowValue } from "#data/snapshot/to-geojson.ts";
import type { DeadlineStanding, HouseDeadline } from "#data/wall/house-deadline.ts";
import { SCREEN_HOUSE_WORDS } from "../../../messages/screen-houses.ts";
import { findRow } from "../../../state/features.ts";
import { useDeadline } from "../houses/use-deadline.ts";
import type { Behind, PanelFigures } from "./behind.ts";
import { idGroup } from "./id-group.ts";
import { deskAddress, type Listing, ledgerOf, useListing } from "./listing.ts";

/** What a district's line counts, in its order. */
export const DEADLINE_STANDINGS = ["in-time", "late", "open"] as const satisfies readonly DeadlineStanding[];

/** The figures of houses that name no district, that cannot be told of, and that state no grade. */
export const [IN_NO_DISTRICT, UNKNOWN, WITHOUT_GRADE] = ["none", "unknown", "without-grade"];

export const deadlineId = (district: string, standing: DeadlineStanding): string => `${district}-${standing}`;

/** A number of the panel: its houses, and apart those of which nobody can tell. */
export interface DeadlineNumber {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly groups: readonly { readonly heading: string | null; readonly ids: readonly string[] }[];
  /** CQL2 text. */
  readonly filter: string;
}

const DANGEROUS = "grade IN ('C', 'D')";

const wordsOf = ({ wording }: Listing) => SCREEN_HOUSE_WORDS[wording.language];

/** @param daysOver - since the deadline; below 0 it is ahead. */
export function deadlineNumbers(listing: Listing, tally: HouseDeadline, daysOver: number): DeadlineNumber[] {
  const words = wordsOf(listing);
  const { districts, elsewhere, withoutGrade } = tally;
  const [, inTime, late] = words.deadlineColumns;
  const names: Readonly<Record<DeadlineStanding, string>> = {
    "in-time": inTime,
    late,
    open: words.openWord[daysOver > 0 ? "after" : "before"],
    unknown: words.standings.unknown,
  };
  const headed = (standing: DeadlineStanding, ids: readonly string[]) => ({ heading: names[standing], ids });
  const numbers = districts.flatMap(({ code, name, ids }) =>
    DEADLINE_STANDINGS.map((standing): DeadlineNumber => {
      const counted = ids[standing];
      return {
        id: deadlineId(code, standing),
        title: `${names[standing]} · ${name || code}`,
        value: counted.length,
        groups:
          ids.unknown.length > 0
            ? [headed(standing, counted), headed("unknown", ids.unknown)]
            : [{ heading: null, ids: counted }],
        filter: DANGEROUS,
      };
    }),
  );
  const unknown = [...districts, ...(elsewhere ? [elsewhere] : [])].flatMap(({ ids }) => ids.unknown);
  const single = (id: string, title: string, ids: readonly string[], filter: string): DeadlineNumber[] =>
    ids.length > 0 ? [{ id, title, value: ids.length, groups: [{ heading: null, ids }], filter }] : [];
  return [
    ...numbers,
    ...(elsewhere
      ? [
          {
            id: IN_NO_DISTRICT,
            title: words.noDistrict,
            value: elsewhere.houses,
            groups: [...DEADLINE_STANDINGS, "unknown" as const]
              .filter((standing) => elsewhere.ids[standing].length > 0)
              .map((standing) => headed(standing, elsewhere.ids[standing])),
            filter: DANGEROUS,
          },
        ]
      : []),
    ...single(UNKNOWN, words.standings.unknown, unknown, DANGEROUS),
    ...single(WITHOUT_GRADE, words.standings.withoutGrade, withoutGrade, "grade IS NULL"),
  ];
}

/** The houses of a number, each with its grade and the day on which it was closed. */
export function behindDeadline(listing: Listing, number: DeadlineNumber, daysOver: number): Behind | null {
  const words = wordsOf(listing);
  const ledger = ledgerOf(listing, "houses");
  if (!ledger) return null;
  const { definition, snapshot } = ledger;
  const amountOf = ({ id }: { readonly id: string }): string => {
    const row = findRow(listing.ledgers, { layer: "houses", id })!;
    return ["grade", "closedOn"]
      .map((name) => rowValue(snapshot, definition, name, row))
      .filter((value) => value !== null)
      .join(" · ");
  };
  const groups = number.groups.map(({ heading, ids }) =>
    idGroup(
      listing,
      ledger,
      ids.map((id) => ({ id })),
      { heading, amountOf },
    ),
  );
  return {
    title: number.title,
    value: listing.number(number.value),
    reading: [daysOver > 0 ? words.passed(listing.number(daysOver)) : words.left(listing.number(-daysOver))],
    layers: ["houses"],
    groups: groups.map(({ group }) => group),
    marked: groups.flatMap(({ marked }) => marked),
    filters: { houses: number.filter },
    link: deskAddress(listing, "/", { layers: ["houses"], filters: { houses: number.filter } }),
  };
}

export const deadlineFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const { tally, daysOver } = useDeadline();
    return deadlineNumbers(listing, tally, daysOver).map(({ id, title, value }) => ({
      id,
      title,
      text: listing.number(value),
    }));
  },
  useBehind: (id) => {
    const listing = useListing();
    const { tally, daysOver } = useDeadline();
    const number = deadlineNumbers(listing, tally, daysOver).find((each) => each.id === id);
    return number ? behindDeadline(listing, number, daysOver) : null;
  },
};
