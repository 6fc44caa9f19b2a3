/** A picture that the page has drawn: of the map, say. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is wrong with a picture, and what would be accepted. */
export class PictureProblem extends Error {
  readonly allowed =
    `a data URL of a PNG, at most ${MAX_PICTURE_BYTES / 1024 / 1024} MB and ${MAX_SIDE_PX} pixels a side`;
}

export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
/** A3 at 600 dots an inch is 9,921 pixels wide. */
const MAX_SIDE_PX = 10_000;
const PREFIX = "data:image/png;base64,";
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @throws PictureProblem */
export function readPicture(dataUrl: string): Picture {
  if (!dataUrl.startsWith(PREFIX)) throw new PictureProblem("is not a data URL of a PNG");
  const text = dataUrl.slice(PREFIX.length);
  if (text.length * 0.75 > MAX_PICTURE_BYTES + 2) throw new PictureProblem("is too large");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new PictureProblem("is not base64");
  const bytes = Buffer.from(text, "base64");
  // The header of a PNG is its signature, and IHDR with width and height (W3C PNG, 5.2 and 11.2.1).
  const isPng = SIGNATURE.every((byte, i) => bytes[i] === byte) && bytes.toString("latin1", 12, 16) === "IHDR";
  if (!isPng || bytes.length < 33) throw new PictureProblem("is not a PNG");
  const [widthPx, heightPx] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (widthPx < 1 || heightPx < 1) throw new PictureProblem("has no pixels");
  if (Math.max(widthPx, heightPx) > MAX_SIDE_PX) throw new PictureProblem("has too many pixels");
  return { bytes, widthPx, heightPx };
}
