/** @returns the list with one item moved by some places, not beyond either end. */
export function movedItem<Item>(list: readonly Item[], item: Item, by: number): Item[] {
  const at = list.indexOf(item);
  if (at < 0) return [...list];
  const others = list.filter((_, place) => place !== at);
  const to = Math.max(0, Math.min(others.length, at + by));
  return [...others.slice(0, to), item, ...others.slice(to)];
}
