import { leastTypePx, type Viewing } from "#data/wall/type-size.ts";

/** How a screen is divided. Pixels of the page. */
export interface ScreenLayout {
  /** The smallest type on the screen; everything else is a multiple of it. */
  readonly typePx: number;
  /** Columns of panels on each side of the map. */
  readonly columns: number;
  /** Panels above each other in a column. */
  readonly rows: number;
  readonly columnPx: number;
  /** Panels that find room, from the first on. */
  readonly shown: number;
}

/** In sizes of the type: the header line, the least and the greatest width of a panel, and its least height. */
const HEADER_EM = 2.6;
const PANEL_EM = { least: 14, most: 24, leastHeight: 8 } as const;

/** What the map keeps at least of the width. */
const MAP_SHARE = 0.4;

/** A person may have said a size that no screen has; type of this share of the height still leaves a line for each thing. */
const MOST_TYPE_SHARE = 1 / 18;

/** Below this nobody reads anything, wherever he sits. */
const LEAST_TYPE_PX = 14;

/** An office screen of 16:9 and 100 inches, or several 55-inch screens of 1080 lines side by side. Stated in the wall's settings. */
const SINGLE_WIDTH_M = 2.2;
const PITCH_M = 1.21 / 1920;
const WIDE = 2.2;

/** Where a screen of so many pixels is taken to hang until somebody says how wide it is and who reads it from where. */
export const usualViewing = (widthPx: number, heightPx: number): Viewing => ({
  widthM: widthPx / heightPx > WIDE ? widthPx * PITCH_M : SINGLE_WIDTH_M,
  distanceM: 5,
});

/**
 * Divides a screen of any size among the map and its panels. The panels stand beside the map, as few columns as hold them all; what
 * finds no room at readable size is left out from the end, never drawn smaller.
 */
export function layOutScreen(widthPx: number, heightPx: number, viewing: Viewing, panels: number): ScreenLayout {
  const typePx = Math.max(
    LEAST_TYPE_PX,
    Math.min(leastTypePx(widthPx, viewing), Math.floor(heightPx * MOST_TYPE_SHARE)),
  );
  const rowsThatFit = Math.max(1, Math.floor((heightPx - HEADER_EM * typePx) / (PANEL_EM.leastHeight * typePx)));
  const sidePx = (widthPx * (1 - MAP_SHARE)) / 2;
  const columnsThatFit = Math.floor(sidePx / (PANEL_EM.least * typePx));
  if (columnsThatFit === 0 || panels === 0) return { typePx, columns: 0, rows: 0, columnPx: 0, shown: 0 };
  const columns = Math.min(columnsThatFit, Math.ceil(panels / (2 * rowsThatFit)));
  const rows = Math.min(rowsThatFit, Math.ceil(panels / (2 * columns)));
  const columnPx = Math.floor(Math.min(sidePx / columns, PANEL_EM.most * typePx));
  return { typePx, columns, rows, columnPx, shown: Math.min(panels, 2 * columns * rows) };
}
