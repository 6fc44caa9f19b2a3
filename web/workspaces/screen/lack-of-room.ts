import { LINE_EM } from "./lines-that-fit.ts";

/** The body of a panel as it was drawn, pixels. */
export interface DrawnBody {
  readonly contentPx: number;
  readonly roomPx: number;
}

/**
 * By how much less height a panel is to be told of than it has, after it was drawn: whole lines, until its content fits.
 *
 * @param lackEm - what it was told of less so far.
 * @param last - how it was drawn before; `null`: not yet.
 */
export function lackOfRoom(lackEm: number, last: DrawnBody | null, drawn: DrawnBody, typePx: number): number {
  if (lackEm > 0 && last) {
    // Its foot has become shorter: it may list more again.
    if (drawn.roomPx > last.roomPx) return 0;
    // What draws the same in less room lists nothing: it would be told of less without end.
    if (drawn.contentPx === last.contentPx && drawn.roomPx === last.roomPx) return lackEm;
  }
  const overPx = drawn.contentPx - drawn.roomPx;
  return overPx <= 1 ? lackEm : lackEm + Math.ceil(overPx / typePx / LINE_EM) * LINE_EM;
}
