import { isAscii, isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import type { FoundEncoding } from "./delivery.ts";

/** What the lines of a text say about its encoding. */
export interface EncodingFinding {
  readonly encoding: FoundEncoding;
  /** Some lines are in UTF-8 and others are not. */
  readonly mixed: boolean;
  /** The first that does not decode as the others do, from 1. */
  readonly firstBadLine: number | null;
}

const SAMPLE_BYTES = 64_000;
/** Chinese text has over nine characters in ten among the common ones; names of places and firms somewhat fewer. */
const LEAST_COMMON_SHARE = 0.6;
/** A file of GBK may have single damaged lines and is still GBK. */
const MOST_DAMAGED_SHARE = 0.1;

/** Feed it every line, in order. */
export class EncodingSurvey {
  #lines = 0;
  #utf8 = { count: 0, first: 0, wide: 0, firstWide: 0 };
  #other = { count: 0, first: 0 };
  #gb = { damaged: 0, firstDamaged: 0, pairs: 0, common: 0 };
  readonly #sample: Uint8Array[] = [];
  #sampleBytes = 0;
  readonly #gbDecoder = new TextDecoder("gb18030", { fatal: true });

  /** Many lines at once that are UTF-8. Those beyond ASCII are counted roughly, which is enough to see a mixture. */
  addUtf8(piece: Uint8Array, lines: number): void {
    if (!isAscii(piece)) this.#countUtf8(piece, lines);
    this.#lines += lines;
  }

  add(line: Uint8Array): void {
    this.#lines++;
    if (isAscii(line)) return;
    if (isUtf8(line)) {
      this.#countUtf8(line, 1);
      return;
    }
    this.#other.count++;
    this.#other.first ||= this.#lines;
    if (decodes(this.#gbDecoder, line)) this.#countPairs(line);
    else {
      this.#gb.damaged++;
      this.#gb.firstDamaged ||= this.#lines;
    }
    if (this.#sampleBytes > SAMPLE_BYTES) return;
    this.#sampleBytes += line.length;
    this.#sample.push(line.slice());
  }

  #countUtf8(bytes: Uint8Array, lines: number): void {
    this.#utf8.count += lines;
    this.#utf8.first ||= this.#lines;
    if (!hasWideCharacter(bytes)) return;
    this.#utf8.wide += lines;
    this.#utf8.firstWide ||= this.#lines;
  }

  conclude(): EncodingFinding {
    const [utf8, other, gb] = [this.#utf8, this.#other, this.#gb];
    if (other.count === 0)
      return { encoding: { id: "utf-8", sure: "valid", others: [] }, mixed: false, firstBadLine: null };
    const isChinese = gb.common >= gb.pairs * LEAST_COMMON_SHARE && gb.pairs > 0;
    const isGb = isChinese && gb.damaged <= other.count * MOST_DAMAGED_SHARE;
    // Two bytes of GBK are sometimes valid UTF-8 by chance; three in a row are not.
    const inUtf8 = isGb ? utf8.wide : utf8.count;
    const guesses = this.#guess().filter((id) => id !== "gb18030");
    if (inUtf8 >= other.count)
      return {
        encoding: { id: "utf-8", sure: "guess", others: isGb ? ["gb18030", ...guesses] : guesses },
        mixed: true,
        firstBadLine: other.first,
      };
    const mixed = inUtf8 > 0;
    const [id, ...others] = isGb ? ["gb18030", ...guesses] : guesses;
    const bad = [mixed ? (isGb ? utf8.firstWide : utf8.first) : 0, isGb ? gb.firstDamaged : 0].filter(
      (line) => line > 0,
    );
    return {
      encoding: { id: id!, sure: "guess", others },
      mixed,
      firstBadLine: bad.length > 0 ? Math.min(...bad) : null,
    };
  }

  /** GB 2312 put its 3,755 most common characters into the rows 0xB0 to 0xD7, and punctuation into the first three. */
  #countPairs(line: Uint8Array): void {
    for (let at = 0; at < line.length; at++) {
      const [lead, trail] = [line[at]!, line[at + 1] ?? 0];
      if (lead < 0x81) continue;
      const isCommon = trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
      this.#gb.pairs++;
      if (isCommon) this.#gb.common++;
      at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
    }
  }

  /** Encodings of one or more bytes that decode the sample, likeliest first; never empty. */
  #guess(): string[] {
    const sample = Buffer.concat(this.#sample.flatMap((line) => [line, Buffer.from("\n")]));
    const ids = analyse(sample)
      .map(({ name }) => findDecoder(name)?.encoding)
      .filter((id) => id !== undefined && !id.startsWith("utf-") && decodes(findDecoder(id)!, sample)) as string[];
    return [...new Set([...ids.slice(0, 3), "windows-1252"])];
  }
}

/** A character that UTF-8 writes in three bytes or more, as all Chinese ones. */
export const hasWideCharacter = (line: Uint8Array): boolean => line.some((byte) => byte >= 0xe0);

export function decodes(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** @returns `undefined` when there is no such encoding. */
export function findDecoder(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    return undefined;
  }
}
