import type { TextPiece } from "./decode-text.ts";
import type { Delimiter } from "./delivery.ts";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const LINES = 30;

/** The delimiter that stands equally often in the most lines; decimal commas vary, and are missing in the header. */
export async function findDelimiter(pieces: AsyncIterable<TextPiece>): Promise<Delimiter> {
  for await (const { text } of pieces) return judge(text);
  return ",";
}

function judge(text: string): Delimiter {
  const counts = countPerLine(text.slice(0, 200_000));
  const scored = DELIMITERS.map((delimiter, index) => {
    const perLine = counts.map((line) => line[index]!);
    const usual = mostFrequent(perLine.filter((count) => count > 0));
    return { delimiter, usual, lines: perLine.filter((count) => count === usual).length };
  }).filter(({ usual }) => usual > 0);
  scored.sort((a, b) => b.lines - a.lines || b.usual - a.usual);
  return scored[0]?.delimiter ?? ",";
}

/** How often each delimiter stands outside quotes, in each of the first lines that are not empty. */
function countPerLine(text: string): number[][] {
  const lines: number[][] = [];
  let line = [0, 0, 0];
  let quoted = false;
  let empty = true;
  for (const character of text) {
    if (character === "\n" && !quoted) {
      if (!empty) lines.push(line);
      if (lines.length === LINES) return lines;
      line = [0, 0, 0];
      empty = true;
      continue;
    }
    empty = false;
    if (character === '"') quoted = !quoted;
    const index = quoted ? -1 : (DELIMITERS as readonly string[]).indexOf(character);
    if (index >= 0) line[index]!++;
  }
  if (!empty) lines.push(line);
  return lines;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
