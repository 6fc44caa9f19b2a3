import { isWithin } from "../geometry/distance.ts";
import { forEachBoxPair } from "../geometry/near-pairs.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { rowOutline } from "./rows.ts";

/** Houses that count as one protected object. */
export interface HouseGroup {
  readonly houses: number;
  /** `null` when one of them has no number. */
  readonly people: number | null;
}

/** Up to so many storeys a house is low, and counted with its neighbours (GB 36894-2018, 3.1, from memory). */
const LOW_STOREYS = 3;

/**
 * Groups of low houses that stand at most a distance apart, outline to outline, house by house; a higher house is a group of its own, and
 * one whose storeys nobody counted is taken for low.
 *
 * @param withinM - 0 groups only houses that touch; the standard gives no distance.
 * @returns the group of each row.
 */
export function groupHouses(houses: Snapshot, withinM: number): readonly HouseGroup[] {
  const parents = Array.from({ length: houses.count }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[row] !== root) [parents[row], row] = [root, parents[row]!];
    return root;
  };
  const storeys = houses.columns.storeysAbove;
  const isLow = (row: number) => !(storeys?.type === "number" && storeys.numbers[row]! > LOW_STOREYS);
  if (houses.count > 1)
    forEachBoxPair(houses.boxes, null, withinM, (a, b) => {
      if (!isLow(a) || !isLow(b) || rootOf(a) === rootOf(b)) return;
      if (isWithin(rowOutline(houses, a), rowOutline(houses, b), withinM)) parents[rootOf(a)] = rootOf(b);
    });
  const people = houses.columns.people;
  const sums = new Map<number, { houses: number; people: number | null }>();
  for (let row = 0; row < houses.count; row++) {
    const own = people?.type === "number" && !Number.isNaN(people.numbers[row]) ? people.numbers[row]! : null;
    const sum = sums.get(rootOf(row));
    if (!sum) sums.set(rootOf(row), { houses: 1, people: own });
    else {
      sum.houses++;
      sum.people = sum.people === null || own === null ? null : sum.people + own;
    }
  }
  return Array.from({ length: houses.count }, (_, row) => sums.get(rootOf(row))!);
}
