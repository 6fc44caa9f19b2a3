import { readJpeg } from "./jpeg.ts";
import { MAX_PHOTOGRAPH_BYTES, PhotographProblem, type ReadPhotograph } from "./photograph.ts";
import { readPng } from "./png.ts";

/** What a browser still draws; the largest cameras have 15,000. */
const MAX_SIDE_PX = 20_000;

/**
 * Reads a picture by what its bytes are, whatever its name says, and takes everything out of it that is not the picture: EXIF,
 * XMP, IPTC, comments, previews, and what stands behind its end.
 *
 * @throws PhotographProblem when it is neither JPEG nor PNG, not whole, or too large.
 */
export function readPhotograph(bytes: Uint8Array): ReadPhotograph {
  if (bytes.length > MAX_PHOTOGRAPH_BYTES) throw new PhotographProblem("is too large");
  const read = readJpeg(bytes) ?? readPng(bytes);
  if (!read) throw new PhotographProblem("is neither JPEG nor PNG");
  const { widthPx, heightPx } = read;
  if (widthPx < 1 || heightPx < 1) throw new PhotographProblem("has no pixels");
  if (Math.max(widthPx, heightPx) > MAX_SIDE_PX) throw new PhotographProblem("has too many pixels");
  return read;
}
