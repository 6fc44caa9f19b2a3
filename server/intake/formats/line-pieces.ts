import { createReadStream } from "node:fs";
import { UnreadableFile } from "./delivery.ts";
import { MOST_LINE_BYTES } from "./limits.ts";

const LF = 0x0a;
const CR = 0x0d;
const CHUNK_BYTES = 1 << 20;

/** Where a long text may be cut: only where a line ends, or within a line as well, since its format has no lines. */
export type Cut = "at-lines" | "within-lines";

/**
 * The file in pieces that end where a line does, but for the last. No character is cut: in every encoding but UTF-16, a byte of
 * a line end is nothing else.
 */
export async function* linePieces(path: string, cut: Cut = "at-lines"): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const end = endOfLines(chunk) || (cut === "within-lines" ? endOfWords(chunk) : 0);
    if (end === 0) {
      kept.push(chunk);
      keptBytes += chunk.length;
      if (keptBytes > MOST_LINE_BYTES)
        throw new UnreadableFile("line-too-long", `a line is longer than ${MOST_LINE_BYTES / 1e6} MB`);
      continue;
    }
    yield Buffer.concat([...kept, chunk.subarray(0, end)]);
    kept = [chunk.subarray(end)];
    keptBytes = chunk.length - end;
  }
  if (keptBytes > 0) yield Buffer.concat(kept);
}

/** Bytes below the digits are blanks and signs, and never the second half of a character. */
function endOfWords(chunk: Buffer): number {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1]! >= 0x30) end--;
  return end;
}

function endOfLines(chunk: Buffer): number {
  const lineFeed = chunk.lastIndexOf(LF);
  if (lineFeed >= 0) return lineFeed + 1;
  // Old Macintosh line ends; one at the very end may be the first half of CR LF.
  return chunk.lastIndexOf(CR, chunk.length - 2) + 1;
}

/** Each line without its end, which is LF, CR LF or CR. */
export function* linesOf(piece: Buffer): Generator<Buffer> {
  let start = 0;
  for (let at = 0; at < piece.length; at++) {
    const byte = piece[at];
    if (byte !== LF && byte !== CR) continue;
    yield piece.subarray(start, at);
    if (byte === CR && piece[at + 1] === LF) at++;
    start = at + 1;
  }
  if (start < piece.length) yield piece.subarray(start);
}

export function countLineEnds(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) count++;
  for (let at = piece.indexOf(CR); at >= 0; at = piece.indexOf(CR, at + 1)) if (piece[at + 1] !== LF) count++;
  return count;
}
