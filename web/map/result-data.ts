import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { metres } from "../ui/quantities.ts";
import { withoutDenser } from "./band-shapes.ts";
import { heatColor, heatStrength } from "./heat-colors.ts";
import type { AreaPicture, DistanceLine, MapPicture, RingPicture } from "./picture.ts";

/** The sources of what analyses and drawing put on the map; `result-style.ts` draws them. */
export const RESULT_SOURCES = ["heat", "roadBands", "areas", "rings", "distances", "sketch"] as const;

export type ResultSource = (typeof RESULT_SOURCES)[number];

/** Features of each source for a picture. */
export const RESULT_DATA: Readonly<Record<ResultSource, (picture: MapPicture) => FeatureCollection>> = {
  heat: (picture) => collection(heatFeatures(picture)),
  roadBands: (picture) => collection(roadBandFeatures(picture)),
  areas: (picture) => collection(picture.areas.flatMap(areaFeatures)),
  rings: (picture) => collection(ringFeatures(picture.rings)),
  distances: (picture) => collection(picture.distanceLines.flatMap(distanceFeatures)),
  sketch: (picture) => collection(picture.sketch ? [feature(picture.sketch, {})] : []),
};

/** Whether a source looks different in two pictures. */
export const RESULT_CHANGED: Readonly<Record<ResultSource, (a: MapPicture, b: MapPicture) => boolean>> = {
  heat: (a, b) => a.heat?.bands !== b.heat?.bands || (a.theme !== b.theme && b.heat !== null),
  roadBands: (a, b) => a.roadBands !== b.roadBands || (a.theme !== b.theme && b.roadBands.length > 0),
  areas: (a, b) => a.areas !== b.areas,
  rings: (a, b) => a.rings !== b.rings,
  distances: (a, b) => a.distanceLines !== b.distanceLines,
  sketch: (a, b) => a.sketch !== b.sketch,
};

function heatFeatures({ heat, theme }: MapPicture): Feature[] {
  if (!heat) return [];
  return heat.bands.map((band, index) =>
    feature(withoutDenser(band.geometry, heat.bands[index + 1]?.geometry ?? null), {
      fill: heatColor(index, theme),
      strength: heatStrength(index),
      line: heatColor(index + (theme === "dark" ? 1 : 2), theme),
    }),
  );
}

const roadBandFeatures = ({ roadBands, theme }: MapPicture): Feature[] =>
  roadBands.map(({ band, geometry }) => feature(geometry, { band, color: heatColor(band, theme) }));

/** Largest first, so that a smaller ring lies on top. */
function ringFeatures(rings: readonly RingPicture[]): Feature[] {
  return [...rings]
    .sort((a, b) => b.radiusM - a.radiusM)
    .map((ring) => feature(ring.geometry, { radiusM: ring.radiusM }));
}

/** A judged distance says its length at its middle, however short it is; one that only measures, along it where there is room. */
function distanceFeatures({ from, to, distanceM, tone }: DistanceLine, at: number): Feature[] {
  const label = metres(distanceM);
  const line: Geometry = { type: "LineString", coordinates: [[...from], [...to]] };
  if (tone === undefined) return [feature(line, { label, tone: "measure" })];
  const middle: Geometry = { type: "Point", coordinates: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] };
  return [feature(line, { label: "", tone }), feature(middle, { label, tone, rank: at })];
}

/** A line carries its name once, beside its middle: the map would write it at its first corner, and on each of its parts. */
function areaFeatures({ geometry, tone, muted = false, label = "", labelAbove = false }: AreaPicture): Feature[] {
  const properties = { tone, muted: muted ? 1 : 0 };
  const place = label === "" ? null : labelAbove ? northernmost(geometry) : middleOfLines(geometry);
  if (!place) return [feature(geometry, { ...properties, label })];
  return [
    feature(geometry, { ...properties, label: "" }),
    feature({ type: "Point", coordinates: place }, { ...properties, label, beside: 1, above: labelAbove ? 1 : 0 }),
  ];
}

/** The middle corner of the longest line in corners; of a line of two, the middle between them. `null`: these are no lines. */
function middleOfLines(geometry: Geometry): Position | null {
  const lines =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "MultiLineString"
        ? geometry.coordinates
        : [];
  const [longest] = [...lines].sort((a, b) => b.length - a.length);
  if (!longest || longest.length === 0) return null;
  if (longest.length !== 2) return longest[Math.floor(longest.length / 2)]!;
  const [from, to] = longest as [Position, Position];
  return [(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2];
}

/** The northernmost position of a shape: where a ring carries its radius. `null` when it has no positions. */
export function northernmost(geometry: Geometry): Position | null {
  let top: Position | null = null;
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] === "number") {
      if (!top || (coordinates[1] as number) > top[1]!) top = coordinates as Position;
    } else coordinates.forEach(visit);
  };
  if (geometry.type === "GeometryCollection")
    for (const each of geometry.geometries) visit("coordinates" in each ? each.coordinates : null);
  else visit(geometry.coordinates);
  return top;
}

const feature = (geometry: Geometry, properties: Record<string, string | number>): Feature => ({
  type: "Feature",
  geometry,
  properties,
});

const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
