/**
 * How many characters must be put in, left out or replaced to make one text of the other (Levenshtein).
 *
 * @returns a number above `most` as soon as it must be above it.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}

/** One in three characters may be wrong, and one in a word of two. */
const mostEdits = (length: number): number => (length < 2 ? 0 : Math.max(1, Math.floor(length / 3)));

/**
 * How near a text is to a spelling, both folded: 1 equal, 0 not near. One that holds the other counts by the share that it holds.
 */
export function nearness(text: string, spelling: string): number {
  if (text === spelling) return 1;
  const [shorter, longer] = text.length < spelling.length ? [text, spelling] : [spelling, text];
  if (shorter.length >= 2 && longer.includes(shorter)) return 0.5 + (0.5 * shorter.length) / longer.length;
  const most = mostEdits(longer.length);
  const edits = most === 0 ? 1 : editDistance(text, spelling, most);
  return edits > most ? 0 : 1 - edits / longer.length;
}
