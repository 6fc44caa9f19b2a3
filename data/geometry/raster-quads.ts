import type { ZonePlane } from "../geodesy/zone-plane.ts";
import type { RasterFrame } from "./fill-near.ts";

type LonLat = readonly [number, number];

/** A part of a raster that a map can draw as one image, by its outer corners. */
export interface RasterQuad {
  /** The part's south-western cell. */
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  /** WGS84: north-west, north-east, south-east, south-west. */
  readonly corners: readonly [LonLat, LonLat, LonLat, LonLat];
}

const EARTH_RADIUS_M = 6_378_137;
const RADIANS = Math.PI / 180;
const MOST_PARTS = 64;

/**
 * Cuts a raster on the plane into parts small enough for a web map to draw each as an image.
 *
 * Web maps draw in Mercator, where the raster's rows and columns are slightly curved, and stretch an image straight between its corners.
 *
 * @param toleranceM - no place of an image is drawn farther than this from where it is; above 0.
 * @returns at most 64 × 64 parts, from the south-west, row by row.
 */
export function rasterQuads(frame: RasterFrame, plane: ZonePlane, toleranceM: number): RasterQuad[] {
  let [across, along] = [1, 1];
  for (;;) {
    const parts = cut(frame, across, along);
    let [wideM, highM] = [0, 0];
    for (const part of parts) {
      const off = bendOf(frame, part, plane);
      wideM = Math.max(wideM, off.acrossM);
      highM = Math.max(highM, off.alongM);
    }
    // The bends of both directions add up inside a part.
    if (wideM + highM <= toleranceM || (across === MOST_PARTS && along === MOST_PARTS))
      return parts.map((part) => ({ ...part, corners: cornersOf(frame, part, plane) }));
    if (along === MOST_PARTS || (wideM >= highM && across < MOST_PARTS)) across++;
    else along++;
  }
}

type Part = Omit<RasterQuad, "corners">;

function cut({ columns, rows }: RasterFrame, across: number, along: number): Part[] {
  const parts: Part[] = [];
  for (let j = 0; j < along; j++) {
    const [south, north] = [Math.round((rows * j) / along), Math.round((rows * (j + 1)) / along)];
    for (let i = 0; i < across; i++) {
      const [west, east] = [Math.round((columns * i) / across), Math.round((columns * (i + 1)) / across)];
      if (west < east && south < north)
        parts.push({ column: west, row: south, columns: east - west, rows: north - south });
    }
  }
  return parts;
}

/** The place in a part, both ordinates from 0 at its south-western corner to 1. */
function placeIn({ originX, originY, cellM }: RasterFrame, part: Part, plane: ZonePlane) {
  return (u: number, v: number): LonLat =>
    plane.toLonLat(originX + (part.column + u * part.columns) * cellM, originY + (part.row + v * part.rows) * cellM);
}

function cornersOf(frame: RasterFrame, part: Part, plane: ZonePlane): RasterQuad["corners"] {
  const at = placeIn(frame, part, plane);
  return [at(0, 1), at(1, 1), at(1, 0), at(0, 0)];
}

/** How far the middles of a part's sides lie from where a straight side has them, and half its twist, metres on the ground. */
function bendOf(frame: RasterFrame, part: Part, plane: ZonePlane): { acrossM: number; alongM: number } {
  const at = placeIn(frame, part, plane);
  const groundM = EARTH_RADIUS_M * Math.cos(at(0.5, 0.5)[1] * RADIANS);
  const sw = toMercator(at(0, 0));
  const se = toMercator(at(1, 0));
  const ne = toMercator(at(1, 1));
  const nw = toMercator(at(0, 1));
  const off = (u: number, v: number, a: LonLat, b: LonLat) => {
    const [x, y] = toMercator(at(u, v));
    return Math.hypot(x - (a[0] + b[0]) / 2, y - (a[1] + b[1]) / 2) * groundM;
  };
  // An image is drawn as two triangles, so that the twist between its diagonals comes on top.
  const twistM = (Math.hypot(sw[0] + ne[0] - se[0] - nw[0], sw[1] + ne[1] - se[1] - nw[1]) * groundM) / 4;
  return {
    acrossM: Math.max(off(0.5, 0, sw, se), off(0.5, 1, nw, ne)) + twistM / 2,
    alongM: Math.max(off(0, 0.5, sw, nw), off(1, 0.5, se, ne)) + twistM / 2,
  };
}

/** Radians of the sphere that web maps take the earth for. */
const toMercator = ([lon, lat]: LonLat): [number, number] => [
  lon * RADIANS,
  Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)),
];
