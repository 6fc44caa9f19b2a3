/** Inside of the map's frame on the A3 sheet, millimetres. */
export const MAP_WIDTH_MM = 288;
export const MAP_HEIGHT_MM = 265;

/** Left free around what has to be on the sheet, for labels. */
const FREE_MM = 14;

/** Denominators that offices use for plans of a site. */
const SCALES = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** `[west, south, east, north]`, metres on a plane. */
export type PlaneBox = readonly [number, number, number, number];

/**
 * The largest usual scale at which a box fits the frame.
 *
 * @returns its denominator: 1000 means a millimetre on paper is a metre. What no usual scale can hold gets the next full 100,000.
 */
export function chooseScale([west, south, east, north]: PlaneBox): number {
  const metresPerMm = Math.max(
    (east - west) / (MAP_WIDTH_MM - 2 * FREE_MM),
    (north - south) / (MAP_HEIGHT_MM - 2 * FREE_MM),
  );
  const least = metresPerMm * 1000;
  return SCALES.find((scale) => scale >= least) ?? Math.ceil(least / 100_000) * 100_000;
}

export const boxOf = (points: Iterable<readonly [number, number]>): PlaneBox => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
};

/** Maps plane metres to millimetres from the frame's upper left corner, with a box in the middle. */
export function createSheet(box: PlaneBox, scale: number) {
  const mmPerM = 1000 / scale;
  const [x0, y0] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return {
    scale,
    mmPerM,
    toSheet: (x: number, y: number): [number, number] => [
      MAP_WIDTH_MM / 2 + (x - x0) * mmPerM,
      MAP_HEIGHT_MM / 2 - (y - y0) * mmPerM,
    ],
    toPlane: (xMm: number, yMm: number): [number, number] => [
      x0 + (xMm - MAP_WIDTH_MM / 2) / mmPerM,
      y0 - (yMm - MAP_HEIGHT_MM / 2) / mmPerM,
    ],
  };
}
export type Sheet = ReturnType<typeof createSheet>;

/** Longest that a scale bar may be, millimetres. */
const BAR_MM = 100;
const BAR_PARTS = 4;

/** A scale bar of four parts of 1, 2 or 5 times a power of ten metres each. */
export function scaleBar(scale: number): { readonly partM: number; readonly partMm: number; readonly parts: number } {
  const most = (BAR_MM / BAR_PARTS) * (scale / 1000);
  const power = 10 ** Math.floor(Math.log10(most));
  const partM = [5, 2, 1].map((times) => times * power).find((part) => part <= most * (1 + 1e-9))!;
  return { partM, partMm: (partM * 1000) / scale, parts: BAR_PARTS };
}
