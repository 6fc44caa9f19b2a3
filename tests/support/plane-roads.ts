import type { LineString } from "geojson";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { line, makeSnapshot, point, type Row, ZONE } from "./make-snapshot.ts";

const plane = createZonePlane(ZONE);

export type PlanePoint = readonly [x: number, y: number];

export const lineThrough = (...points: PlanePoint[]): LineString =>
  line(...points.map(([x, y]) => [...plane.toLonLat(x, y)])) as LineString;

/** A section of a road through places on the plane of the roads, metres. */
export const section = (
  roadCode: string | null,
  startStakeM: number | null,
  points: readonly PlanePoint[],
  over: Partial<Row> = {},
): Row => ({
  geometry: lineThrough(...points),
  ...over,
  attributes: { roadCode, startStakeM, ...over.attributes },
});

export const roadsOf = (...rows: readonly Row[]): Snapshot => makeSnapshot("roads", rows);

/** An accident at a place on the plane. */
export const accidentAt = ([x, y]: PlanePoint, attributes: Row["attributes"] = {}, over: Partial<Row> = {}): Row => ({
  geometry: point(...plane.toLonLat(x, y)),
  attributes,
  ...over,
});
