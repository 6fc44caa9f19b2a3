import gcoord from "gcoord";
import { isShifted } from "./china-outline.ts";

export type ShiftId = "gcj02" | "bd09";

const SYSTEMS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 };

/** The shift changes by less than 0.5 % of the way: a step that was so small leaves an error below 1e-10 degrees. */
const STEPS = 8;
const DONE_DEG = 2e-8;

/** WGS84 → GCJ-02 or BD-09. A place outside China stays where it is. */
export function shift(id: ShiftId, lon: number, lat: number): [number, number] {
  return isShifted(lon, lat) ? move(id, lon, lat) : [lon, lat];
}

/** GCJ-02 or BD-09 → WGS84, until shifting the result gives the very position. A place outside China stays where it is. */
export function unshift(id: ShiftId, lon: number, lat: number): [number, number] {
  let [x, y] = [lon, lat];
  for (let step = 0; step < STEPS; step++) {
    const [movedLon, movedLat] = move(id, x, y);
    x += lon - movedLon;
    y += lat - movedLat;
    if (Math.abs(lon - movedLon) + Math.abs(lat - movedLat) < DONE_DEG) break;
  }
  return isShifted(x, y) ? [x, y] : [lon, lat];
}

/** gcoord spells out each bare position for an error that it seldom throws; a GeoJSON point it moves in place, five times faster. */
const moving: { type: "Point"; coordinates: [number, number] } = { type: "Point", coordinates: [0, 0] };

function move(id: ShiftId, lon: number, lat: number): [number, number] {
  moving.coordinates[0] = lon;
  moving.coordinates[1] = lat;
  gcoord.transform(moving, gcoord.WGS84, SYSTEMS[id]);
  return [moving.coordinates[0], moving.coordinates[1]];
}
