import { type TextColumn, UNKNOWN_CODE } from "./snapshot.ts";

// Every runtime of ours has these two; the types of data/ deliberately know no runtime.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

export const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** Many texts in one run of UTF-8 bytes, as Arrow keeps them: row `i` is `bytes[offsets[i] … offsets[i + 1]]`. */
export class PackedText implements TextColumn {
  readonly type = "text";
  readonly bytes: Uint8Array;
  /** One more than there are rows. */
  readonly offsets: Int32Array;
  /** One bit a row, least significant first, 0 = not known; `null` when every text is known. */
  readonly known: Uint8Array | null;
  /** All texts as one, and where each begins in UTF-16 units: decoded at once on first use, since one by one is 20 times slower. */
  #decoded: { readonly text: string; readonly starts: Int32Array } | null = null;

  constructor(bytes: Uint8Array, offsets: Int32Array, known: Uint8Array | null) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.known = known;
  }

  get(row: number): string | null {
    if (this.known && !isKnown(this.known, row)) return null;
    this.#decoded ??= decodeAll(this.bytes, this.offsets);
    return this.#decoded.text.slice(this.#decoded.starts[row], this.#decoded.starts[row + 1]);
  }
}

/** Texts that many rows share, each kept once; `UNKNOWN_CODE` = not known. */
export class SharedText implements TextColumn {
  readonly type = "text";
  readonly values: readonly string[];
  readonly indices: Uint16Array;

  constructor(values: readonly string[], indices: Uint16Array) {
    this.values = values;
    this.indices = indices;
  }

  get(row: number): string | null {
    return this.values[this.indices[row]!] ?? null;
  }
}

/** Keeps texts in the form that takes less room: shared when each stands in two rows or more on average. */
export function keepTexts(texts: readonly (string | null)[]): PackedText | SharedText {
  const most = Math.min(UNKNOWN_CODE, texts.length / 2);
  const indexOf = new Map<string, number>();
  const indices = new Uint16Array(texts.length);
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row]!;
    let index = text === null ? UNKNOWN_CODE : indexOf.get(text);
    if (index === undefined) {
      index = indexOf.size;
      if (index >= most) return packTexts(texts);
      indexOf.set(text, index);
    }
    indices[row] = index;
  }
  return new SharedText([...indexOf.keys()], indices);
}

/** Whether bit `row` of an Arrow validity bitmap is set. */
export const isKnown = (bitmap: Uint8Array, row: number): boolean => ((bitmap[row >> 3]! >> (row & 7)) & 1) === 1;

/**
 * An Arrow validity bitmap.
 *
 * @returns `null` when every row is known.
 */
export function packKnown(count: number, known: (row: number) => boolean): Uint8Array | null {
  const bitmap = new Uint8Array(Math.ceil(count / 64) * 8);
  let gaps = false;
  for (let row = 0; row < count; row++)
    if (known(row)) bitmap[row >> 3]! |= 1 << (row & 7);
    else gaps = true;
  return gaps ? bitmap : null;
}

/** Packs texts; `null` is not known. A lone surrogate becomes U+FFFD. */
export function packTexts(texts: readonly (string | null)[]): PackedText {
  const wellFormed = texts.map((text) => (text !== null && LONE_SURROGATE.test(text) ? mend(text) : text));
  const offsets = new Int32Array(texts.length + 1);
  let at = 0;
  wellFormed.forEach((text, row) => {
    if (text !== null) at += utf8Length(text);
    offsets[row + 1] = at;
  });
  const bytes = new TextEncoder().encode(wellFormed.join(""));
  return new PackedText(
    bytes,
    offsets,
    packKnown(texts.length, (row) => texts[row] !== null),
  );
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const mend = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) length += unit > 0x7ff ? (unit >= 0xd800 && unit <= 0xdfff ? 1 : 2) : 1;
  }
  return length;
}

function decodeAll(bytes: Uint8Array, offsets: Int32Array): { text: string; starts: Int32Array } {
  const text = decodeUtf8(bytes.subarray(0, offsets[offsets.length - 1]));
  if (text.length === offsets[offsets.length - 1]) return { text, starts: offsets };
  const starts = new Int32Array(offsets.length);
  let units = 0;
  let at = 0;
  for (let row = 0; row < offsets.length; row++) {
    for (const end = offsets[row]!; at < end; at++) {
      // A byte 10xxxxxx continues a character; one of four bytes takes two UTF-16 units.
      const byte = bytes[at]!;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    starts[row] = units;
  }
  return { text, starts };
}
