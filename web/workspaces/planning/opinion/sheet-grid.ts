import type { ZonePlane } from "#data/geodesy/zone-plane.ts";
import { MAP_HEIGHT_MM, MAP_WIDTH_MM, type Sheet } from "./sheet-scale.ts";

/** Steps of the graticule, arc seconds. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600];

/** Nearer to each other than this, labels would run into one another. */
const LEAST_MM = 48;

/** A mark on the frame where a meridian or a parallel meets it. */
export interface GridTick {
  readonly degrees: number;
  /** Along the edge, millimetres from the frame's upper left corner. */
  readonly atMm: number;
}

export interface SheetGrid {
  readonly stepSeconds: number;
  readonly top: readonly GridTick[];
  readonly bottom: readonly GridTick[];
  readonly left: readonly GridTick[];
  readonly right: readonly GridTick[];
  /** Where meridians cross parallels inside the frame. */
  readonly crosses: readonly (readonly [number, number])[];
}

/** Ticks in degrees around the frame: a meridian may meet top and bottom at different places. */
export function sheetGrid(sheet: Sheet, plane: ZonePlane): SheetGrid {
  const corner = (x: number, y: number) => plane.toLonLat(...sheet.toPlane(x, y));
  const [northWest, northEast] = [corner(0, 0), corner(MAP_WIDTH_MM, 0)];
  const [southWest, southEast] = [corner(0, MAP_HEIGHT_MM), corner(MAP_WIDTH_MM, MAP_HEIGHT_MM)];
  const perMm = Math.min((northEast[0] - northWest[0]) / MAP_WIDTH_MM, (northWest[1] - southWest[1]) / MAP_HEIGHT_MM);
  const stepSeconds = STEPS.find((step) => step / 3_600 >= perMm * LEAST_MM) ?? STEPS.at(-1)!;
  const along = (from: number, to: number, lengthMm: number) =>
    multiples(Math.min(from, to), Math.max(from, to), stepSeconds).map((degrees) => ({
      degrees,
      atMm: ((degrees - from) / (to - from)) * lengthMm,
    }));
  const lons = multiples(Math.min(northWest[0], southWest[0]), Math.max(northEast[0], southEast[0]), stepSeconds);
  const lats = multiples(Math.min(southWest[1], southEast[1]), Math.max(northWest[1], northEast[1]), stepSeconds);
  const crosses = lons.flatMap((lon) => lats.map((lat) => sheet.toSheet(...plane.toPlane(lon, lat))));
  return {
    stepSeconds,
    top: along(northWest[0], northEast[0], MAP_WIDTH_MM),
    bottom: along(southWest[0], southEast[0], MAP_WIDTH_MM),
    left: along(northWest[1], southWest[1], MAP_HEIGHT_MM),
    right: along(northEast[1], southEast[1], MAP_HEIGHT_MM),
    crosses: crosses.filter(([x, y]) => x > 0 && y > 0 && x < MAP_WIDTH_MM && y < MAP_HEIGHT_MM),
  };
}

/** Whole steps between two angles, in degrees. */
function multiples(from: number, to: number, stepSeconds: number): number[] {
  const first = Math.ceil((from * 3_600) / stepSeconds);
  const last = Math.floor((to * 3_600) / stepSeconds);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ((first + i) * stepSeconds) / 3_600);
}
