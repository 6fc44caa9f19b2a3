import { PhotographProblem, type ReadPhotograph } from "./photograph.ts";

/** Markers (ITU-T T.81, table B.1). */
const [SOI, EOI, SOS, TEM, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0x01, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** Frame headers are C0 to CF but for DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @returns `null` when it is no JPEG. @throws PhotographProblem when it is one that is not whole. */
export function readJpeg(bytes: Uint8Array): ReadPhotograph | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return null;
  const parts = [bytes.subarray(0, 2)];
  let size: { widthPx: number; heightPx: number } | null = null;
  let turned: Uint8Array | null = null;
  let hasScan = false;
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) {
      if (!size || !hasScan) break;
      // JFIF's own segment comes first (ITU-T T.871, 10.1).
      if (turned) parts.splice(parts[1]?.[1] === APP0 ? 2 : 1, 0, turned);
      const content = new Uint8Array(Buffer.concat([...parts, bytes.subarray(at, at + 2)]));
      return { mediaType: "image/jpeg", ...size, content };
    }
    if (marker === TEM || isRestart(marker)) {
      at += 2;
      continue;
    }
    const length = at + 3 < bytes.length ? bytes[at + 2]! * 256 + bytes[at + 3]! : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) break;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && length >= 8)
      size ??= { heightPx: segment[5]! * 256 + segment[6]!, widthPx: segment[7]! * 256 + segment[8]! };
    if (marker === APP1) turned ??= orientationOnly(segment);
    if (isKept(marker, segment)) parts.push(segment);
    at = end;
    if (marker !== SOS) continue;
    hasScan = true;
    const scanEnd = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  throw new PhotographProblem("is a JPEG that is not whole");
}

/** How the pixels are to be shown is kept; what a camera or a program writes beside them is not. */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  const names = (text: string) => [...text].every((letter, i) => segment[4 + i] === letter.charCodeAt(0));
  return (
    (marker === APP0 && names("JFIF\0")) ||
    (marker === APP2 && names("ICC_PROFILE\0")) ||
    (marker === APP14 && names("Adobe"))
  );
}

/** Of the entropy-coded bytes, in which FF is followed by 00 or is a restart marker. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * EXIF with nothing but how the camera was held: without it a picture taken upright would lie on its side.
 *
 * @returns `null` when it says nothing, or that it lies as it is shown.
 * @see CIPA DC-008 (Exif 2.32), 4.6.4 A
 */
function orientationOnly(segment: Uint8Array): Uint8Array | null {
  const start = 10; // Marker, length, "Exif\0\0"; offsets count from here.
  if (String.fromCharCode(...segment.subarray(4, 8)) !== "Exif" || segment.length < start + 14) return null;
  const view = new DataView(segment.buffer, segment.byteOffset + start, segment.length - start);
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return null;
  const count = view.getUint16(directory, isLittle);
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, isLittle) !== ORIENTATION_TAG || view.getUint16(at + 2, isLittle) !== SHORT) continue;
    const orientation = view.getUint16(at + 8, isLittle);
    return orientation >= 2 && orientation <= 8 ? exifOf(orientation) : null;
  }
  return null;
}

function exifOf(orientation: number): Uint8Array {
  const header = [0xff, APP1, 0, 34, ...Buffer.from("Exif\0\0MM"), 0, 42, 0, 0, 0, 8];
  const entry = [0, 1, ORIENTATION_TAG >> 8, ORIENTATION_TAG & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([...header, ...entry, 0, 0, 0, 0]);
}
