import type { LineString } from "geojson";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { sceneRoads } from "./crash-scene.ts";

/** Segments of 50 m in a section, as street registers are cut. */
const SEGMENTS = 4;

/** The net of the crash scene in sections of 200 m: 25,000 of them. */
export function shortSections(): FeatureDraft[] {
  return sceneRoads().flatMap((road) => {
    const { coordinates } = road.geometry as LineString;
    const count = Math.ceil((coordinates.length - 1) / SEGMENTS);
    return Array.from({ length: count }, (_, i) => ({
      ...road,
      code: `${road.code}-${i}`,
      geometry: {
        type: "LineString" as const,
        coordinates: coordinates.slice(i * SEGMENTS, (i + 1) * SEGMENTS + 1),
      },
      attributes: { ...road.attributes, startStakeM: Number(road.attributes.startStakeM) + i * SEGMENTS * 50 },
    }));
  });
}
