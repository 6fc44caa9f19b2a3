import { leastTypePx, type Viewing } from "#data/wall/type-size.ts";

/** How a screen is divided. Pixels of the page. */
export interface ScreenLayout {
  /** The smallest type on the screen; everything else is a multiple of it. */
  readonly typePx: number;
  /** Which panels, by their place in the scene's list, stand above each other in each column: left of the map, and right of it. */
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
  readonly columnPx: number;
  /** Height of a column, in sizes of the type. */
  readonly roomEm: number;
  /** Panels that found no room, from the end of the scene's list. */
  readonly leftOut: number;
}

/** In sizes of the type: the header line, and the least and the greatest width of a panel. */
export const HEADER_EM = 2.6;
const PANEL_WIDTH_EM = { least: 15, most: 24 } as const;

/** What the map keeps at least of the width. */
const MAP_SHARE = 0.4;

/** A person may have said a size that no screen has; type of this share of the height still leaves a line for each thing. */
const MOST_TYPE_SHARE = 1 / 18;

/** Below this nobody reads anything, wherever he sits. */
const LEAST_TYPE_PX = 14;

/** Until somebody says otherwise: one screen of 100 inches, or, where it is wider than that, 55-inch ones of 1080 lines side by side. */
const SINGLE_WIDTH_M = 2.2;
const PITCH_M = 1.21 / 1920;
const WIDE = 2.2;

/** Where a screen of so many pixels is taken to hang until somebody says how wide it is and who reads it from where. */
export const usualViewing = (widthPx: number, heightPx: number): Viewing => ({
  widthM: widthPx / heightPx > WIDE ? widthPx * PITCH_M : SINGLE_WIDTH_M,
  distanceM: 5,
});

/**
 * Divides a screen of any size among the map and its panels. Panels stand beside the map in as few columns as hold them, evenly on both
 * sides; what finds no room at readable size is left out from the end, never cut and never drawn smaller.
 *
 * @param heightsEm - what each panel needs, in sizes of the type, in the order of the scene.
 */
export function layOutScreen(
  widthPx: number,
  heightPx: number,
  viewing: Viewing,
  heightsEm: readonly number[],
): ScreenLayout {
  const typePx = Math.max(
    LEAST_TYPE_PX,
    Math.min(leastTypePx(widthPx, viewing), Math.floor(heightPx * MOST_TYPE_SHARE)),
  );
  const roomEm = heightPx / typePx - HEADER_EM;
  const sidePx = (widthPx * (1 - MAP_SHARE)) / 2;
  const most = 2 * Math.floor(sidePx / (PANEL_WIDTH_EM.least * typePx));
  const columns = fillColumns(heightsEm, roomEm).slice(0, most);
  const onLeft = Math.ceil(columns.length / 2);
  return {
    typePx,
    roomEm,
    left: columns.slice(0, onLeft),
    right: columns.slice(onLeft),
    columnPx: onLeft === 0 ? 0 : Math.floor(Math.min(sidePx / onLeft, PANEL_WIDTH_EM.most * typePx)),
    leftOut: heightsEm.length - columns.reduce((sum, column) => sum + column.length, 0),
  };
}

/** Column after column in the order given, then with as much less in each as still makes no more columns: none is left nearly empty. */
function fillColumns(heightsEm: readonly number[], roomEm: number): number[][] {
  const full = fill(heightsEm, roomEm);
  // Both sides of the map are used before one is full.
  const wanted = Math.max(full.length, Math.min(2, heightsEm.length));
  let best = full;
  for (const bound of new Set(boundsOf(heightsEm))) {
    if (bound > roomEm) continue;
    const columns = fill(heightsEm, bound);
    const holdsAll = columns.flat().length === full.flat().length;
    if (holdsAll && columns.length <= wanted && tallest(columns, heightsEm) < tallest(best, heightsEm)) best = columns;
  }
  return best;
}

const tallest = (columns: readonly (readonly number[])[], heightsEm: readonly number[]): number =>
  Math.max(0, ...columns.map((column) => column.reduce((sum, panel) => sum + heightsEm[panel]!, 0)));

/** Every height that some run of panels has. */
const boundsOf = (heightsEm: readonly number[]): number[] =>
  heightsEm.flatMap((_, from) =>
    heightsEm
      .slice(from)
      .map((_, length) => heightsEm.slice(from, from + length + 1).reduce((sum, each) => sum + each, 0)),
  );

/** Stops at the first panel that is higher than a column: what follows it would be shown out of its order. */
function fill(heightsEm: readonly number[], roomEm: number): number[][] {
  const columns: number[][] = [];
  let left = 0;
  for (const [panel, heightEm] of heightsEm.entries()) {
    if (heightEm > roomEm) break;
    if (heightEm > left) {
      columns.push([]);
      left = roomEm;
    }
    columns.at(-1)!.push(panel);
    left -= heightEm;
  }
  return columns;
}
