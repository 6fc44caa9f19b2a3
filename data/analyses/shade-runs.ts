/**
 * A raster of few values as runs: each run is `length × 8 + value` in groups of seven bits, the lowest first, the bytes as base64.
 *
 * @param values - how many values there are, at most 8.
 * @returns the runs, and how many cells have each value.
 */
export function encodeRuns(cells: Uint8Array, values: number): { runs: string; counts: number[] } {
  const counts = new Array<number>(values).fill(0);
  let bytes = new Uint8Array(4096);
  let size = 0;
  let start = 0;
  // Four cells at a time as long as they are alike: most runs are long.
  const fours = new Uint32Array(cells.buffer, cells.byteOffset, cells.byteOffset % 4 === 0 ? cells.length >> 2 : 0);
  for (let i = 1; i <= cells.length; i++) {
    const value = cells[start]!;
    if ((i & 3) === 0) {
      const four = value * 0x01010101;
      while (fours[i >> 2] === four) i += 4;
    }
    if (i < cells.length && cells[i] === value) continue;
    const length = i - start;
    counts[cells[start]!]! += length;
    if (size + 8 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    let rest = length * 8 + cells[start]!;
    while (rest >= 128) {
      bytes[size++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    bytes[size++] = rest;
    start = i;
  }
  return { runs: toBase64(bytes.subarray(0, size)), counts };
}

/** The cells of `encodeRuns`. @throws RangeError when the runs are not of so many cells. */
export function decodeRuns(runs: string, cells: number): Uint8Array {
  const decoded = new Uint8Array(cells);
  let at = 0;
  let value = 0;
  let scale = 1;
  for (const byte of fromBase64(runs)) {
    value += (byte % 128) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    const end = at + Math.floor(value / 8);
    if (end > cells) throw new RangeError(`runs of more than ${cells} cells`);
    decoded.fill(value % 8, at, end);
    [at, value, scale] = [end, 0, 1];
  }
  if (at !== cells) throw new RangeError(`runs of ${at} cells, not ${cells}`);
  return decoded;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function toBase64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  let text = "";
  for (let i = 0; i < whole; i += 3) {
    const all = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
    text += LETTERS[all >> 18]! + LETTERS[(all >> 12) & 63]! + LETTERS[(all >> 6) & 63]! + LETTERS[all & 63]!;
  }
  if (whole === bytes.length) return text;
  const all = (bytes[whole]! << 16) | ((bytes[whole + 1] ?? 0) << 8);
  const third = whole + 1 < bytes.length ? LETTERS[(all >> 6) & 63]! : "=";
  return `${text}${LETTERS[all >> 18]!}${LETTERS[(all >> 12) & 63]!}${third}=`;
}

const VALUE_OF = new Map([...LETTERS].map((letter, value) => [letter, value]));

function fromBase64(text: string): Uint8Array {
  const plain = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  for (let i = 0, at = 0; i < plain.length; i += 4) {
    const four = [0, 1, 2, 3].map((k) => VALUE_OF.get(plain[i + k] ?? "A") ?? 0);
    const all = (four[0]! << 18) | (four[1]! << 12) | (four[2]! << 6) | four[3]!;
    for (let k = 0; k < 3 && at < bytes.length; k++) bytes[at++] = (all >> (16 - 8 * k)) & 255;
  }
  return bytes;
}
