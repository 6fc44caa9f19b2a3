import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { type RowProperties, rowToGeoJson } from "#data/snapshot/to-geojson.ts";
import type { FeatureAnswer } from "../../api.ts";

/** One feature as the panel shows it, from the server or from what the page has loaded. */
export interface DetailRecord extends RowProperties {
  /** Only the server knows when and by whom it came; `null` until it has answered. */
  readonly revision: { readonly number: number; readonly at: string; readonly by: string } | null;
}

export function recordFromAnswer(definition: LayerDefinition, { properties }: FeatureAnswer): DetailRecord {
  const { code, name, district, source, observedOn, positionErrorM, revision, validFrom, changedBy } = properties;
  const values = properties as Readonly<Record<string, AttributeValue>>;
  return {
    code,
    name,
    district,
    source,
    observedOn,
    positionErrorM,
    attributes: Object.fromEntries(Object.keys(definition.attributes).map((id) => [id, values[id] ?? null])),
    revision: { number: revision, at: validFrom, by: changedBy },
  };
}

/** Without personal attributes: the page never gets them. */
export function recordFromRow(definition: LayerDefinition, snapshot: Snapshot, row: number): DetailRecord {
  const { properties } = rowToGeoJson(snapshot, definition, row);
  const { positionErrorM } = properties;
  // Kept as 32 bits in the columns: 0.05 must not become 0.05000000074505806.
  const error = positionErrorM === null ? null : Number(positionErrorM.toPrecision(6));
  return { ...properties, positionErrorM: error, revision: null };
}
