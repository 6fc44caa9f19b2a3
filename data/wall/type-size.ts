/**
 * Type whose capitals are lower than this at the eye is not read at a glance: ISO 9241-303, 5.5.4 asks for 16 minutes of arc at
 * least (from memory). A Chinese character of that type, which fills more of it, then stands 20 minutes high.
 */
export const LEAST_ARC_MIN = 16;

/** The height of capitals and figures in the typeface of the pages (Noto Sans SC), as a share of the size of the type. */
const CAPITAL_SHARE = 0.733;

/** Where a screen hangs. */
export interface Viewing {
  /** Of the whole picture, metres. */
  readonly widthM: number;
  /** From the farthest person who has to read it, metres. */
  readonly distanceM: number;
}

/** Smaller is a telephone, larger and farther no hall of a command centre. Metres, both ends included. */
export const VIEWING_LIMITS_M = {
  widthM: { min: 0.2, max: 60 },
  distanceM: { min: 0.3, max: 60 },
} as const satisfies Record<keyof Viewing, { readonly min: number; readonly max: number }>;

/**
 * The smallest type that is read from where people sit.
 *
 * @param widthPx - of the whole picture, CSS pixels at a device pixel ratio of 1.
 * @returns CSS pixels, rounded up to whole ones.
 * @throws RangeError unless all three are above 0.
 */
export function leastTypePx(widthPx: number, { widthM, distanceM }: Viewing): number {
  if (!(widthPx > 0 && widthM > 0 && distanceM > 0))
    throw new RangeError(`width and distance must be above 0, not ${widthPx} px, ${widthM} m, ${distanceM} m`);
  const capitalM = distanceM * Math.tan(((LEAST_ARC_MIN / 60) * Math.PI) / 180);
  return Math.ceil((capitalM / CAPITAL_SHARE / widthM) * widthPx);
}
