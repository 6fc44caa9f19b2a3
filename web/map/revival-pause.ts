const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/**
 * How long to wait before a lost surface is made anew. Only those that are lost, or refused, before they have drawn make it longer: then
 * the driver is still at it. One that has drawn was well, however soon the next loss follows.
 *
 * @returns milliseconds, at each loss; told whether the surface that is lost had drawn.
 */
export function createRevivalPause(): (hadDrawn: boolean) => number {
  let inVain = 0;
  return (hadDrawn) => {
    inVain = hadDrawn ? 0 : inVain + 1;
    return Math.min(FIRST_PAUSE_MS * 2 ** inVain, LONGEST_PAUSE_MS);
  };
}
