/** So many items of a list, evenly spread over it, in its order; all of them when there are no more. */
export const thinned = <T>(items: readonly T[], count: number): T[] =>
  items.filter((_, i) => Math.floor(((i + 1) * count) / items.length) > Math.floor((i * count) / items.length));
