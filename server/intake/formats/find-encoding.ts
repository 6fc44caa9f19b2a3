import { isUtf8 } from "node:buffer";
import { decodeText } from "./decode-text.ts";
import { UnreadableFile } from "./delivery.ts";
import { type EncodingFinding, EncodingSurvey, findDecoder } from "./encoding-survey.ts";
import { type Cut, countLineEnds, linePieces, linesOf } from "./line-pieces.ts";

/** The encoding that a byte order mark names. Spreadsheets write one before UTF-16 ("Unicode text") and UTF-8. */
export function encodingByMark(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
}

/**
 * UTF-16 without a mark: figures and commas have a zero byte in one half of their pair, always the same.
 *
 * @param head - the first some ten thousand bytes.
 */
export function wideByZeros(head: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  const many = Math.max(4, head.length / 20);
  if (odd > many && even * 20 < odd) return "utf-16le";
  return even > many && odd * 20 < even ? "utf-16be" : null;
}

/**
 * @param stated - what a person said; it must hold.
 * @throws UnreadableFile when it does not, with what would.
 */
export async function findEncoding(
  path: string,
  head: Buffer,
  stated: string | undefined,
  cut?: Cut,
): Promise<EncodingFinding> {
  const mark = encodingByMark(head);
  if (stated !== undefined) return checkStated(path, head, stated, mark, cut);
  if (mark?.startsWith("utf-16")) return certain(mark, "mark");
  const wide = mark === null ? wideByZeros(head) : null;
  if (wide) return certain(wide, "guess");
  const found = await survey(path, cut);
  return mark === null ? found : { ...found, encoding: { id: mark, sure: "mark", others: [] } };
}

const certain = (id: string, sure: "mark" | "guess" | "stated"): EncodingFinding => ({
  encoding: { id, sure, others: [] },
  mixed: false,
  firstBadLine: null,
});

async function survey(path: string, cut?: Cut): Promise<EncodingFinding> {
  const lines = new EncodingSurvey();
  for await (const piece of linePieces(path, cut)) {
    if (isUtf8(piece)) lines.addUtf8(piece, countLineEnds(piece));
    else for (const line of linesOf(piece)) lines.add(line);
  }
  return lines.conclude();
}

async function checkStated(
  path: string,
  head: Buffer,
  stated: string,
  mark: string | null,
  cut?: Cut,
): Promise<EncodingFinding> {
  const encoding = findDecoder(stated)?.encoding;
  if (!encoding)
    throw new UnreadableFile(
      "unknown-encoding",
      `there is no encoding ${stated}; utf-8 and gb18030 are the usual ones`,
    );
  if (mark && mark !== encoding)
    throw new UnreadableFile("wrong-encoding", `the file begins with the mark of ${mark} and is not ${encoding}`);
  for await (const { badLines } of decodeText(path, encoding, false, cut)) {
    if (badLines.length === 0) continue;
    const found = await findEncoding(path, head, undefined, cut);
    throw new UnreadableFile(
      "wrong-encoding",
      `line ${badLines[0]} is not in ${encoding}; ${found.encoding.id} fits ${found.firstBadLine === null ? "" : "most lines "}better`,
    );
  }
  return certain(encoding, mark ? "mark" : "stated");
}
