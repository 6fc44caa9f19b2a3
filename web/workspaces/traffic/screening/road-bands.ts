import type { Position } from "geojson";
import type { DensityPiece } from "#data/analyses/crash-cluster-results.ts";
import type { RoadBandPicture } from "../../../map/picture.ts";

/** Pieces of road as the map takes them: all of one band together, sparsest first. */
export function roadBandsOf(pieces: readonly Pick<DensityPiece, "band" | "geometry">[]): readonly RoadBandPicture[] {
  const lines = new Map<number, Position[][]>();
  for (const { band, geometry } of pieces) {
    const own = lines.get(band) ?? [];
    if (geometry.type === "LineString") own.push(geometry.coordinates);
    else if (geometry.type === "MultiLineString") own.push(...geometry.coordinates);
    lines.set(band, own);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([band, coordinates]) => ({ band, geometry: { type: "MultiLineString", coordinates } }));
}
