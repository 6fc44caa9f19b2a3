import { leastTypePx, type Viewing } from "#data/wall/type-size.ts";

/** How a screen is divided. Pixels of the page. */
export interface ScreenLayout {
  /** The smallest type on the screen; everything else is a multiple of it. */
  readonly typePx: number;
  /** Which panels, by their place in the scene's list, stand above each other in each column: left of the map, and right of it. */
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
  /** What takes turns in the last column on the right, the first of them as in `right`; at most one where everything has room. */
  readonly turns: readonly (readonly number[])[];
  readonly columnPx: number;
  /** Height of a column, in sizes of the type. */
  readonly roomEm: number;
  /** Panels that find no room on this screen: each is higher than a column. */
  readonly leftOut: number;
}

/** In sizes of the type: the header line, and the least and the greatest width of a panel. */
export const HEADER_EM = 2.6;
const PANEL_WIDTH_EM = { least: 15, good: 19, most: 24 } as const;

/** What the map keeps at least of the width. */
const MAP_SHARE = 0.4;

/** A zone is hardly ever longer than this; a map that is wider still shows no more of it. */
const MAP_ASPECT = 1.4;

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
 * Divides a screen of any size among the map and its panels. Panels stand beside the map in their order, evenly on both sides, in as
 * many columns as they need, and in more where the map has no use for the width. None is cut or drawn smaller to make room: the
 * first stay, and what is left takes turns in the last column.
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
  const shown = heightsEm.flatMap((heightEm, panel) => (heightEm <= roomEm && most > 0 ? [panel] : []));
  const columns = fillColumns(shown, heightsEm, roomEm, spareColumns(widthPx, heightPx, typePx));
  const standing = columns.slice(0, most);
  const onLeft = Math.ceil(standing.length / 2);
  return {
    typePx,
    roomEm,
    left: standing.slice(0, onLeft),
    right: standing.slice(onLeft),
    turns: columns.slice(Math.max(0, standing.length - 1)),
    columnPx: onLeft === 0 ? 0 : Math.floor(Math.min(sidePx / onLeft, PANEL_WIDTH_EM.most * typePx)),
    leftOut: heightsEm.length - shown.length,
  };
}

/** How many columns of a good width stand where the map would be wider than any zone. */
function spareColumns(widthPx: number, heightPx: number, typePx: number): number {
  const mapPx = Math.max(MAP_SHARE * widthPx, MAP_ASPECT * heightPx);
  return 2 * Math.floor((widthPx - mapPx) / 2 / (PANEL_WIDTH_EM.good * typePx));
}

/** Column after column in the order given, then with as much less in each as still makes no more columns: none is left nearly empty. */
function fillColumns(
  panels: readonly number[],
  heightsEm: readonly number[],
  roomEm: number,
  spare: number,
): number[][] {
  const heights = panels.map((panel) => heightsEm[panel]!);
  const full = fill(heights, roomEm);
  // Both sides of the map are used before one is full.
  const wanted = Math.max(full.length, Math.min(Math.max(2, spare), heights.length));
  let best = full;
  for (const bound of new Set(boundsOf(heights))) {
    if (bound > roomEm) continue;
    const columns = fill(heights, bound);
    const holdsAll = columns.flat().length === heights.length;
    if (holdsAll && columns.length <= wanted && tallest(columns, heights) < tallest(best, heights)) best = columns;
  }
  return best.map((column) => column.map((place) => panels[place]!));
}

const tallest = (columns: readonly (readonly number[])[], heights: readonly number[]): number =>
  Math.max(0, ...columns.map((column) => column.reduce((sum, place) => sum + heights[place]!, 0)));

/** Every height that some run of panels has. */
const boundsOf = (heights: readonly number[]): number[] =>
  heights.flatMap((_, from) =>
    heights.slice(from).map((_, length) => heights.slice(from, from + length + 1).reduce((sum, each) => sum + each, 0)),
  );

/** Stops at the first panel that is higher than the bound. */
function fill(heights: readonly number[], bound: number): number[][] {
  const columns: number[][] = [];
  let left = 0;
  for (const [place, height] of heights.entries()) {
    if (height > bound) break;
    if (height > left) {
      columns.push([]);
      left = bound;
    }
    columns.at(-1)!.push(place);
    left -= height;
  }
  return columns;
}
