/** A photograph as it may be kept: without where and when it was taken, by what, and with which remarks. */
export interface ReadPhotograph {
  readonly mediaType: "image/jpeg" | "image/png";
  readonly widthPx: number;
  readonly heightPx: number;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A file that is no photograph, or none that is kept. */
export class PhotographProblem extends Error {}

export const MAX_PHOTOGRAPH_BYTES = 8 * 1024 * 1024;
/** Of one spot. */
export const MAX_PHOTOGRAPHS = 30;
