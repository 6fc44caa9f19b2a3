import type { FeatureRef } from "../../../map/picture.ts";
import { findRow } from "../../../state/features.ts";
import type { Ledger } from "../../../state/ledgers.ts";
import type { ListedGroup } from "./behind.ts";
import { type Listing, lineOf } from "./listing.ts";

/**
 * A group of features of one ledger by their ids, in the order given. Those that are no longer in the ledger are counted and not listed.
 *
 * @param more.count - how many there are, where `found` holds the first of them only.
 */
export function idGroup<Found extends { readonly id: string }>(
  listing: Listing,
  ledger: Ledger,
  found: readonly Found[],
  more: {
    readonly heading?: string | null;
    readonly count?: number;
    readonly amountOf?: (each: Found) => string;
  } = {},
): { readonly group: ListedGroup; readonly marked: readonly FeatureRef[] } {
  const { heading = null, count = found.length, amountOf } = more;
  const layer = ledger.definition.id;
  const there = found.flatMap((each) => {
    const row = findRow(listing.ledgers, { layer, id: each.id });
    return row === null ? [] : [{ each, row }];
  });
  return {
    group: {
      heading,
      count,
      listed: there.length,
      lineOf: (place) => {
        const { each, row } = there[place]!;
        return lineOf(listing, ledger, row, amountOf?.(each));
      },
    },
    marked: there.map(({ row }) => ({ layer, row })),
  };
}
