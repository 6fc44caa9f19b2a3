import type { Feature, Geometry } from "geojson";
import { rowToGeoJson } from "#data/snapshot/to-geojson.ts";
import type { FeatureRow } from "./feature-columns.ts";

/** A feature as GeoJSON with flat properties under the ids of the registry, as a desktop GIS likes them. Gaps are `null`. */
export function featureToGeoJson(
  { definition, snapshot, row }: FeatureRow,
  answer: Readonly<Record<string, unknown>> = {},
): Feature<Geometry> {
  const { id, geometry, properties } = rowToGeoJson(snapshot, definition, row);
  const { attributes, ...common } = properties;
  const open = Object.entries(attributes).filter(([attribute]) => !definition.attributes[attribute]?.personal);
  return {
    type: "Feature",
    ...(id !== undefined && { id }),
    geometry,
    properties: { ...Object.fromEntries(open), layer: definition.id, ...common, ...answer },
  };
}
