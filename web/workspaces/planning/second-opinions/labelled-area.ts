import type { LineString, MultiPolygon, Polygon, Position } from "geojson";
import type { AreaPicture } from "../../../map/picture.ts";

/** An area of several around one place, with its label on the line: in the middle all of them would lie on each other. */
export function labelledArea(geometry: Polygon | MultiPolygon, label: string): AreaPicture[] {
  const outer = geometry.type === "Polygon" ? [geometry.coordinates[0]!] : geometry.coordinates.map(([ring]) => ring!);
  return [
    { geometry, tone: "plain", muted: true },
    ...outer.map((ring): AreaPicture => ({ geometry: northernmostSide(ring), tone: "plain", muted: true, label })),
  ];
}

/** The side of a ring that begins at its northernmost corner. */
export function northernmostSide(ring: readonly Position[]): LineString {
  const corners = ring.slice(0, -1);
  const at = corners.reduce((best, [, lat], i) => (lat! > corners[best]![1]! ? i : best), 0);
  return { type: "LineString", coordinates: [corners[at]!, corners[(at + 1) % corners.length]!] };
}
