import { z } from "@hono/zod-openapi";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue, FeatureRecord } from "#data/layers/feature.ts";
import { MASK } from "../intake/hand-edit.ts";
import { GeometrySchema } from "./answers.ts";

/** One attribute as anybody may see it. */
export const shownValue = (layer: LayerDefinition, attribute: string, value: AttributeValue): AttributeValue =>
  layer.attributes[attribute]?.personal && value !== null ? MASK : value;

const AttributeValueSchema = z.custom<AttributeValue>().openapi({
  description: "As the layer's attribute says; null: not known; personal values are masked",
  type: ["string", "number", "boolean", "array", "null"],
});

/** Beside these stand the layer's attributes, under the same names that a filter uses. */
const PropertiesSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    district: z.string().nullable().openapi({ description: "District code" }),
    source: z.string(),
    observedOn: z.string().nullable().openapi({ description: "YYYY-MM-DD" }),
    positionErrorM: z.number().nullable(),
    revision: z.number().int().openapi({ description: "The layer's revision that brought this state" }),
    validFrom: z.string().openapi({ description: "Instant of that revision" }),
    changedBy: z.string(),
  })
  .catchall(AttributeValueSchema)
  .openapi("FeatureProperties");

export const FeatureSchema = z
  .object({ type: z.literal("Feature"), id: z.string(), geometry: GeometrySchema, properties: PropertiesSchema })
  .openapi("Feature");

/** What the registry does not know it has not cleared either, and is left out. */
export function toFeature(layer: LayerDefinition, record: FeatureRecord): z.output<typeof FeatureSchema> {
  const { code, name, source, observedOn, positionErrorM, revision, validFrom, changedBy } = record;
  const attributes = Object.keys(layer.attributes)
    .filter((key) => Object.hasOwn(record.attributes, key))
    .map((key) => [key, shownValue(layer, key, record.attributes[key] ?? null)]);
  return {
    type: "Feature",
    id: record.id,
    geometry: record.geometry,
    properties: {
      ...Object.fromEntries(attributes),
      code,
      name,
      district: record.districtCode,
      source,
      observedOn,
      positionErrorM,
      revision,
      validFrom,
      changedBy,
    },
  };
}
