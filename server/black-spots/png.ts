import { PhotographProblem, type ReadPhotograph } from "./photograph.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Pixels and how they are shown; texts, times, EXIF and animations are left out (W3C PNG, third edition, 11.2 and 11.3). */
const KEPT: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "cHRM",
  "gAMA",
  "sBIT",
  "sRGB",
  "cICP",
  "iCCP",
  "bKGD",
  "pHYs",
]);

/** @returns `null` when it is no PNG. @throws PhotographProblem when it is one that is not whole. */
export function readPng(bytes: Uint8Array): ReadPhotograph | null {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, SIGNATURE.length)];
  let size: { widthPx: number; heightPx: number } | null = null;
  let hasPixels = false;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === "IHDR" && length === 13) size = { widthPx: view.getUint32(at + 8), heightPx: view.getUint32(at + 12) };
    if (type === "IDAT") hasPixels = true;
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === "IEND" && size && hasPixels)
      return { mediaType: "image/png", ...size, content: new Uint8Array(Buffer.concat(parts)) };
    at = end;
  }
  throw new PhotographProblem("is a PNG that is not whole");
}
