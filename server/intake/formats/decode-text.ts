import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { UnreadableFile } from "./delivery.ts";
import { decodes, findDecoder, hasWideCharacter } from "./encoding-survey.ts";
import { type Cut, linePieces, linesOf } from "./line-pieces.ts";

export interface TextPiece {
  /** Whole lines (but in UTF-16, and of texts that are cut within lines), all ended by LF. */
  readonly text: string;
  /** Numbers, from 1, of lines whose bytes are not in the encoding; they stand in the text with U+FFFD. */
  readonly badLines: readonly number[];
}

/** @param mixed - lines of UTF-8 among those of another encoding are bad lines too, although they may decode. */
export function decodeText(path: string, encoding: string, mixed: boolean, cut?: Cut): AsyncGenerator<TextPiece> {
  return encoding.startsWith("utf-16") ? decodeWide(path, encoding) : decodeLines(path, encoding, mixed, cut);
}

async function* decodeLines(path: string, encoding: string, mixed: boolean, cut?: Cut): AsyncGenerator<TextPiece> {
  const decoder = findDecoder(encoding)!;
  const checkUtf8 = mixed && encoding !== "utf-8";
  let line = 1;
  for await (const piece of linePieces(path, cut)) {
    if (!checkUtf8 && decodes(decoder, piece)) {
      const text = withLineFeeds(decoder.decode(piece));
      line += countLineFeeds(text);
      yield { text, badLines: [] };
      continue;
    }
    const lenient = new TextDecoder(encoding);
    const badLines: number[] = [];
    let text = "";
    for (const bytes of linesOf(piece)) {
      const isBad = (checkUtf8 && isForeignUtf8(bytes, encoding)) || !decodes(decoder, bytes);
      if (isBad) badLines.push(line);
      text += `${lenient.decode(bytes)}\n`;
      line++;
    }
    yield { text, badLines };
  }
}

const isForeignUtf8 = (line: Buffer, encoding: string): boolean =>
  line.some((byte) => byte >= (encoding === "gb18030" ? 0xe0 : 0x80)) &&
  isUtf8(line) &&
  (encoding !== "gb18030" || hasWideCharacter(line));

async function* decodeWide(path: string, encoding: string): AsyncGenerator<TextPiece> {
  const decoder = findDecoder(encoding)!;
  let line = 1;
  let heldBack = "";
  const decode = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new UnreadableFile("wrong-encoding", `the file is not in ${encoding}: see after line ${line}`);
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const decoded = heldBack + decode(chunk);
    // The line feed that belongs to a carriage return may be in the next chunk.
    heldBack = decoded.endsWith("\r") ? "\r" : "";
    const text = withLineFeeds(decoded.slice(0, decoded.length - heldBack.length));
    line += countLineFeeds(text);
    yield { text, badLines: [] };
  }
  const rest = withLineFeeds(heldBack + decode());
  if (rest !== "") yield { text: rest, badLines: [] };
}

const withLineFeeds = (text: string): string => (text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text);

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
