export interface TextPart {
  readonly part: string;
  readonly isMatch: boolean;
  readonly start: number;
}

/** Cuts a text where the words of a query stand in it, whatever their case and width. */
export function markMatches(text: string, query: string): TextPart[] {
  // Letter by letter, so that a place in the folded text is the same place in the text.
  const folded = Array.from(text, fold).map((letter, i) => (letter.length === 1 ? letter : Array.from(text)[i]!));
  const letters = Array.from(text);
  const isMatch = new Array<boolean>(letters.length).fill(false);
  for (const word of query.split(/\s+/).filter(Boolean)) {
    const wanted = Array.from(fold(word));
    for (let at = 0; at + wanted.length <= folded.length; at++)
      if (wanted.every((letter, i) => folded[at + i] === letter)) isMatch.fill(true, at, at + wanted.length);
  }
  const parts: { part: string; isMatch: boolean; start: number }[] = [];
  for (const [i, letter] of letters.entries()) {
    const last = parts.at(-1);
    if (last && last.isMatch === isMatch[i]) last.part += letter;
    else parts.push({ part: letter, isMatch: isMatch[i]!, start: i });
  }
  return parts;
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
