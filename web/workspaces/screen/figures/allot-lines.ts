/** How many lines a group gets: its heading, its features, and one that counts the others where not all are listed. */
export interface AllottedGroup {
  readonly listed: number;
  readonly hasMore: boolean;
}

/**
 * Shares the lines of a list among its groups. Each group is heard of before the first is listed to its end; what is left goes to the
 * first ones.
 *
 * @param lines - that there is room for, headings and lines that count the others included.
 * @param groups - what each has, what of it can be listed, and whether it has a heading.
 */
export function allotLines(
  lines: number,
  groups: readonly { readonly count: number; readonly listed: number; readonly hasHeading: boolean }[],
): AllottedGroup[] {
  let left = lines - groups.filter(({ hasHeading }) => hasHeading).length;
  // A group that is not listed whole needs the line that counts the others.
  const needed = ({ count, listed }: (typeof groups)[number], wanted: number) =>
    Math.min(wanted, listed) < count ? Math.min(wanted, listed) + 1 : count;
  const shares = groups.map((group) => {
    const share = Math.max(0, Math.min(left, needed(group, 1)));
    left -= share;
    return share;
  });
  groups.forEach((group, place) => {
    const more = Math.max(0, Math.min(left, needed(group, group.listed) - shares[place]!));
    shares[place]! += more;
    left -= more;
  });
  return groups.map(({ count, listed }, place) => {
    const share = shares[place]!;
    if (share >= count && listed >= count) return { listed: count, hasMore: false };
    return { listed: Math.max(0, Math.min(share - 1, listed)), hasMore: count > 0 };
  });
}
