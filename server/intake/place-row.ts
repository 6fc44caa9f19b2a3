import type { Geometry } from "geojson";
import { type Datum, toWgs84 } from "./datum.ts";
import type { DeliveredRow } from "./delivered.ts";
import { findField, type Mapping } from "./mapping.ts";
import { readNumber } from "./read-value.ts";

/** Why a row has no place on the earth. */
export interface Misplaced {
  /** `geometry`, `lon` or `lat`. */
  readonly target: string;
  readonly value: unknown;
  readonly reason: string;
  readonly allowed: string | null;
}

export interface Placed {
  /** WGS84. */
  readonly geometry: Geometry;
  /** Before the datum shift. */
  readonly delivered: Geometry;
}

const DEGREES = "longitude -180…180, latitude -90…90";

/** Where a row is: by its geometry, or else by the columns of longitude and latitude. */
export function placeRow(row: DeliveredRow, mapping: Mapping, datum: Datum): Placed | Misplaced {
  const delivered = row.geometry ?? pointOf(row, mapping);
  if ("reason" in delivered) return delivered;
  let geometry: Geometry;
  try {
    geometry = toWgs84(delivered, datum);
  } catch {
    const reason = "positions that are no pairs of numbers";
    return { target: "geometry", value: delivered.type, reason, allowed: null };
  }
  const outside = positionsOf(geometry).find(([lon, lat]) => !(Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90));
  if (!outside) return { geometry, delivered };
  const swapped = Math.abs(outside[1]!) <= 180 && Math.abs(outside[0]!) <= 90;
  return {
    target: row.geometry ? "geometry" : "lon",
    value: outside.every((ordinate) => Number.isFinite(ordinate)) ? outside.join(", ") : null,
    reason: swapped ? "off the earth: longitude and latitude may be swapped" : "off the earth",
    allowed: datum.same ? DEGREES : `coordinates in ${datum.id}`,
  };
}

function pointOf({ fields }: DeliveredRow, mapping: Mapping): Geometry | Misplaced {
  const ordinates: number[] = [];
  for (const target of ["lon", "lat"]) {
    const value = findField(mapping, target, fields);
    const ordinate = value === null ? null : readNumber(String(value));
    if (ordinate === null)
      return { target, value, reason: value === null ? "no position" : "not a number", allowed: "a number" };
    ordinates.push(ordinate);
  }
  return { type: "Point", coordinates: ordinates };
}

const positionsOf = (geometry: Geometry): number[][] =>
  geometry.type === "GeometryCollection" ? [] : flatten(geometry.coordinates);

const flatten = (coordinates: unknown): number[][] =>
  Array.isArray(coordinates) && Array.isArray(coordinates[0])
    ? coordinates.flatMap(flatten)
    : [coordinates as number[]].filter((position) => position.length > 0);
